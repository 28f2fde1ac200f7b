package org.yiti.ledger.object;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.safeguard.ColumnCipher;
import org.yiti.safeguard.Reason;

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
    private final ColumnCipher cipher;
    private final Audit audit;

    DestroySealed(JdbcClient database, Rows rows, Scope scope, ColumnCipher cipher, Audit audit) {
        this.database = database;
        this.rows = rows;
        this.scope = scope;
        this.cipher = cipher;
        this.audit = audit;
    }

    void handle(Ledger ledger, UUID id, Request request) {
        var reason = Reason.said(request.reason());
        var row = rows.look(ledger, id).orElseThrow(() -> new Refused(LedgerRefusal.ROW_NOT_FOUND));
        var institution = row.get("institutionId") instanceof UUID owner ? owner : null;
        scope.require(Permission.PROTECTION, institution);
        Unscoped.run(
                "whoever destroys what is sealed of a row need not be one who changes it", () -> empty(ledger, id));
        cipher.destroy(id);
        audit.record(Act.of("data.destroyed", ledger.name(), id).in(institution).with("reason", reason));
    }

    private void empty(Ledger ledger, UUID id) {
        for (var column : ledger.own()) {
            if (column.isSealed()) {
                database.sql("update " + ledger.name() + " set " + column.db() + " = null where id = :id and "
                                + column.db() + " is not null")
                        .param("id", id)
                        .update();
            }
        }
    }
}
