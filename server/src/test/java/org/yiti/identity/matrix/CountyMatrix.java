package org.yiti.identity.matrix;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.TestPropertySource;
import org.yiti.TestDatabase;
import org.yiti.demonstration.DemonstrationDatabase;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.workbook.ImportJourney;

/** One city for the dimensions that go beyond single things: filters, several at once, counts. Loaded once for all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "yiti.test=a city for many things at once")
abstract class CountyMatrix extends ImportJourney {

    private static final Map<String, World> WORLDS = new ConcurrentHashMap<>();
    static final List<Relation> ELSEWHERE = List.of(Relation.NEPHEW, Relation.SIBLING, Relation.PARENT);

    final Map<String, Integer> counts = new TreeMap<>();

    @Autowired
    Ledgers ledgers;

    @Value("${spring.datasource.url}")
    private String url;

    World world;

    @BeforeAll
    void aCountyAmongOthers() {
        world = WORLDS.computeIfAbsent(url, this::loaded);
    }

    private World loaded(String url) {
        var city = TestDatabase.at(url);
        DemonstrationDatabase.into(city);
        try {
            return new World(
                    JdbcClient.create(
                            new SingleConnectionDataSource(city.dataSource().getConnection(), true)),
                    ledgers);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    /** One of each role, of the county. */
    List<Account> accounts() {
        return Arrays.stream(Role.values())
                .map(role -> new Account("many-" + role, "矩阵", role, world.institution(Relation.OWN), false))
                .toList();
    }

    /** A row that somebody else has, as it is. */
    Stream<Map<String, Object>> anothers(Ledger ledger) {
        return ELSEWHERE.stream()
                .flatMap(relation -> world.row(ledger, relation).stream())
                .limit(1)
                .map(id -> json(get(ADMINISTRATOR, "/api/" + ledger.path() + "/" + id)));
    }

    Stream<Map<String, Object>> mine(Ledger ledger) {
        return Stream.of(Relation.OWN, Relation.CHILD)
                .flatMap(relation -> world.row(ledger, relation).stream())
                .limit(1)
                .map(id -> json(get(ADMINISTRATOR, "/api/" + ledger.path() + "/" + id)));
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void tellCounts(String of) {
        LoggerFactory.getLogger(getClass()).info("Matrix, {}: {}", of, counts);
    }
}
