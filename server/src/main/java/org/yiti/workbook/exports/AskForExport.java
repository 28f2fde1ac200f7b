package org.yiti.workbook.exports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.UseCase;
import org.yiti.ledger.LedgerPaths;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Purpose;

/** Asks for a list with what is masked otherwise. Nothing leaves before somebody else has agreed. */
@UseCase
class AskForExport {

    /** @param ledger its address, such as {@code organization/people} */
    record Request(
            @NotNull @Pattern(regexp = "[a-z]+/[a-z-]+") String ledger,
            @NotNull @Pattern(regexp = "xlsx|csv") String format,
            @NotNull Map<String, List<String>> filters,
            @Nullable UUID institution,
            @Nullable String sort,
            @NotNull Purpose purpose,
            @NotNull @Size(min = 4, max = 500) String reason) {}

    private final JdbcClient database;
    private final LedgerPaths paths;
    private final Rows rows;
    private final Trail trail;

    AskForExport(JdbcClient database, LedgerPaths paths, Rows rows, Trail trail) {
        this.database = database;
        this.paths = paths;
        this.rows = rows;
        this.trail = trail;
    }

    UUID handle(Request request) {
        var parts = request.ledger().split("/");
        var ledger = paths.get(parts[0], parts[1]);
        var count =
                rows.count(ledger, new Rows.Wanted(request.filters(), request.institution(), null), Integer.MAX_VALUE);
        var account = trail.scope().account();
        var now = trail.clock().instant().atOffset(ZoneOffset.UTC);
        var id = database.sql("""
                        insert into workbook.export_request (ledger, format, filters, institution_id, sort, rows, purpose, reason,
                               requested_by, requested_at, requester_institution_id, expires_at)
                        values (:ledger, :format, :filters::jsonb, :institution, :sort, :rows, :purpose, :reason, :me, :now,
                               :mine, :until) returning id
                        """)
                .param("ledger", ledger.name())
                .param("format", request.format())
                .param("filters", trail.json().writeValueAsString(request.filters()))
                .param("institution", request.institution())
                .param("sort", request.sort())
                .param("rows", count)
                .param("purpose", request.purpose().name())
                .param("reason", request.reason().strip())
                .param("me", account.account())
                .param("now", now)
                .param("mine", account.everything() ? null : account.institutionId())
                .param("until", now.plus(trail.expiry()))
                .query(UUID.class)
                .single();
        trail.tell(Act.of("export.requested", "workbook.export_request", id)
                .with("ledger", ledger.name())
                .with("filters", request.filters())
                .with("rows", count)
                .with("purpose", request.purpose())
                .with("reason", request.reason()));
        return id;
    }
}
