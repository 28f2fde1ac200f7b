package org.yiti.ledger.object;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.UseCase;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.safeguard.Masking;

/**
 * Destroys what is sealed of one row, in its life line and in every copy that has not its secret, by destroying the secret.
 * The rest of the row and the log stay (个人信息保护法 47).
 */
@UseCase
class DestroySealed {

    record Request(@NotNull @Size(min = 4, max = 500) String reason) {}

    private final JdbcClient database;
    private final Rows rows;
    private final Scope scope;
    private final Masking masking;
    private final Audit audit;

    DestroySealed(JdbcClient database, Rows rows, Scope scope, Masking masking, Audit audit) {
        this.database = database;
        this.rows = rows;
        this.scope = scope;
        this.masking = masking;
        this.audit = audit;
    }

    void handle(Ledger ledger, UUID id, Request request) {
        scope.require(Permission.PROTECTION);
        var row = rows.get(ledger, id);
        var sealed = ledger.own().stream().filter(Column::isSealed).toList();
        for (var column : sealed) {
            database.sql("update " + ledger.name() + " set " + column.db() + " = null where id = :id and " + column.db()
                            + " is not null")
                    .param("id", id)
                    .update();
        }
        masking.cipher().destroy(id);
        audit.record(Act.of("data.destroyed", ledger.name(), id)
                .in(row.get("institutionId") instanceof UUID institution ? institution : null)
                .with("reason", request.reason()));
    }
}
