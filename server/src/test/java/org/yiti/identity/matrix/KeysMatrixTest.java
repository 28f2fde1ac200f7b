package org.yiti.identity.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.TestDatabase;
import org.yiti.demonstration.DemonstrationDatabase;
import org.yiti.identity.Account;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Past;
import org.yiti.workbook.ImportJourney;

/**
 * Whoever writes a number that another institution uses is answered to the letter as whoever writes one that nobody has: as
 * a new row, as a change, in a file, and as what a row points at. Every ledger, whatever its key.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "yiti.test=another database of its own")
class KeysMatrixTest extends ImportJourney {

    private static final Logger log = LoggerFactory.getLogger(KeysMatrixTest.class);

    @Autowired
    private Ledgers ledgers;

    @Value("${spring.datasource.url}")
    private String url;

    private World world;
    private JdbcClient house;
    private Account me;
    private int fresh;
    private final Map<String, Integer> counts = new TreeMap<>();

    @BeforeAll
    void aCountyAmongOthers() throws SQLException {
        var city = TestDatabase.at(url);
        DemonstrationDatabase.into(city);
        house = JdbcClient.create(
                new SingleConnectionDataSource(city.dataSource().getConnection(), true));
        world = new World(house, ledgers);
        me = known(officer(world.institution(Relation.OWN)));
    }

    /** Of whom the keys are tried: all whose rows can be told apart by what one types. */
    private Stream<Ledger> numbered() {
        return ledgers.all().stream()
                .filter(ledger -> !ledger.isFlow() && ledger.owner() != null && own(ledger) != null)
                .filter(ledger ->
                        !"self".equals(ledger.owner()) && ledger.pastOf().isEmpty());
    }

    /** The text of its own by which a row is known. */
    private static @Nullable Column own(Ledger ledger) {
        return ledger.key().stream()
                .map(ledger::column)
                .filter(column -> column.via() == null && column.kind() == Kind.TEXT)
                .findFirst()
                .orElse(null);
    }

    /** One's own row, as it would be typed, but for its key. */
    private Optional<Map<String, Object>> mine(Ledger ledger) {
        return Stream.of(Relation.OWN, Relation.CHILD)
                .flatMap(relation -> world.row(ledger, relation).stream())
                .findFirst()
                .map(id -> json(get(me, "/api/" + ledger.path() + "/" + id)))
                .map(row -> typed(ledger, row));
    }

    private static Map<String, Object> typed(Ledger ledger, Map<String, Object> row) {
        var cells = new LinkedHashMap<String, Object>();
        for (var column : ledger.inputs()) {
            var value = row.get(column.name());
            if (value != null && !column.name().equals(Past.SINCE)) {
                if (!column.grading().guarded()) {
                    cells.put(column.name(), column.name().equals("main") ? false : value);
                } else if (column.required()) {
                    cells.put(column.name(), "甲乙");
                }
            }
        }
        return cells;
    }

    /** A number that nobody has. */
    private String nobodys(Ledger ledger) {
        fresh++;
        return switch (Objects.requireNonNull(own(ledger)).name()) {
            case "plate" -> "藏F" + (70000 + fresh);
            case "phone" -> "979797" + (70000 + fresh);
            default -> "NN-" + fresh;
        };
    }

    /** A number that another institution has, and nobody beside; a room's in the very building one sits in. */
    private Optional<String> anothers(Ledger ledger, Map<String, Object> mine) {
        if (ledger.name().equals("premises.room")) {
            var number = "FM-" + ++fresh;
            house.sql("""
                            insert into premises.room (building_id, floor_id, number, institution_id, use, usable_area)
                            select r.building_id, r.floor_id, :number, :institution, r.use, 9 from premises.room r
                              join premises.building b on b.id = r.building_id where b.code = :building and r.number = :room
                            """)
                    .param("number", number)
                    .param("institution", world.institution(Relation.SIBLING))
                    .param("building", mine.get("buildingCode"))
                    .param("room", mine.get("number"))
                    .update();
            return Optional.of(number);
        }
        return Stream.of(Relation.NEPHEW, Relation.SIBLING, Relation.PARENT)
                .flatMap(relation -> world.row(ledger, relation).stream())
                .findFirst()
                .map(id -> renumbered(ledger, id));
    }

    private String renumbered(Ledger ledger, String id) {
        var number = nobodys(ledger);
        house.sql("update " + ledger.name() + " set "
                        + Objects.requireNonNull(own(ledger)).db() + " = ? where id = cast(? as uuid)")
                .param(number)
                .param(id)
                .update();
        return number;
    }

    private static Map<String, Object> with(Map<String, Object> cells, Ledger ledger, String number) {
        var all = new LinkedHashMap<>(cells);
        all.put(Objects.requireNonNull(own(ledger)).name(), number);
        return all;
    }

    private record Answer(int status, String text) {}

    private static Answer answer(MvcTestResult result, String number) {
        return new Answer(
                result.getResponse().getStatus(),
                plain(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), number));
    }

    private static String plain(String text, String number) {
        return text.replace(number, "NUMBER")
                .replaceAll("\\bid=\\d+", "ID")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll(
                        "\"(at|createdAt|finishedAt|startedAt|appliedAt|checkedAt|fileName|sha256)\":\"[^\"]*\"", "");
    }

    @Test
    void aNumberThatAnotherHasIsAsOneThatNobodyHas() {
        var wrong = new ArrayList<String>();
        numbered()
                .forEach(ledger -> mine(ledger)
                        .ifPresent(cells -> anothers(ledger, cells).ifPresent(taken -> {
                            var free = nobodys(ledger);
                            var yardstick = post(me, "/api/" + ledger.path(), with(cells, ledger, free));
                            var expected = answer(yardstick, free);
                            var result = post(me, "/api/" + ledger.path(), with(cells, ledger, taken));
                            compare("new " + ledger.name(), answer(result, taken), expected, wrong);
                            if (expected.status() == 201) {
                                counts.merge("rows made", 1, Integer::sum);
                                if (result.getResponse().getStatus() == 201) {
                                    var there = "/api/" + ledger.path() + "/"
                                            + json(result).get("id");
                                    assertThat(delete(me, there + "?version=" + version(there)))
                                            .hasStatus(204);
                                }
                                var other = post(me, "/api/" + ledger.path(), with(cells, ledger, nobodys(ledger)));
                                change(ledger, yardstick, other, taken, wrong);
                            } else {
                                wrong.add("not even with a number of one's own: " + ledger.name() + " " + expected);
                            }
                        })));
        log.info("Matrix, numbers: {}", counts);
        assertThat(wrong).isEmpty();
        assertThat(counts.get("rows made")).isGreaterThan(8);
    }

    private void change(Ledger ledger, MvcTestResult made, MvcTestResult other, String taken, List<String> wrong) {
        var free = nobodys(ledger);
        compare("change of " + ledger.name(), changed(ledger, other, taken), changed(ledger, made, free), wrong);
    }

    private Answer changed(Ledger ledger, MvcTestResult made, String number) {
        var path = "/api/" + ledger.path() + "/" + json(made).get("id");
        var key = Objects.requireNonNull(own(ledger)).name();
        return answer(patch(me, path, Map.of("version", version(path), key, number)), number);
    }

    private Object version(String path) {
        return Objects.requireNonNull(json(get(me, path)).get("version"));
    }

    private void compare(String what, Answer answer, Answer expected, List<String> wrong) {
        counts.merge(expected.status() < 300 ? "taken alike" : "refused alike", 1, Integer::sum);
        if (!answer.equals(expected)) {
            wrong.add(what + ": " + answer + " but " + expected);
        }
    }

    @Test
    void soItIsInAFile() throws InterruptedException {
        var wrong = new ArrayList<String>();
        for (var ledger : numbered().toList()) {
            var cells = mine(ledger);
            var taken = cells.flatMap(mine -> anothers(ledger, mine));
            if (taken.isPresent()) {
                var free = nobodys(ledger);
                var expected = checked(ledger, with(cells.get(), ledger, free), free);
                if (!expected.text().contains("added=1")) {
                    wrong.add("not even with a number of one's own: " + ledger.name() + " " + expected);
                }
                compare(
                        "file of " + ledger.name(),
                        checked(ledger, with(cells.get(), ledger, taken.get()), taken.get()),
                        expected,
                        wrong);
            }
        }
        log.info("Matrix, numbers in files: {}", counts);
        assertThat(wrong).isEmpty();
    }

    private Answer checked(Ledger ledger, Map<String, Object> cells, String number) throws InterruptedException {
        var headers = cells.keySet().stream()
                .map(name -> ledger.column(name).label().zh())
                .collect(Collectors.joining(","));
        var line = cells.values().stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(","));
        var id = upload(
                me, ledger.title().zh() + ".csv", (headers + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
        rested(id);
        var there = json(get(me, "/api/workbook/imports/" + id));
        return new Answer(
                200,
                plain(
                        there.get("state") + " " + sheet(there) + " "
                                + items(get(me, "/api/workbook/imports/" + id + "/problems")),
                        number));
    }

    @Test
    void whatARowPointsAtIsFoundWhereItIsSeenAndNowhereElse() {
        var wrong = new ArrayList<String>();
        for (var ledger : ledgers.all()) {
            if (!ledger.isFlow() && ledger.owner() != null) {
                mine(ledger).ifPresent(cells -> wrong.addAll(pointed(ledger, cells)));
            }
        }
        log.info("Matrix, what is pointed at: {}", counts);
        assertThat(wrong).isEmpty();
        assertThat(counts.get("pointed")).isGreaterThan(20);
    }

    private List<String> pointed(Ledger ledger, Map<String, Object> cells) {
        var wrong = new ArrayList<String>();
        for (var reference : ledger.references()) {
            var there = ledgers.get(reference.ledger());
            var foreign = there.owner() == null || "self".equals(there.owner())
                    ? Optional.<String>empty()
                    : world.row(there, Relation.NEPHEW).or(() -> world.row(there, Relation.PARENT));
            foreign.ifPresent(id -> {
                if (Ledgers.isNumberedByInstitution(there)) {
                    renumbered(there, id); // what I have myself by now I may point at
                }
            });
            foreign.map(id -> json(get(ADMINISTRATOR, "/api/" + there.path() + "/" + id)))
                    .ifPresent(row -> {
                        var pointing =
                                own(ledger) == null ? new LinkedHashMap<>(cells) : with(cells, ledger, nobodys(ledger));
                        var nowhere = new HashMap<>(pointing);
                        for (var i = 0; i < reference.by().size(); i++) {
                            var name = reference.by().get(i);
                            pointing.put(name, row.get(there.key().get(i)));
                            nowhere.put(
                                    name,
                                    ledger.column(name).kind() == Kind.TEXT
                                            ? name.equals("plate") ? "藏F60000" : "NN-0"
                                            : row.get(there.key().get(i)));
                        }
                        counts.merge("pointed", 1, Integer::sum);
                        var expected = answer(post(me, "/api/" + ledger.path(), nowhere), "NN-0");
                        compare(
                                ledger.name() + " pointing at " + there.name(),
                                answer(
                                        post(me, "/api/" + ledger.path(), pointing),
                                        String.valueOf(row.get(there.key().get(0)))),
                                expected,
                                wrong);
                        if (expected.status() < 400) {
                            wrong.add("taken: " + ledger.name() + " pointing at nothing of " + there.name());
                        }
                    });
        }
        return wrong;
    }
}
