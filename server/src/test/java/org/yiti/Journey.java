package org.yiti;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.Permission;
import org.yiti.identity.Role;
import tools.jackson.databind.json.JsonMapper;

/**
 * A test of the whole server over HTTP. All of them share one context and one database: make names of your own. A test
 * with properties of its own gets a context and a database of its own.
 */
@SpringBootTest(
        properties = {
            "yiti.demonstration=false",
            "db-scheduler.polling-interval=200ms",
            "yiti.audit-folder=target/audit",
            "yiti.key-folder=target/keys",
            "yiti.lists.count-patience=1m",
            "yiti.telemetry.facts.threads=0",
            "yiti.energy.facts.threads=0",
            "yiti.surface.anonymous-per-minute=100000",
            "yiti.surface.work-per-minute=100000"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
public abstract class Journey {

    private static final AtomicInteger DIVISIONS = new AtomicInteger(900_000);
    private static final Map<String, JdbcClient> OWNERS = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    protected static final Account ADMINISTRATOR = new Account("admin", "管理员", Role.ADMINISTRATOR, null, true);

    /** The audit log is seen by nobody else. */
    protected static final Account AUDITOR = new Account("auditor", "审计", Role.AUDIT_ADMINISTRATOR, null, true);

    @Autowired
    protected MockMvcTester http;

    @Autowired
    private JdbcClient served;

    @Value("${spring.datasource.url}")
    private String databaseUrl;

    /** As the owner of the tables, who may arrange anything; in a transaction, or as somebody, as the server asks. */
    protected final JdbcClient database = sql -> (isTheServers() ? served : owner()).sql(sql);

    private static boolean isTheServers() {
        return TransactionSynchronizationManager.isActualTransactionActive() || Acting.account() != null;
    }

    private JdbcClient owner() {
        return OWNERS.computeIfAbsent(databaseUrl, url -> {
            var connections = new HikariDataSource();
            connections.setDataSource(TestDatabase.at(url).dataSource());
            connections.setMaximumPoolSize(4);
            connections.setMinimumIdle(0);
            return JdbcClient.create(connections);
        });
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        var own = TestDatabase.fresh();
        properties.add("spring.datasource.url", own::url);
        properties.add("spring.datasource.username", () -> TestDatabase.OWNER);
        properties.add("spring.datasource.password", () -> TestDatabase.OWNER);
        keep(own.jdbc(), ADMINISTRATOR);
    }

    /** Makes somebody an account with the grants they act by: work that goes on in the background looks them up. */
    protected Account known(Account account) {
        keep(database, account);
        return account;
    }

    private static void keep(JdbcClient database, Account account) {
        database.sql(
                        "insert into identity.account (account, name, role, institution_id, everything) values (?, ?, ?, ?, ?) on conflict do nothing")
                .param(account.account())
                .param(account.name())
                .param(account.role().name())
                .param(account.institutionId())
                .param(account.everything())
                .update();
        var granted = database.sql(
                        "select exists (select from identity.grant g join identity.account a on a.id = g.account_id where a.account = ?)")
                .param(account.account())
                .query(Boolean.class)
                .single();
        if (!granted) {
            grant(database, account);
        }
    }

    private static void grant(JdbcClient database, Account account) {
        account.rights().reaches().forEach((permission, reach) -> {
            if (reach.everywhere()) {
                grant(database, account, permission, null);
            }
            reach.roots().forEach(root -> grant(database, account, permission, root));
        });
    }

    private static void grant(JdbcClient database, Account account, Permission permission, @Nullable UUID root) {
        database.sql("""
                        insert into identity.grant (account_id, holder, role, permission, institution_id, purpose, starts_at, granted_at, granted_by)
                        select id, '', case when :duty then role end, case when not :duty then :permission end, :root::uuid, :purpose, now() - interval '1 day', now(), 'yiti' from identity.account where account = :account
                        """)
                .param("duty", account.role().isAdministratorsDuty())
                .param("permission", permission.name())
                .param("root", root)
                .param("purpose", account.rights().purpose().name())
                .param("account", account.account())
                .update();
    }

    /** The code of a division that no other test of this database has; those written out are kept apart by a test. */
    protected static String freshDivision() {
        return String.valueOf(DIVISIONS.incrementAndGet());
    }

    protected static Account officer(UUID institution) {
        return new Account("officer-" + institution, "经办人", Role.OFFICER, institution, false);
    }

    protected static RequestPostProcessor as(Account account) {
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                account, null, AuthorityUtils.createAuthorityList("ROLE_" + account.role())));
    }

    protected MvcTestResult get(Account account, String path, Object... variables) {
        return http.get().uri(path, variables).with(as(account)).exchange();
    }

    protected MvcTestResult post(Account account, String path, Map<String, ?> body) {
        return http.post()
                .uri(path)
                .with(as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body))
                .exchange();
    }

    protected MvcTestResult put(Account account, String path, Map<String, ?> body) {
        return http.put()
                .uri(path)
                .with(as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body))
                .exchange();
    }

    protected MvcTestResult patch(Account account, String path, Map<String, ?> body) {
        return http.patch()
                .uri(path)
                .with(as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body))
                .exchange();
    }

    protected MvcTestResult delete(Account account, String path) {
        return http.delete()
                .uri(path)
                .with(as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    @SuppressWarnings("unchecked")
    protected static Map<String, Object> json(MvcTestResult result) {
        return JSON.readValue(result.getResponse().getContentAsByteArray(), Map.class);
    }

    @SuppressWarnings("unchecked")
    protected static List<Map<String, Object>> list(MvcTestResult result) {
        return JSON.readValue(result.getResponse().getContentAsByteArray(), List.class);
    }

    @SuppressWarnings("unchecked")
    protected static List<Map<String, Object>> items(MvcTestResult result) {
        return (List<Map<String, Object>>) json(result).get("items");
    }

    /** Adds a row as administrator and returns its id. */
    protected UUID add(String path, Map<String, ?> cells) {
        var result = post(ADMINISTRATOR, "/api/" + path, cells);
        if (result.getResponse().getStatus() != 201) {
            throw new AssertionError(
                    path + " " + cells + " gave " + result.getResponse().getStatus() + " " + json(result));
        }
        return UUID.fromString((String) json(result).get("id"));
    }
}
