package org.yiti.identity.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.yiti.identity.Role;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;

/**
 * Every guarded text of the county is marked, in its ledgers, its findings and its papers. Whatever the API is asked for:
 * an answer with a mark in it has an entry in the audit log, and one without has none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "yiti.test=readings of a city")
class ReadingMatrixTest extends Journey {

    private static final Logger log = LoggerFactory.getLogger(ReadingMatrixTest.class);
    private static final String MARK = "密密";

    @Autowired
    private Ledgers ledgers;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Value("${spring.datasource.url}")
    private String url;

    private Asking asking;
    private World world;
    private final Map<String, Integer> counts = new TreeMap<>();

    @BeforeAll
    void everythingGuardedIsMarked() throws SQLException {
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
        asking.addPaper(ADMINISTRATOR, world.institution(Relation.OWN));
        for (var ledger : ledgers.all()) {
            mark(ledger);
        }
        markFindings();
        for (var told :
                List.of("ledger.paper set title", "lifeline.change set note", "supervision.finding_event set note")) {
            var column = told.substring(told.lastIndexOf(' ') + 1);
            database.sql("update " + told + " = :mark || " + column + " where " + column + " is not null")
                    .param("mark", MARK)
                    .update();
        }
    }

    private void mark(Ledger ledger) {
        for (var column : ledger.own()) {
            if (isMarked(column) && !ledger.isFlow()) {
                database.sql("update " + ledger.name() + " set " + column.db() + " = :mark || " + column.db()
                                + " where " + column.db() + " is not null"
                                + " and institution_id in (select member from organization.below where root = :county)")
                        .param("mark", MARK)
                        .param("county", world.institution(Relation.OWN))
                        .update();
            }
        }
    }

    private static boolean isMarked(Column column) {
        return column.grading().guarded() && column.kind() == Kind.TEXT && !column.isSealed() && column.via() == null;
    }

    /** About a person, by a rule whose evidence tells of people and places. */
    private void markFindings() {
        database.sql("""
                        update supervision.finding f
                           set rule_id = r.id, rule_hash = r.hash, subject_kind = 'person', subject_title = :mark || '某人',
                               subject_id = (select p.id from organization.person p where p.institution_id = f.institution_id order by p.id limit 1),
                               facts = r.told, evidence = jsonb_build_array(r.told)
                          from (select r.id, r.hash, jsonb_object_agg(c ->> 'name', case when c ->> 'guard' is null then '' else :mark end || (c ->> 'name')) as told
                                  from supervision.rule r, jsonb_array_elements(r.evidence) c
                                 group by r.id, r.hash having count(c ->> 'guard') > 0 order by r.id limit 1) r
                         where f.number = 'FM-OWN'
                        """).param("mark", MARK).update();
        assertThat(database.sql("select facts::text from supervision.finding where number = 'FM-OWN'")
                        .query(String.class)
                        .single())
                .contains(MARK);
    }

    private List<Account> accounts() {
        return Arrays.stream(Role.values())
                .map(role -> new Account("reads-" + role, "看", role, world.institution(Relation.OWN), false))
                .toList();
    }

    private Stream<String> paths(ApiOperation operation) {
        if (!operation.method().equals("GET")) {
            return Stream.of();
        }
        return switch (Treatment.of(operation)) {
            case OBJECT ->
                Targets.of(operation, ledgers).stream()
                        .flatMap(target -> Stream.of(Relation.OWN, Relation.CHILD)
                                .flatMap(relation -> target.path(world, relation).stream()));
            case MANY ->
                Stream.concat(
                        Targets.lists(operation, ledgers, world).stream(),
                        operation.path().equals("/api/search") ? Stream.of("/api/search?q=" + MARK) : Stream.of());
            default -> Stream.of();
        };
    }

    @Test
    void whateverIsHandedOutInClearHasAnEntryAndNothingElseHasOne() throws IOException {
        var wrong = new ArrayList<String>();
        for (var operation : ApiOperation.all()) {
            for (var path : (Iterable<String>) paths(operation)::iterator) {
                for (var account : accounts()) {
                    if (asking.may(account, operation)) {
                        wrong.addAll(ask(operation, account, path));
                    }
                }
            }
        }
        log.info("Readings: {}", counts);
        assertThat(wrong).isEmpty();
        assertThat(counts.getOrDefault("in clear", 0)).isGreaterThan(60);
        assertThat(counts.getOrDefault("nothing guarded", 0)).isGreaterThan(60);
    }

    private List<String> ask(ApiOperation operation, Account account, String path) {
        var before = newest();
        var answer = path.contains("/export")
                ? asking.text(account, path, true)
                : asking.ask(account, operation, path).text();
        var told = database.sql(
                        "select count(*) from safeguard.entry where seq > :before and action = 'data.read' and actor = :actor")
                .param("before", before)
                .param("actor", "account/" + account.account())
                .query(Integer.class)
                .single();
        var isInClear = answer.contains(MARK);
        counts.merge(isInClear ? "in clear" : "nothing guarded", 1, Integer::sum);
        var wanted = isInClear ? Set.of(1) : isOfNumbers(path) ? Set.of(0, 1) : Set.of(0);
        return wanted.contains(told)
                ? List.of()
                : List.of(path + " as " + account.role() + (isInClear ? " is in clear" : " has nothing guarded")
                        + " and " + told + " entries");
    }

    /** Coordinates are guarded and cannot be marked; what stands in the places of a trip can be empty. */
    private static boolean isOfNumbers(String path) {
        return path.contains("trip") || path.contains("order") || path.contains("fuel-record");
    }

    private long newest() {
        return database.sql("select size from safeguard.head").query(Long.class).single();
    }
}
