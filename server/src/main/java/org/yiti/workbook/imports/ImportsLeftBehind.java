package org.yiti.workbook.imports;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LeavesBehind;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.workbook.WorkbookRefusal;

/** Imports that were checked and wait for whoever handed them in. What a file is called may tell of people. */
@Component
class ImportsLeftBehind implements LeavesBehind {

    private final JdbcClient database;
    private final Scope scope;

    ImportsLeftBehind(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public List<Item> of(String account) {
        return database.sql("""
                        select 'import' as kind, id, to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as title,
                               institution_id from workbook.import
                         where account = :account and state in ('WAITING', 'CHECKING', 'CHECKED')
                        """).param("account", account).query(Item.class).list();
    }

    /** It goes on with the rights of whoever has it then. */
    @Override
    public void handOver(UUID id, String successor) {
        scope.require(Permission.IMPORT, (UUID) null);
        var isWaiting = database.sql(
                        "select exists (select from workbook.import where id = :id and state in ('WAITING', 'CHECKING', 'CHECKED'))")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (!isWaiting) {
            throw new Refused(WorkbookRefusal.NOTHING_TO_HAND_OVER);
        }
        int handed =
                database.sql("""
                        update workbook.import i
                           set account = a.account, account_name = a.name, role = a.role, institution_id = a.institution_id,
                               everything = a.everything, purpose = null, on_behalf_of = null, idempotency_key = null
                          from identity.account a
                         where i.id = :id and a.account = :successor and a.enabled
                        """).param("id", id).param("successor", successor).update();
        if (handed == 0) {
            throw new Refused(IdentityRefusal.ACCOUNT_NOT_FOUND);
        }
    }
}
