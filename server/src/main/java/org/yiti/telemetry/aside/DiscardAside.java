package org.yiti.telemetry.aside;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Lays down what nobody will need. The row stays until its time is over: said again it shall not come up again. */
@UseCase
class DiscardAside {

    /**
     * @param ids some of them; null for all of a reason
     * @param note why
     */
    record Request(
            @Nullable @Size(max = Chosen.MOST) List<Long> ids,
            @Nullable String reason,
            @NotBlank @Size(max = 500) String note) {}

    /** @param more whether there were more of the reason than are taken at a time */
    record Outcome(int discarded, boolean more) {}

    private final JdbcClient database;
    private final Chosen chosen;
    private final Scope scope;
    private final Audit audit;
    private final Clock clock;

    DiscardAside(JdbcClient database, Chosen chosen, Scope scope, Audit audit, Clock clock) {
        this.database = database;
        this.chosen = chosen;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    public Outcome handle(Request request) {
        var all = chosen.of(request.ids(), request.reason());
        for (var one : all) {
            audit.record(Act.of("aside.discarded", "telemetry.set_aside", String.valueOf(one.id()))
                    .in(one.institution())
                    .with("note", request.note()));
        }
        var by = scope.account().account();
        Unscoped.run(
                "what devices say is written by nobody who acts; whose may be discarded was just asked",
                () -> database.sql(
                                "update telemetry.set_aside set discarded_at = :now, discarded_by = :by, note = :note where id = any(:ids)")
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", by)
                        .param("note", request.note().replace("\0", ""))
                        .param("ids", all.stream().map(Chosen.One::id).toArray(Long[]::new))
                        .update());
        return new Outcome(all.size(), all.size() == Chosen.MOST);
    }
}
