package org.yiti.identity.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiti.ApiOperation;
import org.yiti.Journey;
import org.yiti.TestDatabase;
import org.yiti.demonstration.DemonstrationDatabase;
import org.yiti.identity.Account;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Permission;
import org.yiti.identity.Role;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;

/**
 * Every operation of the API × every role × own, child, sibling, nephew, parent and what does not exist. What lies outside
 * the scope must be answered to the letter as what does not exist, and no answer may hold anything of it. An operation
 * that nobody has classified fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "yiti.test=a database of its own")
class ScopeMatrixTest extends Journey {

    private static final Logger log = LoggerFactory.getLogger(ScopeMatrixTest.class);

    @Autowired
    private Ledgers ledgers;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Value("${spring.datasource.url}")
    private String url;

    /** Rows of a list that is turned to its end: beyond it there are the same pages again. */
    private static final int MOST_WALKED = 3_000;

    private Asking asking;
    private World world;
    private final Map<String, Integer> counts = new TreeMap<>();

    @BeforeAll
    void aCountyAmongOthers() throws SQLException {
        var city = TestDatabase.at(url);
        DemonstrationDatabase.into(city);
        world = new World(
                JdbcClient.create(
                        new SingleConnectionDataSource(city.dataSource().getConnection(), true)),
                ledgers);
        var session = new LiveSession(UUID.randomUUID(), world.me(), false, false, Instant.now());
        asking = new Asking(
                http,
                requestMappingHandlerMapping,
                account -> SecurityMockMvcRequestPostProcessors.authentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                account, session, AuthorityUtils.createAuthorityList("ROLE_" + account.role()))));
        // Something for the audit log to tell of each.
        for (var relation : Relation.values()) {
            if (relation != Relation.ABSENT) {
                asking.addPaper(ADMINISTRATOR, world.institution(relation));
            }
        }
    }

    private List<Account> accounts() {
        return Arrays.stream(Role.values())
                .map(role -> new Account("matrix-" + role, "矩阵", role, world.institution(Relation.OWN), false))
                .toList();
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void tellCounts(String of) {
        log.info("Matrix, {}: {}", of, counts);
    }

    @Test
    void everyOperationIsKnown() throws IOException {
        for (var operation : ApiOperation.all()) {
            count(Treatment.of(operation).name());
        }
        tellCounts("operations by how they are tried");
    }

    @Test
    void whatLiesElsewhereIsAnsweredAsWhatDoesNotExist() throws IOException {
        var wrong = new ArrayList<String>();
        for (var operation : ApiOperation.all()) {
            if (Treatment.of(operation) == Treatment.OBJECT) {
                for (var of : Targets.of(operation, ledgers)) {
                    wrong.addAll(tryObject(operation, of));
                }
            }
        }
        tellCounts("objects");
        assertThat(wrong).isEmpty();
        assertThat(counts.getOrDefault("as what does not exist", 0)).isGreaterThan(1_000);
        assertThat(counts.getOrDefault("answered in scope", 0)).isGreaterThan(300);
    }

    private List<String> tryObject(ApiOperation operation, Targets.Target of) {
        var wrong = new ArrayList<String>();
        for (var account : accounts()) {
            var may = asking.may(account, operation);
            var absent = asking.ask(
                    account, operation, of.path(world, Relation.ABSENT).orElseThrow(), of.body());
            var looked = absent.text().contains("wrong-code");
            if (may && !looked && Set.of(400, 415, 422).contains(absent.status())) {
                wrong.add("nobody looked for it: " + operation + " " + of + ": " + absent);
            }
            for (var relation : Relation.values()) {
                var path = relation == Relation.ABSENT ? Optional.<String>empty() : of.path(world, relation);
                if (path.isEmpty()) {
                    count(relation == Relation.ABSENT ? "absent" : "nothing there to try");
                    continue;
                }
                var answer = asking.ask(account, operation, path.get(), of.body());
                var isTold = relation.isInScope() && !of.isPersonal();
                var isSame = answer.equals(absent);
                var where = "%s %s as %s to %s: %s".formatted(operation, of, account.role(), relation, answer);
                if (!may && answer.status() != 403) {
                    wrong.add("not refused: " + where);
                } else if ((!may || !isTold) && !isSame) {
                    wrong.add("told from what does not exist: " + where + " but " + absent);
                } else if (may && isTold && isSame) {
                    wrong.add("refused in scope: " + where);
                }
                count(!may ? "not permitted" : isTold ? "answered in scope" : "as what does not exist");
            }
        }
        return wrong;
    }

    @Test
    void noListExportOrSearchHoldsAnythingOfOtherParts() throws IOException {
        var wrong = new ArrayList<String>();
        for (var operation : ApiOperation.all()) {
            if (Treatment.of(operation) == Treatment.MANY) {
                for (var account : accounts()) {
                    for (var path : Targets.lists(operation, ledgers, world)) {
                        var text = asking.text(account, path, asking.may(account, operation));
                        asking.leaks(text, world)
                                .forEach(leak -> wrong.add(path + " as " + account.role() + " holds " + leak));
                        count(path.contains("/export") ? "exports" : path.contains("search") ? "searches" : "lists");
                    }
                }
            }
        }
        tellCounts("many at once");
        assertThat(wrong).isEmpty();
        assertThat(world.foreignRows()).as("rows that could have leaked").isGreaterThan(10_000);
    }

    /** The same scan over the same answers must find what an account that sees everything is given. */
    @Test
    void theScanWouldNoticeALeak() {
        var text = asking.text(ADMINISTRATOR, "/api/fleet/vehicles?limit=500", true);
        assertThat(asking.leaks(text, world)).isNotEmpty();
    }

    @Test
    void aListOfAnotherPartIsAnsweredAsThatOfOneThatDoesNotExist() throws IOException {
        var wrong = new ArrayList<String>();
        for (var operation : ApiOperation.all()) {
            if (Treatment.of(operation) == Treatment.MANY && Targets.takesInstitution(operation)) {
                for (var account : accounts()) {
                    var absent = asking.ask(account, operation, within(operation, Relation.ABSENT));
                    for (var relation : List.of(Relation.SIBLING, Relation.NEPHEW, Relation.PARENT)) {
                        var answer = asking.ask(account, operation, within(operation, relation));
                        count("lists of other parts");
                        if (!answer.equals(absent)) {
                            wrong.add(operation + " as " + account.role() + " of " + relation + ": " + answer + " but "
                                    + absent);
                        }
                    }
                }
            }
        }
        tellCounts("lists of other parts");
        assertThat(wrong).isEmpty();
    }

    /** Not only nothing of others: all of one's own, on whatever page, counted as it is. */
    @Test
    void aListGivesWhatLiesInOnesPartAndAllOfIt() {
        var wrong = new ArrayList<String>();
        for (var ledger : ledgers.all()) {
            if (ledger.isFlow()) {
                continue;
            }
            for (var part : List.of(Relation.OWN, Relation.CHILD)) {
                var there = world.below(ledger, part);
                for (var account : accounts()) {
                    if (account.may(Permission.READ) && there.size() <= MOST_WALKED) {
                        var path = "/api/" + ledger.path() + "?limit=500"
                                + (part == Relation.OWN ? "" : "&institution=" + world.institution(part));
                        var given = asking.ids(account, path);
                        count(there.isEmpty() ? "lists of nothing" : "lists compared row by row");
                        if (!given.equals(there)) {
                            wrong.add(path + " as " + account.role() + " gives " + given.size() + " of "
                                    + there.size());
                        }
                    }
                }
            }
        }
        tellCounts("what lists give");
        assertThat(wrong).isEmpty();
        assertThat(counts.getOrDefault("lists compared row by row", 0)).isGreaterThan(60);
    }

    private String within(ApiOperation operation, Relation relation) {
        return operation.path() + "?institution=" + world.institution(relation);
    }

    @Test
    void aRowOfAnotherPartCannotBeMadeAndIsRefusedAsIfItsPartDidNotExist() {
        var wrong = new ArrayList<String>();
        for (var ledger : ledgers.all()) {
            if (ledger.isFlow() || ledger.isEveryones()) {
                continue;
            }
            for (var relation : List.of(Relation.SIBLING, Relation.NEPHEW, Relation.PARENT)) {
                world.row(ledger, relation).ifPresent(id -> wrong.addAll(tryCreating(ledger, relation, id)));
            }
        }
        tellCounts("new rows");
        assertThat(wrong).isEmpty();
    }

    private List<String> tryCreating(Ledger ledger, Relation relation, String id) {
        var wrong = new ArrayList<String>();
        var there = json(get(ADMINISTRATOR, "/api/" + ledger.path() + "/" + id));
        var cells = new LinkedHashMap<String, Object>();
        ledger.inputs().forEach(column -> cells.put(column.name(), there.get(column.name())));
        var absent = new LinkedHashMap<>(cells);
        ledger.references().stream()
                .filter(reference -> !ledgers.get(reference.ledger()).isEveryones())
                .flatMap(reference -> reference.by().stream())
                .filter(name -> ledger.column(name).kind() == Kind.TEXT && cells.get(name) != null)
                .forEach(name -> absent.put(name, "无此编码"));
        for (var account : accounts()) {
            var answer = asking.create(account, ledger, cells);
            var yardstick = asking.create(account, ledger, absent);
            count("new rows refused");
            if (answer.status() < 400) {
                wrong.add("made: " + ledger.name() + " of " + relation + " as " + account.role());
            } else if (!answer.equals(yardstick) && !ledger.name().equals("organization.institution")) {
                wrong.add(ledger.name() + " of " + relation + " as " + account.role() + ": " + answer + " but "
                        + yardstick);
            }
        }
        return wrong;
    }

    @Test
    void whatIsOfTheHouseIsRefusedToWhoMayNot() throws IOException {
        var wrong = new ArrayList<String>();
        for (var operation : ApiOperation.all()) {
            if (Treatment.of(operation) == Treatment.HOUSE) {
                for (var account : accounts()) {
                    if (!asking.may(account, operation)) {
                        count("of the house, refused");
                        var answer =
                                asking.ask(account, operation, operation.path().replaceAll("\\{[a-z]+}", "nothing"));
                        if (answer.status() != 403) {
                            wrong.add(operation + " as " + account.role() + ": " + answer);
                        }
                    }
                }
            }
        }
        tellCounts("the house");
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyIsAnsweredAnythingButWhatIsForEverybody() throws IOException {
        var answered = new ArrayList<ApiOperation>();
        for (var operation : ApiOperation.all()) {
            var path = operation
                    .path()
                    .replaceAll("\\{(kind)}", "vehicle")
                    .replaceAll("\\{seq}", "1")
                    .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
            if (!asking.isOpen(operation)) {
                count("as nobody");
                if (asking.ask(null, operation, path).status() != 401) {
                    answered.add(operation);
                }
            }
        }
        tellCounts("nobody");
        assertThat(answered).isEmpty();
    }
}
