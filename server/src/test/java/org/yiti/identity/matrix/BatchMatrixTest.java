package org.yiti.identity.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.ApiOperation;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Past;

/**
 * Several at once, one of which is somebody else's: the answer is to the letter that to several of which one does not exist,
 * and nothing of it is done. Whatever in a body or an address can hold several is known, or the build fails.
 */
class BatchMatrixTest extends CountyMatrix {

    /** Bodies that hold several, and how many others could be among them. */
    private static final Map<String, String> IN_BODIES = Map.ofEntries(
            Map.entry("POST /api/identity/own-rights/delegations grants", "tried: grants of others"),
            Map.entry("POST /api/ledger/reorganizations steps", "tried: institutions of others"),
            Map.entry("PUT /api/ledger/reorganizations/{id} steps", "tried: institutions of others"),
            Map.entry("POST /api/telemetry/set-aside/retries ids", "of others are passed over: tried by journeys"),
            Map.entry("POST /api/telemetry/set-aside/discards ids", "of others are passed over: tried by journeys"),
            Map.entry("POST /api/energy/batches/set-aside/retries ids", "of others are passed over: tried by journeys"),
            Map.entry(
                    "POST /api/energy/batches/set-aside/discards ids", "of others are passed over: tried by journeys"),
            Map.entry("POST /api/energy/set-aside/retries ids", "of others are passed over: tried by journeys"),
            Map.entry("POST /api/energy/set-aside/discards ids", "of others are passed over: tried by journeys"),
            Map.entry("POST /api/identity/tokens permissions", "names that are everybody's"),
            Map.entry("POST /api/identity/tokens ranges", "addresses of networks"),
            Map.entry("POST /api/identity/accounts/{id}/tokens permissions", "names that are everybody's"),
            Map.entry("POST /api/identity/accounts/{id}/tokens ranges", "addresses of networks"),
            Map.entry("POST /api/identity/passkeys transports", "what a key says of itself"),
            Map.entry("POST /api/supervision/reminders/read keys", "what waits for oneself; others are passed over"),
            Map.entry("POST /api/supervision/subscriptions kinds", "names that are everybody's"),
            Map.entry("POST /api/supervision/cases findings", "tried: findings of others"),
            Map.entry("POST /api/supervision/campaigns kinds", "codes"),
            Map.entry("POST /api/supervision/campaigns inspectors", "accounts, each held to the part of the tree"),
            Map.entry(
                    "PUT /api/supervision/visits/{id}/answers answers",
                    "of the one visit in the path; photographs of others are refused"),
            Map.entry("POST /api/supervision/cases/{id}/merge others", "tried: cases of others"),
            Map.entry("POST /api/supervision/cases/{id}/split findings", "tried: findings of others"),
            Map.entry("POST /api/supervision/laboratory/trials proposals", "values of the law"));
    /** What tells how something goes on while it does. */
    private static final Map<String, String> PROGRESS = Map.of(
            "GET /api/workbook/imports/{id}/events", "one import, told to whoever handed it in: tried as an object",
            "GET /api/supervision/sweeps/latest/events", "the house's: counts for who sees it whole",
            "GET /api/supervision/laboratory/trials/{id}/events", "for whoever governs rules everywhere");

    private record Answer(int status, String text) {}

    private Account me;

    @BeforeAll
    void somebodyOfTheCounty() {
        me = known(officer(world.institution(Relation.OWN)));
    }

    private static Answer answer(MvcTestResult result, Object... hidden) {
        var text = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        for (var one : hidden) {
            text = text.replace(String.valueOf(one), "HIDDEN");
        }
        return new Answer(
                result.getResponse().getStatus(),
                text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                        .replaceAll("\"id\":\\d+", "ID")
                        .replaceAll("\"(at|createdAt|requestedAt|expiresAt)\":\"[^\"]*\"", ""));
    }

    private void same(Answer foreign, Answer absent, String what) {
        count(what);
        assertThat(foreign).as(what).isEqualTo(absent);
    }

    @Test
    void whateverHoldsSeveralIsKnown() throws IOException {
        var found = ApiOperation.all().stream()
                .filter(operation -> operation.body() != null)
                .flatMap(operation -> several(operation.body()).map(name -> operation + " " + name))
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(IN_BODIES.keySet());
    }

    private static Stream<String> several(Map<?, ?> body) {
        return body.entrySet().stream()
                .flatMap(field -> field.getValue() instanceof List
                        ? Stream.of(String.valueOf(field.getKey()))
                        : field.getValue() instanceof Map<?, ?> inner ? several(inner) : Stream.of());
    }

    @Test
    void whateverTellsOfProgressIsKnownAndTellsNothingOfOthers() throws IOException {
        var found = ApiOperation.all().stream()
                .filter(operation -> operation.path().endsWith("/events"))
                .map(ApiOperation::toString)
                .collect(Collectors.toSet());
        counts.put("streams of progress", found.size());

        assertThat(found).isEqualTo(PROGRESS.keySet());
        for (var account : accounts()) {
            var trial = get(account, "/api/supervision/laboratory/trials/" + UUID.randomUUID() + "/events");
            assertThat(trial).as(account.role().name()).hasStatus(403);
            var sweep = get(account, "/api/supervision/sweeps/latest");
            if (sweep.getResponse().getStatus() == 200) {
                assertThat(json(sweep).get("found")).as(account.role().name()).isNull();
                assertThat(json(sweep).get("mended")).as(account.role().name()).isNull();
            }
            count("standings of the house");
        }
        var absent = answer(get(me, "/api/workbook/imports/" + UUID.randomUUID() + "/events"));
        for (var relation : ELSEWHERE) {
            var theirs = world.incoming(relation).orElseThrow();
            same(answer(get(me, "/api/workbook/imports/" + theirs + "/events")), absent, "progress of others' imports");
        }
        tellCounts("progress");
    }

    @Test
    void aListOfOnesOwnAndOthersIsThatOfOnesOwnAlone() {
        for (var ledger : ledgers.all()) {
            if (!ledger.isFlow() && !ledger.isEveryones()) {
                mine(ledger).forEach(own -> anothers(ledger).forEach(theirs -> listed(ledger, own, theirs)));
            }
        }
        var absent = get(me, "/api/identity/grants?account=1&account=999999999");
        for (var relation : ELSEWHERE) {
            same(
                    answer(get(
                            me,
                            "/api/identity/grants?account=1&account="
                                    + world.account(relation).orElseThrow())),
                    answer(absent),
                    "lists of several accounts");
        }
        tellCounts("lists of several");
        assertThat(counts.get("lists of several rows")).isGreaterThan(100);
    }

    private void listed(Ledger ledger, Map<String, Object> own, Map<String, Object> theirs) {
        var filters = new LinkedHashMap<String, Object>();
        ledger.references().forEach(reference -> filters.put(reference.idName(), UUID.randomUUID()));
        ledger.inputs().stream()
                .filter(column ->
                        column.kind() == Kind.TEXT && !column.grading().guarded())
                .forEach(column -> filters.put(column.name(), "NN-无此值"));
        filters.forEach((name, nobodys) -> {
            var foreign = theirs.get(name);
            if (foreign != null
                    && own.get(name) != null
                    && !foreign.equals(own.get(name))
                    && isTheirsAlone(ledger, name, foreign)) {
                var path = "/api/" + ledger.path() + "?limit=500&" + name + "={own}&" + name + "={other}";
                same(
                        answer(get(me, path, own.get(name), foreign), foreign),
                        answer(get(me, path, own.get(name), nobodys), nobodys),
                        "lists of several rows");
            }
        });
    }

    /** Whoever sees a value at their own rows may ask for it. */
    private boolean isTheirsAlone(Ledger ledger, String name, Object foreign) {
        return items(get(me, "/api/" + ledger.path() + "?limit=1&" + name + "={foreign}", foreign))
                .isEmpty();
    }

    @Test
    void whatIsPassedOnIsAllOnesOwnOrNothing() {
        var own = database.sql(
                        "select g.id from identity.grant g join identity.account a on a.id = g.account_id where a.account = ?")
                .param(me.account())
                .query(UUID.class)
                .list()
                .get(0);
        known(new Account("colleague", "同事", me.role(), me.institutionId(), false));
        Function<Object, Answer> passed = other -> answer(
                post(
                        me,
                        "/api/identity/own-rights/delegations",
                        Map.of(
                                "account",
                                "colleague",
                                "grants",
                                List.of(own, other),
                                "reason",
                                "出差",
                                "endsAt",
                                Instant.now().plus(1, ChronoUnit.DAYS).toString())),
                other);
        var absent = passed.apply(UUID.randomUUID());
        for (var relation : ELSEWHERE) {
            same(passed.apply(world.grant(relation).orElseThrow()), absent, "grants passed on together");
        }
        assertThat(absent.status()).isGreaterThanOrEqualTo(400);
        assertThat(database.sql("select count(*) from identity.grant where delegated_from = ?")
                        .param(own)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aCaseOfOnesOwnAndOthersIsRefusedAsOfNobody() {
        var inspector = known(new Account("watches", "督查", Role.INSPECTOR, world.institution(Relation.OWN), false));
        var finding = world.finding(Relation.OWN).orElseThrow();
        var mine = UUID.fromString(world.caseFile(Relation.OWN).orElseThrow());
        var own = "/api/supervision/cases/" + mine;
        var version = database.sql("select version from supervision.case_file where id = ?")
                .param(mine)
                .query(Integer.class)
                .single();
        Function<Object, Answer> opened = other ->
                answer(post(inspector, "/api/supervision/cases", Map.of("findings", List.of(finding, other))), other);
        Function<Object, Answer> merged = other -> answer(
                post(inspector, own + "/merge", Map.of("others", List.of(other), "note", "并案", "version", version)),
                other);
        Function<Object, Answer> split = other -> answer(
                post(inspector, own + "/split", Map.of("findings", List.of(other), "note", "分案", "version", version)),
                other);
        var cases = cases();
        for (var relation : ELSEWHERE) {
            var theirs = world.finding(relation).orElseThrow();
            same(opened.apply(theirs), opened.apply(UUID.randomUUID()), "cases of several findings");
            same(split.apply(theirs), split.apply(UUID.randomUUID()), "cases of several findings");
            same(
                    merged.apply(world.caseFile(relation).orElseThrow()),
                    merged.apply(UUID.randomUUID()),
                    "cases put together");
        }
        assertThat(Stream.of(opened, merged, split)
                        .map(asked -> asked.apply(UUID.randomUUID()).status()))
                .allMatch(status -> status >= 400);
        assertThat(cases()).isEqualTo(cases);
        tellCounts("cases");
    }

    private List<String> cases() {
        return database.sql("select id || ' ' || stage || ' ' || version from supervision.case_file order by id")
                .query(String.class)
                .list();
    }

    @Test
    void aReorganizationOfOnesOwnAndOthersIsRefusedAsOfNobody() {
        var child = world.institution(Relation.CHILD);
        for (var kind : List.of("RENAME", "MERGE", "MOVE")) {
            Function<UUID, Answer> drafted = other -> answer(
                    post(
                            me,
                            "/api/ledger/reorganizations",
                            Map.of(
                                    "name",
                                    "合并试验",
                                    "approvalNo",
                                    "1",
                                    "effectiveOn",
                                    "2026-12-01",
                                    "steps",
                                    List.of(
                                            Map.of("kind", "RENAME", "institution", child, "name", "新名"),
                                            kind.equals("RENAME")
                                                    ? Map.of("kind", kind, "institution", other, "name", "新名")
                                                    : Map.of("kind", kind, "institution", child, "target", other)))),
                    other);
            var absent = drafted.apply(UUID.randomUUID());
            assertThat(absent.status()).as(absent.text()).isGreaterThanOrEqualTo(400);
            for (var relation : ELSEWHERE) {
                same(drafted.apply(world.institution(relation)), absent, "reorganizations of several");
            }
        }
        tellCounts("reorganizations");
    }

    @Test
    void aFileOfOnesOwnAndOthersIsCheckedAsOneOfWhichOneIsNobodys() throws InterruptedException {
        var wrong = new ArrayList<String>();
        for (var ledger : ledgers.all()) {
            var rows = ledger.isFlow()
                            || ledger.owner() == null
                            || ledger.find("institutionCode").isEmpty()
                    ? List.<Map<String, Object>>of()
                    : mine(ledger).toList();
            if (!rows.isEmpty()
                    && ledger.inputs().stream().anyMatch(one -> one.name().equals("institutionCode"))) {
                var absent = checked(ledger, rows.get(0), "NN-0");
                var foreign = checked(ledger, rows.get(0), world.institutionCode(Relation.SIBLING));
                count("files of several rows");
                if (!foreign.equals(absent)) {
                    wrong.add(ledger.name() + ": " + foreign + " but " + absent);
                }
            }
        }
        tellCounts("files");
        assertThat(wrong).isEmpty();
        assertThat(counts.get("files of several rows")).isGreaterThan(20);
    }

    private String checked(Ledger ledger, Map<String, Object> row, String institution) throws InterruptedException {
        var columns = ledger.inputs().stream()
                .filter(column ->
                        row.get(column.name()) != null && !column.name().equals(Past.SINCE))
                .filter(column -> !column.grading().guarded() || column.required())
                .toList();
        var headers = columns.stream().map(column -> column.label().zh()).collect(Collectors.joining(","));
        Function<String, String> line = code -> columns.stream()
                .map(column -> column.name().equals("institutionCode")
                        ? code
                        : column.grading().guarded() ? "甲乙" : String.valueOf(row.get(column.name())))
                .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
        var file = headers + "\n" + line.apply(String.valueOf(row.get("institutionCode"))) + "\n"
                + line.apply(institution) + "\n";
        var id = upload(me, ledger.title().zh() + ".csv", file.getBytes(StandardCharsets.UTF_8));
        rested(id);
        var there = json(get(me, "/api/workbook/imports/" + id));
        return answer(get(me, "/api/workbook/imports/" + id + "/problems"), institution)
                        .text()
                + there.get("state")
                + sheet(there).toString().replace(institution, "HIDDEN").replaceAll("\\bid=\\S+", "");
    }

    @Test
    void aFileThatIsAskedForCountsNothingOfOthers() {
        var asking = known(new Account("asks", "申请人", me.role(), world.institution(Relation.OWN), false));
        for (var ledger : List.of("organization/people", "fleet/vehicles", "premises/rooms")) {
            Function<Map<String, ?>, Answer> asked = filters -> answer(post(
                    asking,
                    "/api/workbook/export-requests",
                    Map.of(
                            "ledger", ledger,
                            "format", "csv",
                            "filters", filters,
                            "purpose", "SERVICE",
                            "reason", "矩阵测试")));
            var own = world.institutionCode(Relation.OWN);
            asked.apply(Map.of("institutionCode", List.of(own, "NN-0")));
            asked.apply(Map.of("institutionCode", List.of(own, world.institutionCode(Relation.SIBLING))));
            var rows = database.sql(
                            "select rows from workbook.export_request where requested_by = 'asks' and ledger = ? order by requested_at")
                    .param(ledgers.all().stream()
                            .filter(one -> one.path().equals(ledger))
                            .findFirst()
                            .orElseThrow()
                            .name())
                    .query(Long.class)
                    .list();
            assertThat(Set.copyOf(rows)).as(ledger).hasSize(1);
            assertThat(rows).hasSize(2);
            count("files asked for");
        }
        for (var relation : ELSEWHERE) {
            same(
                    answer(exportOf(asking, world.institution(relation)), world.institution(relation)),
                    answer(exportOf(asking, world.institution(Relation.ABSENT)), world.institution(Relation.ABSENT)),
                    "files asked for of others");
        }
        tellCounts("files asked for");
    }

    private MvcTestResult exportOf(Account asking, UUID institution) {
        return post(
                asking,
                "/api/workbook/export-requests",
                Map.of(
                        "ledger", "organization/people",
                        "format", "csv",
                        "filters", Map.of(),
                        "institution", institution,
                        "purpose", "SERVICE",
                        "reason", "矩阵测试"));
    }
}
