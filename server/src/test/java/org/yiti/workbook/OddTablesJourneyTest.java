package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.workbook.file.Sample;

/** Tables that are not as the template has them, and files that are none, on their whole way: each has its answer. */
class OddTablesJourneyTest extends ImportJourney {

    @TempDir
    private Path folder;

    private Map<String, Object> checked(String csv) throws InterruptedException {
        return rested(upload(ADMINISTRATOR, "odd.csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> strings(Map<String, Object> sheet, String of) {
        return ((List<?>) sheet.get(of)).stream().map(String::valueOf).toList();
    }

    private long divisions(String code) {
        return database.sql("select count(*) from organization.division where code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    @Test
    void columnsThatNobodyKnowsAndTheSecondOfTwoAreNamedAndNotTaken() throws Exception {
        var taken = imported("列.csv", "区划代码,经办人,区划名称,级别,区划名称\n971001,张三,列一市,市级,列二市\n");

        assertThat(strings(sheet(taken), "ignoredColumns")).containsExactly("经办人", "区划名称");
        assertThat(database.sql("select name from organization.division where code = '971001'")
                        .query(String.class)
                        .single())
                .isEqualTo("列一市");
    }

    @Test
    void theHeaderMayStandBelowTitlesAndGroupsOfColumnsButNotBelowTheTwentiethRow() throws Exception {
        var below = checked("示范市行政区划一览表\n填报单位：某局\n基本情况,,管理\n区划代码,区划名称,级别\n971002,表头市,市级\n");
        assertThat(sheet(below))
                .containsEntry("ledger", "organization.division")
                .containsEntry("added", 1)
                .containsEntry("bad", 0);

        var tooFar = checked("说明\n".repeat(20) + "区划代码,区划名称,级别\n971003,太远市,市级\n");
        assertThat(tooFar).containsEntry("state", "FAILED");
        assertThat(tooFar.get("refusal").toString()).contains("no-sheet-recognised", "odd");
    }

    @Test
    void ofASheetThatLacksItsKeyItIsSaidWhatItWasNearestToAndWhichColumnItLacks() throws Exception {
        var keyless = checked("区划名称,级别,备注\n缺码市,市级,无\n");

        assertThat(keyless).containsEntry("state", "FAILED");
        assertThat(keyless.get("refusal").toString()).contains("key-column-missing", "odd", "最接近的是“行政区划”", "还缺：区划代码");
    }

    @Test
    void ofOneThatIsPassedOverBesideOthersItIsSaidAsWell() throws Exception {
        var run = rested(upload(
                ADMINISTRATOR,
                "两张.xlsx",
                workbook(Map.of(
                        "区划", List.of("区划代码,区划名称,级别", "971009,两张市,市级"), "缺码", List.of("区划名称,级别,备注", "缺码市,市级,无")))));

        assertThat(run).containsEntry("state", "CHECKED");
        assertThat(((List<?>) run.get("sheets")).toString())
                .contains("sheet=缺码, ledger=null, title={zh=行政区划", "missingColumns=[区划代码]");
    }

    @Test
    void aRowOfATextFileThatIsWiderThanItsHeaderIsRefusedAndNotShifted() throws Exception {
        var id = upload(
                ADMINISTRATOR,
                "宽.csv",
                "区划代码,区划名称,级别\n971004,甲,乙市,市级\n971005,正常市,市级\n".getBytes(StandardCharsets.UTF_8));

        assertThat(sheet(rested(id))).containsEntry("added", 1).containsEntry("bad", 1);
        assertThat(problems(id).toString()).contains("row=2", "有 4 格，表头只有 3 格；含分隔符的内容要加引号");
    }

    @Test
    void hiddenRowsAndColumnsAreTakenAndHiddenSheetsAreNot() throws Exception {
        try (var book = new XSSFWorkbook()) {
            var shown = sheet(book, "行政区划", "971006,隐行市,市级", "971007,隐列市,市级");
            shown.getRow(1).setZeroHeight(true);
            shown.setColumnHidden(1, true);
            sheet(book, "旧的", "971008,隐表市,市级");
            book.setSheetHidden(1, true);

            var applied = taken("藏.xlsx", bytes(book));

            assertThat((List<?>) applied.get("sheets")).hasSize(1);
        }
        assertThat(divisions("971006") + divisions("971007")).isEqualTo(2);
        assertThat(divisions("971008")).isZero();
    }

    @Test
    void aSheetThatIsForNoLedgerIsLeftOutAloudAndNotesWithoutAWord() throws Exception {
        try (var book = new XSSFWorkbook()) {
            sheet(book, "行政区划", "971009,其余市,市级");
            book.createSheet("联系人").createRow(0).createCell(0).setCellValue("张三 12345");
            book.createSheet("填写说明").createRow(0).createCell(0).setCellValue("请逐格填写");

            var applied = taken("余.xlsx", bytes(book));

            assertThat((List<?>) applied.get("sheets"))
                    .extracting(one -> ((Map<?, ?>) one).get("sheet") + " " + ((Map<?, ?>) one).get("ledger"))
                    .containsExactly("行政区划 organization.division", "联系人 null");
        }
        assertThat(divisions("971009")).isEqualTo(1);
    }

    @Test
    void aHeaderWithoutRowsIsNothingToTake() throws Exception {
        assertThat(sheet(checked("区划代码,区划名称,级别\n")))
                .containsEntry("rows", 0)
                .containsEntry("added", 0)
                .containsEntry("bad", 0);
    }

    /** Whoever handed it in gets an answer, and the server goes on. */
    @Test
    void whatIsNoWorkbookIsCalledByItsNameAndKeptOutOfTheLedgers() throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("empty", new byte[0]);
        files.put("encrypted", encrypted());
        files.put("old-xls", old());
        files.put("web-page", "<html><table><tr><td>区划代码</td></tr></table></html>".getBytes(StandardCharsets.UTF_8));
        files.put("not-a-workbook", "%PDF-1.7\n1,2\n".getBytes(StandardCharsets.US_ASCII));
        files.put(
                "corrupt",
                half(Files.readAllBytes(
                        Sample.rows("<row r='1'><c r='A1'><v>1</v></c></row>").in(folder))));
        files.put("zip-bomb", bomb());
        files.put("unclosed-quote", "区划代码,区划名称,级别\n971010,\"没有完,市级\n".getBytes(StandardCharsets.UTF_8));
        files.put("unknown-encoding", new byte[] {'a', ',', 'b', '\n', (byte) 0xff, (byte) 0xff, ',', 'c', '\n'});
        files.put(
                "too-long-cell",
                ("区划代码,区划名称,级别\n971010," + "长".repeat(32_768) + ",市级\n").getBytes(StandardCharsets.UTF_8));
        for (var file : files.entrySet()) {
            var told = rested(upload(ADMINISTRATOR, file.getKey() + ".xlsx", file.getValue()));

            assertThat(told).as(file.getKey()).containsEntry("state", "FAILED");
            var refusal = (Map<?, ?>) told.get("refusal");
            assertThat(refusal.get("type")).isEqualTo("/problems/workbook/file-unreadable");
            assertThat(((Map<?, ?>) refusal.get("facts")).get("reason")).isEqualTo(file.getKey());
        }
        assertThat(divisions("971010")).isZero();
    }

    private static Sheet sheet(XSSFWorkbook book, String name, String... lines) {
        var sheet = book.createSheet(name);
        var all = new ArrayList<>(List.of("区划代码,区划名称,级别"));
        all.addAll(List.of(lines));
        for (var line : all) {
            var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (var cell : line.split(",")) {
                row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
            }
        }
        return sheet;
    }

    private static byte[] bytes(Workbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] old() throws IOException {
        try (var book = new HSSFWorkbook()) {
            book.createSheet("行政区划").createRow(0).createCell(0).setCellValue("区划代码");
            return bytes(book);
        }
    }

    private byte[] encrypted() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var plain = encryptor.getDataStream(container)) {
                plain.write(Files.readAllBytes(Sample.rows("").in(folder)));
            }
            container.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    /** A sheet of 120 MB that takes 120 KB. */
    private byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out);
                var sound = new ZipFile(Sample.rows("").in(folder).toFile())) {
            for (var entry : sound.stream().toList()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (!entry.getName().endsWith("sheet1.xml")) {
                    sound.getInputStream(entry).transferTo(zip);
                    continue;
                }
                zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
                var block = "<row><c/></row>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
                for (var n = 0; n < 800; n++) {
                    zip.write(block);
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void theRestOfTheWordsOfARefusalSayWhereItIs() throws Exception {
        var quote = checked("区划代码,区划名称,级别\n971011,好市,市级\n971012,\"没有完,市级\n");
        assertThat(quote.get("refusal").toString()).contains("第 3 行的引号没有成对");
        var id = UUID.fromString(String.valueOf(quote.get("id")));
        assertThat(post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", true)))
                .hasStatus(409);
    }
}
