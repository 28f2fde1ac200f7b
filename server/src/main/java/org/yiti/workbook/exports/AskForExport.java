package org.yiti.workbook.exports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.ledger.LedgerPaths;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.safeguard.Purpose;
import org.yiti.safeguard.Reason;
import org.yiti.workbook.WorkbookRefusal;

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

    private static final Label NOTHING = new Label("没有填筛选值", "has no value to filter by");
    private static final Label WHICH = new Label("请选择单位：可见范围不止一处", "choose one: you see several parts of the tree");

    private final LedgerPaths paths;
    private final Rows rows;
    private final Scope scope;
    private final ExportRequests requests;
    private final Audit audit;

    AskForExport(LedgerPaths paths, Rows rows, Scope scope, ExportRequests requests, Audit audit) {
        this.paths = paths;
        this.rows = rows;
        this.scope = scope;
        this.requests = requests;
        this.audit = audit;
    }

    UUID handle(Request request) {
        var parts = request.ledger().split("/");
        var ledger = paths.get(parts[0], parts[1]);
        var reason = Reason.said(request.reason());
        var wanted = new Rows.Wanted(filters(ledger, request), concerned(request.institution()), request.sort());
        // What lies outside of what one sees is refused by the count, as if it did not exist.
        var count = rows.count(ledger, wanted, Integer.MAX_VALUE);
        scope.require(Permission.REVEAL, wanted.institution());
        var id = requests.add(
                new ExportRequests.Wanted(ledger, request.format(), wanted, count, request.purpose(), reason));
        audit.record(Act.of("export.requested", "workbook.export_request", id)
                .in(wanted.institution())
                .with("ledger", ledger.name())
                .with("filters", LedgerFiles.told(ledger, wanted.filters()))
                .with("rows", count)
                .with("purpose", request.purpose())
                .with("reason", reason));
        return id;
    }

    /**
     * What is sealed is not filtered by: whether somebody is found would be told by the number of rows, and who they are
     * written down for whoever decides. They are looked for one by one in the list.
     */
    private static Map<String, List<String>> filters(Ledger ledger, Request request) {
        var filters = new LinkedHashMap<String, List<String>>();
        request.filters().forEach((filter, values) -> {
            if (LedgerFiles.column(ledger, filter)
                    .filter(column -> column.isSealed())
                    .isPresent()) {
                throw new Refused(LedgerRefusal.MASKED_COLUMN, Map.of("column", filter));
            }
            if (values == null || values.isEmpty() || values.stream().anyMatch(v -> v == null || v.isBlank())) {
                throw refused("/filters/" + filter, NOTHING);
            }
            filters.put(filter, List.copyOf(values));
        });
        return filters;
    }

    /** Whoever decides must be able to say for which part of the tree; null for everywhere. */
    private @Nullable UUID concerned(@Nullable UUID asked) {
        var reads = scope.account().rights().reach(Permission.READ);
        if (asked != null || reads.everywhere()) {
            return asked;
        }
        if (reads.roots().size() != 1) {
            throw refused("/institution", WHICH);
        }
        return reads.roots().iterator().next();
    }

    private static Refused refused(String pointer, Label why) {
        return new Refused(
                WorkbookRefusal.EXPORT_NOT_ASKED_FOR,
                Map.of(),
                List.of(new Refused.FieldProblem(pointer, why.in(LocaleContextHolder.getLocale()))));
    }
}
