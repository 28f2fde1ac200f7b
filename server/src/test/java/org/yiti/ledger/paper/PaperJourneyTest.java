package org.yiti.ledger.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

class PaperJourneyTest extends PaperJourney {

    private static final Account INSPECTOR = new Account("inspector", "督查", Role.INSPECTOR, null, true);
    private static int count;

    private Account officer;
    private Account stranger;
    private UUID vehicle;
    private String path;

    @BeforeEach
    void aVehicleOfAnInstitution() {
        var n = ++count;
        if (n == 1) {
            add("organization/divisions", Map.of("code", "981000", "name", "文市", "level", "市级"));
        }
        officer = officer(institution("PA-" + n));
        stranger = officer(institution("PB-" + n));
        vehicle = vehicle("PA-" + n, "宁F" + (81000 + n));
        path = "vehicle/" + vehicle;
    }

    private UUID institution(String code) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", "文市" + code, "kind", "政府机关", "level", "市级", "divisionCode", "981000"));
    }

    private UUID vehicle(String institution, String plate) {
        return add(
                "fleet/vehicles",
                Map.of(
                        "plate",
                        plate,
                        "markStatus",
                        "已标识",
                        "institutionCode",
                        institution,
                        "type",
                        "其他按规定配备的公务用车",
                        "body",
                        "轿车",
                        "energy",
                        "汽油",
                        "acquisition",
                        "购置",
                        "status",
                        "在用"));
    }

    private MvcTestResult picture(String title) {
        return addPaper(officer, path, "现场.png", Samples.png(), form(title, "PHOTOGRAPH"));
    }

    private List<Map<String, Object>> papers(Account account) {
        return items(get(account, "/api/objects/" + path + "/papers"));
    }

    private List<Map<String, Object>> story() {
        return items(get(ADMINISTRATOR, "/api/objects/" + path + "/lifeline"));
    }

    @Test
    void aPaperIsListedWithWhatIsKnownOfItAndComesBackByteForByte() throws Exception {
        var bytes = Samples.pdf();
        var more =
                Map.of("title", " 购置批复 ", "paperKind", "APPROVAL", "number", "文市机管〔2026〕3号", "datedOn", "2026-02-28");

        var added = addPaper(officer, path, "关于购置车辆的批复.PDF", bytes, more);

        assertThat(added).hasStatus(201);
        assertThat(papers(INSPECTOR))
                .singleElement()
                .satisfies(paper -> assertThat(paper)
                        .containsEntry("title", "购置批复")
                        .containsEntry("kind", "APPROVAL")
                        .containsEntry("number", "文市机管〔2026〕3号")
                        .containsEntry("datedOn", "2026-02-28")
                        .containsEntry("fileName", "关于购置车辆的批复.PDF")
                        .containsEntry("mediaType", "application/pdf")
                        .containsEntry("size", bytes.length)
                        .containsEntry("shown", true)
                        .containsEntry("mayRemove", false));
        var content = content(INSPECTOR, id(added), "");
        assertThat(content).hasStatusOk();
        assertThat(content.getResponse().getContentAsByteArray()).isEqualTo(bytes);
        assertThat(content)
                .headers()
                .hasValue("Content-Type", "application/pdf")
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Content-Length", String.valueOf(bytes.length));
        assertThat(content.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment; filename=\"paper.pdf\"; filename*=UTF-8''%E5%85%B3");
    }

    private MvcTestResult content(Account account, Object paper, String query) {
        return http.get()
                .uri("/api/objects/" + path + "/papers/" + paper + "/content" + query)
                .with(as(account))
                .exchange(Duration.ofSeconds(20));
    }

    @Test
    void onlyPicturesAndPdfAreShownInPlaceAndNothingInThemRuns() {
        var picture = content(officer, id(picture("照片")), "?inline=true").getResponse();
        var document = content(
                        officer,
                        id(addPaper(officer, path, "稿.docx", Samples.docx(), form("稿", "OTHER"))),
                        "?inline=true")
                .getResponse();

        assertThat(picture.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(picture.getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(picture.getHeader("Cache-Control")).contains("no-cache", "private");
        assertThat(document.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(document.getHeader("Content-Security-Policy")).contains("sandbox");
    }

    /** HEIC as phones write it; other kinds of papers are originals, and stay as they are. */
    @Test
    void aPhotographOfAPhoneIsKeptWithoutThePlace() throws IOException {
        byte[] taken;
        try (var file = getClass().getResourceAsStream("/photograph/turned.heic")) {
            taken = file.readAllBytes();
        }
        for (var kind : List.of("PHOTOGRAPH", "OTHER")) {
            var paper = id(addPaper(officer, path, kind + ".heic", taken.clone(), form(kind, kind)));
            var kept = content(officer, paper, "").getResponse().getContentAsByteArray();
            assertThat(kept).hasSameSizeAs(taken);
            assertThat(new String(kept, StandardCharsets.ISO_8859_1).contains("N31.2304"))
                    .isEqualTo(kind.equals("OTHER"));
            taken[taken.length - 1]++;
        }
        assertThat(addPaper(officer, path, "a.heic", Samples.heic(), form("照片", "PHOTOGRAPH")))
                .hasStatus(422);
    }

    @Test
    void aBrowserThatHasItAlreadyIsToldSoAfterBeingAskedWhoItIs() {
        var paper = id(picture("照片"));
        var tag = content(officer, paper, "").getResponse().getHeader("ETag");
        var again = http.get()
                .uri("/api/objects/" + path + "/papers/" + paper + "/content")
                .header("If-None-Match", tag);

        assertThat(again.with(as(officer)).exchange()).hasStatus(304);
        assertThat(again.with(as(stranger)).exchange()).hasStatus(404);
    }

    @Test
    void whoMayReadMayListAndWhoMayNotWriteMayNotAdd() {
        var paper = id(picture("照片"));

        assertThat(papers(INSPECTOR)).hasSize(1);
        assertThat(json(get(INSPECTOR, "/api/objects/" + path + "/papers"))).containsEntry("mayAdd", false);
        assertThat(json(get(officer, "/api/objects/" + path + "/papers"))).containsEntry("mayAdd", true);
        assertThat(addPaper(INSPECTOR, path, "a.png", Samples.png(), form("照片", "PHOTOGRAPH")))
                .hasStatus(403);
        assertThat(removePaper(INSPECTOR, path, paper, "不该在这里")).hasStatus(403);
    }

    @Test
    void theObjectOfAnotherInstitutionAnswersAsOneThatIsNotThere() {
        var paper = id(picture("照片"));
        var nowhere = "vehicle/" + UUID.randomUUID();

        for (var there : List.of(path, nowhere)) {
            var address = "/api/objects/" + there + "/papers";
            assertThat(get(stranger, address)).hasStatus(404);
            assertThat(get(stranger, address + "/" + paper + "/content")).hasStatus(404);
            assertThat(removePaper(stranger, there, paper, "越权")).hasStatus(404);
            assertThat(addPaper(stranger, there, "a.exe", new byte[0], Map.of()))
                    .hasStatus(404);
        }
        assertThat(json(get(stranger, "/api/objects/" + path + "/papers")).get("title"))
                .isEqualTo(json(get(stranger, "/api/objects/" + nowhere + "/papers"))
                        .get("title"));
        assertThat(papers(officer)).hasSize(1);
    }

    @Test
    void aPaperIsReachedThroughItsOwnObjectOnly() {
        var paper = id(picture("照片"));
        var other = "vehicle/" + vehicle("PB-" + count, "宁F" + (82000 + count));

        assertThat(get(stranger, "/api/objects/" + other + "/papers/" + paper + "/content"))
                .hasStatus(404);
        assertThat(removePaper(stranger, other, paper, "绕道")).hasStatus(404);
    }

    @Test
    void aRemovedPaperLosesItsContentAndKeepsItsStory() {
        var paper = id(addPaper(officer, path, "证.jpg", Samples.jpeg(), form("行驶证", "CERTIFICATE")));

        assertThat(removePaper(officer, path, paper, "")).hasStatus(422);
        assertThat(removePaper(officer, path, paper, "传错了车")).hasStatus(204);

        assertThat(papers(officer)).isEmpty();
        assertThat(content(officer, paper, "")).hasStatus(404);
        assertThat(removePaper(officer, path, paper, "再来一次")).hasStatus(404);
        assertThat(database.sql("select count(*) from ledger.paper_chunk where paper_id = :id::uuid")
                        .param("id", paper)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(story()).extracting("action").containsExactly("PAPER_REMOVED", "PAPER_ADDED", "CREATED");
        assertThat(story().get(0))
                .containsEntry("note", "传错了车")
                .extracting("paper.title", "actor.account")
                .containsExactly("行驶证", officer.account());
    }

    @Test
    void everythingIsInTheAuditLogOfTheObject() {
        var paper = id(picture("照片"));
        content(officer, paper, "?inline=true");
        content(officer, paper, "");
        removePaper(officer, path, paper, "重拍");

        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?object=" + vehicle)))
                .extracting("action")
                .contains("paper.added", "paper.opened", "paper.downloaded", "paper.removed");
    }

    @Test
    void whatIsSaidWronglyIsRefusedWhereItStands() {
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString();

        assertThat(pointers(Map.of())).containsExactly("/title", "/kind");
        assertThat(pointers(Map.of("title", " \u200b ", "paperKind", "APPROVAL")))
                .containsExactly("/title");
        assertThat(pointers(Map.of("title", "长".repeat(201), "paperKind", "NOTHING")))
                .containsExactly("/title", "/kind");
        for (var day : List.of("2026-02-30", "昨天", tomorrow, "0026-01-01")) {
            assertThat(pointers(Map.of("title", "题", "paperKind", "OTHER", "datedOn", day)))
                    .containsExactly("/datedOn");
        }
        assertThat(papers(officer)).isEmpty();
    }

    private List<Object> pointers(Map<String, String> form) {
        return pointers(addPaper(officer, path, "a.png", Samples.png(), form));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> pointers(MvcTestResult refused) {
        assertThat(refused).hasStatus(422);
        return ((List<Map<String, Object>>) json(refused).get("errors"))
                .stream().map(error -> error.get("pointer")).toList();
    }

    @Test
    void aFileIsTakenForWhatItsBytesAndItsNameAgreeOn() {
        refused("空.pdf", new byte[0], "paper-empty");
        refused("程序.exe", "MZ".getBytes(), "paper-type-not-taken");
        refused("材料.zip", Samples.zip("批复.pdf"), "paper-type-not-taken");
        refused("页.html", "<script>".getBytes(), "paper-type-not-taken");
        refused("没有后缀", Samples.pdf(), "paper-type-not-taken");
        refused("批复.pdf", Samples.png(), "paper-type-differs");
        refused("批复.pdf.png", Samples.pdf(), "paper-type-differs");
        refused("表.docx", Samples.xlsx(), "paper-type-differs");
        refused("图.png", "<svg onload=alert(1)>".getBytes(), "paper-unreadable");
        refused(
                "宏.docx",
                Samples.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                "paper-unreadable");
        assertThat(papers(officer)).isEmpty();
    }

    private void refused(String name, byte[] bytes, String type) {
        var answer = addPaper(officer, path, name, bytes, form("题", "OTHER"));
        assertThat(pointers(answer)).as(name).containsExactly("/file");
        assertThat(json(answer)).as(name).containsEntry("type", "/problems/ledger/" + type);
    }

    @Test
    void aFileOverTheLimitIsRefusedInBothLanguages() {
        var large = new byte[(50 << 20) + 1];
        System.arraycopy("%PDF-".getBytes(), 0, large, 0, 5);

        var answer = addPaper(officer, path, "大.pdf", large, form("大", "OTHER"));

        assertThat(answer).hasStatus(413);
        assertThat(json(answer))
                .containsEntry("type", "/problems/ledger/paper-too-large")
                .extractingByKey("title")
                .asString()
                .contains("50 MB");
    }

    @Test
    void theSameFileIsRefusedNamingTheOneThatIsThereAndMayComeBackOnceItIsGone() {
        var bytes = Samples.pdf();
        var first = id(addPaper(officer, path, "一.pdf", bytes, form("租赁合同", "CONTRACT")));

        var again = addPaper(officer, path, "二.pdf", bytes, form("又一份", "CONTRACT"));

        assertThat(again).hasStatus(409);
        assertThat(json(again))
                .containsEntry("paper", first)
                .extractingByKey("title")
                .asString()
                .contains("已在这里", "租赁合同");
        removePaper(officer, path, first, "换新的");
        assertThat(addPaper(officer, path, "二.pdf", bytes, form("又一份", "CONTRACT")))
                .hasStatus(201);
    }

    @Test
    void aRequestSentAgainAddsNothingAndGetsTheFirstAnswer() {
        var bytes = Samples.pdf();
        var first = addPaper(officer, path, "一.pdf", bytes, form("一", "OTHER"), "key-" + vehicle);
        var again = addPaper(officer, path, "一.pdf", bytes, form("一", "OTHER"), "key-" + vehicle);
        var other = addPaper(officer, path, "二.pdf", Samples.pdf(), form("二", "OTHER"), "key-" + vehicle);

        assertThat(again).hasStatus(201);
        assertThat(id(again)).isEqualTo(id(first));
        assertThat(other).hasStatus(422);
        assertThat(papers(officer)).hasSize(1);
    }

    @Test
    void anObjectHoldsTwoHundredPapersAndNotOneMore() {
        database.sql("""
                        insert into ledger.paper (id, holder_kind, holder_id, kind, title, file_name, media_type, size, sha256, added_at, added_by)
                        select gen_random_uuid(), 'vehicle', :id, 'OTHER', '第 ' || n, 'x.png', 'image/png', 1, 'x' || n, now(), 'admin'
                          from generate_series(1, 199) n
                        """).param("id", vehicle).update();

        assertThat(picture("第 200")).hasStatus(201);
        assertThat(picture("第 201")).hasStatus(409);
        assertThat(papers(officer)).hasSize(200);
    }

    @Test
    void anObjectWithPapersIsNotRemovedBeforeThem() {
        var paper = id(picture("照片"));
        var row = "/api/fleet/vehicles/" + vehicle + "?version=1";

        assertThat(delete(officer, row)).hasStatus(409);
        removePaper(officer, path, paper, "车辆登记重复");
        assertThat(delete(officer, row)).hasStatus(204);
    }

    @Test
    void whatEverybodyReadsIsWrittenByThoseWhoSeeEverything() {
        var division = database.sql("select id from organization.division where code = '981000'")
                .query(UUID.class)
                .single();

        assertThat(addPaper(officer, "division/" + division, "a.png", Samples.png(), form("区划图", "PHOTOGRAPH")))
                .hasStatus(403);
        assertThat(addPaper(ADMINISTRATOR, "division/" + division, "a.png", Samples.png(), form("区划图", "PHOTOGRAPH")))
                .hasStatus(201);
    }

    @Test
    void theLifeLineIsPagedWithThePapersBetweenTheChangesTheyCameBetween() {
        var paper = id(picture("照片"));
        for (var n = 1; n <= 3; n++) {
            patch(officer, "/api/fleet/vehicles/" + vehicle, Map.of("version", n, "brandModel", "型号" + n));
        }
        removePaper(officer, path, paper, "看不清");

        var first = json(get(ADMINISTRATOR, "/api/objects/" + path + "/lifeline?limit=2"));
        var second = json(get(ADMINISTRATOR, "/api/objects/" + path + "/lifeline?limit=2&after=" + first.get("next")));

        assertThat(actions(first)).containsExactly("PAPER_REMOVED", "CHANGED", "CHANGED");
        assertThat(actions(second)).containsExactly("CHANGED", "PAPER_ADDED", "CREATED");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> actions(Map<String, Object> page) {
        return ((List<Map<String, Object>>) page.get("items"))
                .stream().map(entry -> entry.get("action")).toList();
    }
}
