package org.yiti.supervision.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import org.yiti.Soon;
import org.yiti.document.Read;
import org.yiti.identity.Account;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Rights;
import org.yiti.identity.Role;
import org.yiti.kernel.Sha256;
import org.yiti.proof.verify.Verify;
import org.yiti.supervision.cases.CaseJourney;

class PackageJourneyTest extends CaseJourney {

    private static final Account APPROVER = new Account("package-approver", "审批", Role.INSPECTOR, null, true);

    @TempDir
    private Path folder;

    private record Checked(int exit, String said) {}

    private Checked checked(Map<String, byte[]> files) throws IOException {
        var file = folder.resolve("package.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var one : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
            }
        }
        var arguments = new ArrayList<>(List.of(file.toString(), "--lang", "zh"));
        for (var key : (List<?>) json(get(AUDITOR, "/api/safeguard/audit/log")).get("keys")) {
            arguments.addAll(List.of("--key", key.toString()));
        }
        var out = new ByteArrayOutputStream();
        var exit = new Verify(new PrintStream(out, true, UTF_8), Locale.CHINESE).run(arguments.toArray(String[]::new));
        return new Checked(exit, out.toString(UTF_8));
    }

    private static Map<String, byte[]> unpacked(MvcTestResult answer) throws IOException {
        assertThat(answer).hasStatusOk();
        var files = new TreeMap<String, byte[]>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), UTF_8);
    }

    private UUID caseWithAPaper() {
        var file = open(dearCar(1));
        addPaper(officer, "case/" + file, "说明.png", PICTURE, form("秘密的情况说明", "STATEMENT"));
        step(INSPECTOR, file, "VERIFY");
        return file;
    }

    @Test
    void theVerifierFindsItWholeAndFindsEveryFileThatIsAltered() throws IOException {
        var files = unpacked(get(INSPECTOR, "/api/supervision/cases/" + caseWithAPaper() + "/package"));
        var whole = checked(files);
        assertThat(whole.exit()).as(whole.said()).isZero();
        assertThat(whole.said()).contains("证据包“案件 C").contains("(Ed25519)").contains("SM2");

        for (var name : List.copyOf(files.keySet())) {
            var kept = files.get(name);
            var turned = kept.clone();
            turned[kept.length / 2] ^= 1;
            files.put(name, turned);
            var asked = checked(files);
            assertThat(asked.exit()).as("%s: %s", name, asked.said()).isEqualTo(1);
            files.put(name, kept);
        }
        assertThat(checked(files).exit()).isZero();
    }

    @Test
    void itHoldsWhatTheFindingStandsOnAndHowItWasComeTo() throws IOException {
        var file = caseWithAPaper();
        var files = unpacked(get(INSPECTOR, "/api/supervision/cases/" + file + "/package"));
        var folder = "findings/"
                + items(get(INSPECTOR, "/api/supervision/findings?case=" + file))
                        .get(0)
                        .get("number") + "/";

        assertThat(files)
                .containsKeys(
                        "index.html",
                        "case.json",
                        "papers.json",
                        "keys.txt",
                        folder + "facts.json",
                        folder + "parameters.json",
                        folder + "rule/rule.yml",
                        folder + "rule/find.sql",
                        folder + "rule/cases.yml",
                        folder + "pictures/measure.svg");
        assertThat(text(files, folder + "computation.txt"))
                .contains("依据：《党政机关公务用车管理办法")
                .contains("比较：实际 900000 元，标准 180000 元；900000 − 180000 = 720000 元，为标准的 400%");
        assertThat(text(files, folder + "rule/rule.yml")).contains("id: fleet.price-cap");
        assertThat(text(files, "index.html"))
                .contains("一、问题与证据")
                .contains("计算过程")
                .contains("<svg")
                .contains(INSPECTOR.account());
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("proofs/"));
    }

    @Test
    void withoutApprovalItLeavesOutWhatPeopleWroteAndTheFilesOfPapers() throws IOException {
        var files = unpacked(get(INSPECTOR, "/api/supervision/cases/" + caseWithAPaper() + "/package"));

        assertThat(files.keySet()).noneMatch(name -> name.startsWith("papers/"));
        assertThat(files.values())
                .noneSatisfy(bytes -> assertThat(new String(bytes, UTF_8)).containsAnyOf("说明：VERIFY", "秘密的情况说明"));
        assertThat(List.of(Read.pdf(files.get("case.pdf")), Read.ofd(files.get("case.ofd"))))
                .noneSatisfy(said -> assertThat(said).containsAnyOf("说明：VERIFY", "秘密的情况说明"));
    }

    /** Of an office that is too large for the one who sits in it. */
    @SuppressWarnings("unchecked")
    private UUID caseAboutSomebody(String name) {
        var code = "CS-" + n;
        add("organization/people", Map.of("code", code + "-P", "name", name, "institutionCode", code, "rank", "科员"));
        add("premises/sites", Map.of("code", code + "-S", "name", "院", "institutionCode", code));
        add(
                "premises/buildings",
                Map.of(
                        "code",
                        code + "-B",
                        "name",
                        "案楼",
                        "siteCode",
                        code + "-S",
                        "institutionCode",
                        code,
                        "acquisition",
                        "自有",
                        "titleStatus",
                        "登记在使用单位",
                        "buildingArea",
                        3000,
                        "storeys",
                        3));
        add("premises/floors", Map.of("buildingCode", code + "-B", "number", 1));
        var room = add(
                "premises/rooms",
                Map.of(
                        "buildingCode",
                        code + "-B",
                        "number",
                        "1001",
                        "floorNumber",
                        1,
                        "institutionCode",
                        code,
                        "use",
                        "办公室",
                        "usableArea",
                        12));
        add(
                "premises/occupancies",
                Map.of(
                        "buildingCode",
                        code + "-B",
                        "roomNumber",
                        "1001",
                        "personCode",
                        code + "-P",
                        "startsOn",
                        "2026-01-05"));
        return open(Soon.one(
                "a finding about the room",
                () -> items(get(INSPECTOR, "/api/supervision/findings?rule=premises.office-area&subject=" + room))));
    }

    private static String readable(Map<String, byte[]> files) {
        return HtmlUtils.htmlUnescape(text(files, "index.html").replaceAll("<(style|title)>.*?</\\1>|<[^>]*>", ""))
                .replaceAll("\\s|\u3000", "");
    }

    @Test
    void whatIsMaskedIsMaskedInEachReadableFileAndNothingIsInOneThatIsNotInTheOthers() throws IOException {
        var file = caseAboutSomebody("欧阳守密");
        var files = unpacked(get(INSPECTOR, "/api/supervision/cases/" + file + "/package"));

        var pdf = Read.pdf(files.get("case.pdf"));
        var ofd = Read.ofd(files.get("case.ofd"));
        assertThat(List.of(pdf, ofd, readable(files)))
                .allSatisfy(said -> assertThat(said)
                        .contains("使用人")
                        .contains("欧")
                        .contains("已遮盖")
                        .doesNotContain("欧阳守密")
                        .doesNotContain("守密"));
        assertThat(Read.pagesOfOfd(files.get("case.ofd"))).hasSameSizeAs(Read.pagesOfPdf(files.get("case.pdf")));
    }

    @Test
    void anybodyReadsTheCaseInPdfAndOfdWithClauseNumbersStepsHistoryAndHashes() throws IOException {
        var file = caseWithAPaper();
        var files = unpacked(get(INSPECTOR, "/api/supervision/cases/" + file + "/package"));

        for (var said : List.of(Read.pdf(files.get("case.pdf")), Read.ofd(files.get("case.ofd")))) {
            assertThat(said)
                    .contains("案件证据材料")
                    .contains((String) item(file).get("number"))
                    .contains("依据：《党政机关公务用车管理办法")
                    .contains("比较：实际900000元，标准180000元；900000−180000=720000元，为标准的400%")
                    .contains("规则版本")
                    .contains("办理经过")
                    .contains("case.json" + files.get("case.json").length)
                    .contains(Sha256.hex(files.get("case.json")))
                    .contains(INSPECTOR.account());
        }
        // Each piece of text stands on the page of the web as well: one document, said three times.
        var page = readable(files).replace("₂", "2");
        try (var reader = new OFDReader(new ByteArrayInputStream(files.get("case.ofd")))) {
            var pieces = new ContentExtractor(reader).extractAll();
            assertThat(pieces)
                    .isNotEmpty()
                    .filteredOn(piece -> !piece.matches("[\\s0-9.]*|第|页　共|页|案件"))
                    .allSatisfy(piece -> assertThat(page).contains(piece.replaceAll("\\s|\u3000", "")));
        }
    }

    @Test
    void whoStandsInForTheAskerDoesNotAgreeInTheirStead() throws IOException {
        var path = "/api/supervision/cases/" + caseWithAPaper() + "/packages";
        var request = path + "/"
                + json(post(INSPECTOR, path, Map.of("purpose", "INSPECTION", "reason", "移送纪检监察机关")))
                        .get("id");
        var standIn = new Account(
                "package-stand-in",
                "代办",
                Role.INSPECTOR,
                null,
                true,
                Rights.of(
                        Purpose.DAILY,
                        INSPECTOR.account(),
                        List.of(new Rights.Held(EnumSet.allOf(Permission.class), null))));

        assertThat(get(standIn, path)).bodyText().contains("\"mine\":false", "\"mayDecide\":false");
        assertThat(post(standIn, request + "/decision", Map.of("approve", true)))
                .hasStatus(403);
        assertThat(json(post(APPROVER, request + "/decision", Map.of("approve", true))))
                .containsEntry("state", "APPROVED");
    }

    @Test
    void anotherAgreesAndItIsTakenWholeOnceByWhoAskedForIt() throws IOException {
        var file = caseWithAPaper();
        var path = "/api/supervision/cases/" + file + "/packages";
        var asked = post(INSPECTOR, path, Map.of("purpose", "INSPECTION", "reason", "移送纪检监察机关"));
        assertThat(asked).hasStatus(201);
        var request = path + "/" + json(asked).get("id");

        assertThat(post(INSPECTOR, request + "/file", Map.of())).hasStatus(409);
        assertThat(post(INSPECTOR, request + "/decision", Map.of("approve", true)))
                .hasStatus(403);
        assertThat(json(post(APPROVER, request + "/decision", Map.of("approve", true))))
                .containsEntry("state", "APPROVED");
        assertThat(post(APPROVER, request + "/file", Map.of())).hasStatus(404);
        var files = unpacked(post(INSPECTOR, request + "/file", Map.of()));

        assertThat(List.of(readable(files), Read.pdf(files.get("case.pdf")), Read.ofd(files.get("case.ofd"))))
                .allSatisfy(said -> assertThat(said).contains("说明：VERIFY").contains("秘密的情况说明"));
        assertThat(files.entrySet()).anySatisfy(one -> {
            assertThat(one.getKey()).startsWith("papers/").endsWith(".png");
            assertThat(one.getValue()).isEqualTo(PICTURE);
        });
        assertThat(checked(files).exit()).isZero();
        assertThat(post(INSPECTOR, request + "/file", Map.of())).hasStatus(409);
    }

    @Test
    void itProvesThatItWasTakenItself() throws IOException {
        var file = caseWithAPaper();
        var files = unpacked(get(INSPECTOR, "/api/supervision/cases/" + file + "/package"));
        var entries = files.entrySet().stream()
                .filter(one -> one.getKey().startsWith("proofs/"))
                .map(one -> entry(new String(one.getValue(), UTF_8)))
                .toList();

        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry).contains("case.opened").contains(file.toString()))
                .anySatisfy(entry -> assertThat(entry).contains("case.package-taken"));
    }

    /** It lay in the clear while it was made. */
    @Test
    void onceHandedOutNothingOfItLiesAnywhere() throws IOException {
        var file = caseWithAPaper();
        var before = filesInTheClear();

        var answer = get(INSPECTOR, "/api/supervision/cases/" + file + "/package");

        assertThat(answer.getResponse().getContentLength())
                .isEqualTo(answer.getResponse().getContentAsByteArray().length);
        assertThat(filesInTheClear()).isEqualTo(before);
    }

    private static long filesInTheClear() throws IOException {
        var count = 0L;
        var ours = "yiti-clear-" + ProcessHandle.current().pid() + "-*";
        try (var folders = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), ours)) {
            for (var one : folders) {
                try (var files = Files.list(one)) {
                    count += files.count();
                }
            }
        }
        return count;
    }

    private static String entry(String proof) {
        var at = proof.indexOf("\"entry\":\"") + "\"entry\":\"".length();
        return new String(Base64.getDecoder().decode(proof.substring(at, proof.indexOf('"', at))), UTF_8);
    }

    @Test
    void isNobodysBusinessOutsideTheUnit() {
        var file = caseWithAPaper();
        var stranger = officer(institution("CS-Y" + n, null));

        assertThat(get(stranger, "/api/supervision/cases/" + file + "/package")).hasStatus(404);
        assertThat(get(stranger, "/api/supervision/cases/" + file + "/packages"))
                .hasStatus(404);
    }
}
