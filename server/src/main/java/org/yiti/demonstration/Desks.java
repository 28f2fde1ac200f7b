package org.yiti.demonstration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.DemonstrationAccounts;
import org.yiti.identity.Role;

/** Who may look at the city that was loaded: its accounts. */
@Component
class Desks {

    private final JdbcClient database;
    private final DemonstrationAccounts accounts;

    Desks(JdbcClient database, DemonstrationAccounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /**
     * The bureau's administrator and inspector see all of the city; officers see their own part. What is found of the bureau
     * itself nobody of it or below it may close: who looks after it from above does.
     */
    void open() {
        var bureau = institution("name like '示范市机关事务%'");
        accounts.open("admin", "王管理", Role.ADMINISTRATOR, bureau, true);
        accounts.open("inspector", "李督查", Role.INSPECTOR, bureau, true);
        accounts.open("province", "吴督导", Role.INSPECTOR, above(bureau), true);
        accounts.open("sysadmin", "钱系统", Role.SYSTEM_ADMINISTRATOR, bureau, true);
        accounts.open("secadmin", "孙安全", Role.SECURITY_ADMINISTRATOR, bureau, true);
        accounts.open("auditor", "周审计", Role.AUDIT_ADMINISTRATOR, bureau, true);
        accounts.open("officer", "张经办", Role.OFFICER, institution("name like '示范市财政局%'"), false);
        accounts.open("county", "赵县办", Role.OFFICER, institution("level = 'COUNTY' and name like '%机关事务%'"), false);
    }

    private UUID institution(String condition) {
        return database.sql("select id from organization.institution where " + condition + " order by code limit 1")
                .query(UUID.class)
                .single();
    }

    /** A city that is shown alone has nothing above it: then they belong to no institution of it. */
    private @Nullable UUID above(UUID institution) {
        return database.sql("select parent_id from organization.institution where id = ? and parent_id is not null")
                .param(institution)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }
}
