package org.yiti.workbook;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.yiti.demonstration.Demonstration;
import org.yiti.demonstration.Scale;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.Role;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.workbook.file.Cell;
import org.yiti.workbook.file.Limits;
import org.yiti.workbook.file.Row;
import org.yiti.workbook.file.WorkbookFile;

/** The demonstration's ledgers go out, into the templates, and in again to an empty house: nothing is lost, nothing is new. */
@TestPropertySource(properties = "yiti.test=round-trip")
@DirtiesContext
class RoundTripJourneyTest extends ImportJourney {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final int MOST = 400;
    /** What others refer to must be there whole. */
    private static final List<String> WHOLE = List.of(
            "organization.division",
            "organization.institution",
            "organization.department",
            "organization.post",
            "organization.person",
            "premises.site",
            "premises.building",
            "premises.floor",
            "premises.room",
            "fleet.vehicle",
            "fleet.driver",
            "energy.meter",
            "reception.reception",
            "reception.meeting_plan",
            "reception.meeting",
            "reception.training",
            "reception.canteen",
            "assets.asset",
            "funds.contract",
            "datasecurity.processing_activity");

    private static final Account AGREEING = new Account("agreeing", "督查", Role.INSPECTOR, null, true);

    @Autowired
    private Ledgers ledgers;

    @Autowired
    private LoadLedgers load;

    @Test
    void everyLedgerGoesOutAndComesInAgainThroughItsTemplateUnchanged() throws Exception {
        var world = Demonstration.of(7, Scale.CITY, AS_OF);
        for (var sheet : world.sheets()) {
            var rows = sheet.rows().map(Arrays::asList);
            var some = WHOLE.contains(sheet.ledger()) ? rows : rows.limit(MOST);
            Acting.as(ADMINISTRATOR, () -> load.load(sheet.ledger(), sheet.columns(), some));
        }
        var listed = ledgers.all().stream().filter(ledger -> !ledger.isFlow()).toList();
        assertThat(listed).hasSizeGreaterThanOrEqualTo(30);
        var before = new LinkedHashMap<Ledger, List<Row>>();
        for (var ledger : listed) {
            if (isGuarded(ledger)) {
                // What a mask left comes back and leaves the value as it is.
                nothingNew(ledger, ledger.title().zh() + ".xlsx", exported(ledger, "xlsx"));
            }
            before.put(ledger, rows(whole(ledger, "xlsx")));
            assertThat(before.get(ledger)).as(ledger.name()).hasSizeGreaterThan(1);
        }
        database.sql("truncate " + listed.stream().map(Ledger::name).collect(joining(", ")) + " cascade")
                .update();

        for (var ledger : listed) {
            var applied = taken(ledger.title().zh() + ".xlsx", filled(template(ledger), before.get(ledger)));
            assertThat(sheet(applied))
                    .as(ledger.name())
                    .containsEntry("ledger", ledger.name())
                    .containsEntry("added", before.get(ledger).size() - 1)
                    .containsEntry("missingColumns", List.of());
        }

        for (var ledger : listed) {
            var after = whole(ledger, "xlsx");
            assertThat(rows(after).stream().map(Row::cells))
                    .as(ledger.name())
                    .containsExactlyInAnyOrderElementsOf(
                            before.get(ledger).stream().map(Row::cells).toList());
            nothingNew(ledger, ledger.title().zh() + ".xlsx", after);
            nothingNew(ledger, ledger.title().zh() + ".csv", whole(ledger, "csv"));
        }
    }

    private static boolean isGuarded(Ledger ledger) {
        return ledger.columns().stream().anyMatch(column -> column.grading().guarded());
    }

    /** With what is masked otherwise, as a second person has agreed. */
    private byte[] whole(Ledger ledger, String format) throws Exception {
        if (!isGuarded(ledger)) {
            return exported(ledger, format);
        }
        var requests = "/api/workbook/export-requests";
        var id = json(post(
                        ADMINISTRATOR,
                        requests,
                        Map.of(
                                "ledger",
                                ledger.path(),
                                "format",
                                format,
                                "filters",
                                Map.of(),
                                "purpose",
                                "SERVICE",
                                "reason",
                                "往返导入")))
                .get("id");
        post(AGREEING, requests + "/" + id + "/decision", Map.of("approve", true));
        var answer = post(ADMINISTRATOR, requests + "/" + id + "/file", Map.of());
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private void nothingNew(Ledger ledger, String name, byte[] file) throws Exception {
        var again = sheet(rested(upload(ADMINISTRATOR, name, file)));
        assertThat(again)
                .as(name)
                .containsEntry("ledger", ledger.name())
                .containsEntry("same", again.get("rows"))
                .containsEntry("added", 0)
                .containsEntry("bad", 0);
    }

    private byte[] exported(Ledger ledger, String format) throws Exception {
        return body(ADMINISTRATOR, "/api/" + ledger.path() + "/export?format=" + format);
    }

    private byte[] template(Ledger ledger) throws Exception {
        return body(ADMINISTRATOR, "/api/" + ledger.path() + "/template");
    }

    private static List<Row> rows(byte[] bytes) throws IOException {
        var file = Files.createTempFile("rows", ".xlsx");
        Files.write(file, bytes);
        var rows = new java.util.ArrayList<Row>();
        try (var workbook = WorkbookFile.open(file, "rows.xlsx", Limits.DEFAULT)) {
            workbook.read(workbook.sheets().get(0).name(), rows::add);
        } finally {
            Files.delete(file);
        }
        return rows;
    }

    /** Writes into the very template, as an office program would: its styles, lists and notes stay. */
    private static byte[] filled(byte[] template, List<Row> rows) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.getSheetAt(1);
            var date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\" h:mm:ss"));
            var places = places(sheet, rows.get(0));
            for (var r = 1; r < rows.size(); r++) {
                var into = sheet.createRow(r);
                for (var place : places.entrySet()) {
                    write(into, place.getKey(), rows.get(r).cell(place.getValue()), date);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** Place in the export by place in the template. */
    private static Map<Integer, Integer> places(XSSFSheet sheet, Row header) {
        var places = new LinkedHashMap<Integer, Integer>();
        for (var cell : sheet.getRow(0)) {
            for (var i = 0; i < header.cells().size(); i++) {
                if (header.cell(i).display().equals(cell.getStringCellValue())) {
                    places.put(cell.getColumnIndex(), i);
                }
            }
            assertThat(places).as(cell.getStringCellValue()).containsKey(cell.getColumnIndex());
        }
        return places;
    }

    private static void write(XSSFRow row, int place, Cell cell, CellStyle date) {
        if (cell instanceof Cell.Number number) {
            row.createCell(place).setCellValue(number.value().doubleValue());
        } else if (cell instanceof Cell.DateTime time) {
            var made = row.createCell(place);
            made.setCellValue(time.value());
            made.setCellStyle(date);
        } else if (!(cell instanceof Cell.Blank)) {
            row.createCell(place).setCellValue(cell.display());
        }
    }
}
