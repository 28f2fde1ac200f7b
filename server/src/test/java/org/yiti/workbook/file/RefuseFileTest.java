package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefuseFileTest {

    private static final Limits SMALL = new Limits(10_000, 1 << 20, 5, 3, 2, 2);

    @TempDir
    Path folder;

    private FileRefusal bytes(byte... bytes) {
        return Sample.refusal(Sample.text(folder, bytes)).refusal();
    }

    private FileRefusal text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String inline(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    @Test
    void a_file_of_no_bytes_or_no_text_is_empty() {
        assertThat(bytes()).isEqualTo(FileRefusal.EMPTY);
        assertThat(text("\uFEFF \r\n\n")).isEqualTo(FileRefusal.EMPTY);
    }

    @Test
    void a_file_larger_than_the_limit_is_refused_unread() {
        UnreadableFile refusal = Sample.refusal(Sample.text(folder, "a".repeat(10_001)), SMALL);
        assertThat(refusal.refusal()).isEqualTo(FileRefusal.TOO_LARGE);
        assertThat(refusal.facts().limit()).isEqualTo(10_000);
    }

    @Test
    void an_encrypted_workbook_is_told_from_an_old_one() throws IOException {
        byte[] compound = Arrays.copyOf(CompoundFile.MAGIC, 200_000);
        assertThat(bytes(compound)).isEqualTo(FileRefusal.NOT_A_WORKBOOK);
        byte[] workbook = "Workbook".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(workbook, 0, compound, 1_024, workbook.length);
        assertThat(bytes(compound)).isEqualTo(FileRefusal.OLD_XLS);
        byte[] encrypted = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(encrypted, 0, compound, 65_536 - 10, encrypted.length);
        assertThat(bytes(compound)).isEqualTo(FileRefusal.ENCRYPTED);
    }

    @Test
    void a_real_encrypted_and_a_real_old_workbook_are_told_apart() throws Exception {
        var old = new org.apache.poi.hssf.usermodel.HSSFWorkbook();
        old.createSheet("x").createRow(0).createCell(0).setCellValue(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        old.write(out);
        assertThat(bytes(out.toByteArray())).isEqualTo(FileRefusal.OLD_XLS);

        var fs = new org.apache.poi.poifs.filesystem.POIFSFileSystem();
        var info = new org.apache.poi.poifs.crypt.EncryptionInfo(org.apache.poi.poifs.crypt.EncryptionMode.agile);
        var encryptor = info.getEncryptor();
        encryptor.confirmPassword("secret");
        try (var plain = encryptor.getDataStream(fs)) {
            plain.write(Files.readAllBytes(Sample.rows("").in(folder)));
        }
        out.reset();
        fs.writeFilesystem(out);
        assertThat(bytes(out.toByteArray())).isEqualTo(FileRefusal.ENCRYPTED);
    }

    @Test
    void a_zip_with_a_password_is_encrypted() throws IOException {
        byte[] zip = Files.readAllBytes(Sample.rows("").in(folder));
        for (int i = 0; i < zip.length - 10; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        assertThat(bytes(zip)).isEqualTo(FileRefusal.ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7", "{\\rtf1", "GIF89a", "Rar!\u001A"})
    void other_kinds_of_files_are_no_workbook(String start) {
        assertThat(bytes((start + "\n1,2\n").getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(FileRefusal.NOT_A_WORKBOOK);
    }

    @Test
    void other_kinds_of_archives_are_no_workbook() {
        Sample word = Sample.rows("")
                .without("xl/workbook.xml")
                .without("xl/_rels/workbook.xml.rels")
                .part("word/document.xml", "<document/>")
                .part("_rels/.rels", Sample.relationships("r", "officeDocument", "word/document.xml"));
        assertThat(Sample.refusal(word.in(folder)).refusal()).isEqualTo(FileRefusal.NOT_A_WORKBOOK);
        assertThat(Sample.refusal(Sample.rows("").without("[Content_Types].xml").in(folder))
                        .refusal())
                .isEqualTo(FileRefusal.NOT_A_WORKBOOK);
    }

    @Test
    void a_binary_workbook_is_named_as_such() {
        Sample binary =
                Sample.rows("").part("_rels/.rels", Sample.relationships("r", "officeDocument", "xl/workbook.bin"));
        assertThat(Sample.refusal(binary.in(folder)).refusal()).isEqualTo(FileRefusal.BINARY_WORKBOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html><table>", "\n <!DOCTYPE html>", "<?xml version='1.0'?><Workbook>", "<TABLE border=1>"})
    void a_web_page_under_a_workbooks_name_is_named_as_such(String start) {
        assertThat(text(start)).isEqualTo(FileRefusal.WEB_PAGE);
    }

    @Test
    void a_truncated_archive_is_corrupt() throws IOException {
        byte[] zip =
                Files.readAllBytes(Sample.rows("<row>" + inline("x") + "</row>").in(folder));
        assertThat(bytes(Arrays.copyOf(zip, zip.length / 2))).isEqualTo(FileRefusal.CORRUPT);
    }

    @Test
    void damage_within_a_sheet_is_located() {
        Sample cut =
                Sample.sheet("<worksheet><sheetData><row r='1'>" + inline("x") + "</row><row r='7'><c r='A7'><v>1");
        UnreadableFile refusal = Sample.refusal(cut.in(folder));
        assertThat(refusal.refusal()).isEqualTo(FileRefusal.CORRUPT);
        assertThat(refusal.facts()).isEqualTo(new UnreadableFile.Facts("房间", 7, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='2'/><row r='1'/>",
                "<row r='x'/>",
                "<row r='1'><c r='1A'/></row>",
                "<row r='1'><c r='AAAA1'/></row>",
                "<c r='A1'><v>1</v></c>",
                "<row><c t='s'><v>5</v></c></row>",
                "<row><c t='s'><v>-1</v></c></row>",
                "<row><c t='zz'><v>5</v></c></row>"
            })
    void what_no_excel_writes_is_corrupt(String rows) {
        UnreadableFile refusal = Sample.refusal(Sample.rows(rows).in(folder));
        assertThat(refusal.refusal()).isEqualTo(FileRefusal.CORRUPT);
        assertThat(refusal.facts().row()).isNotNull();
    }

    @Test
    void a_part_that_is_missing_is_corrupt_and_no_sheet_at_all_is_empty() {
        assertThat(Sample.refusal(Sample.rows("")
                                .without("xl/worksheets/sheet1.xml")
                                .in(folder))
                        .refusal())
                .isEqualTo(FileRefusal.CORRUPT);
        assertThat(Sample.refusal(Sample.rows("").without("xl/workbook.xml").in(folder))
                        .refusal())
                .isEqualTo(FileRefusal.CORRUPT);
        assertThat(Sample.refusal(Sample.rows("").workbook("<sheets/>").in(folder))
                        .refusal())
                .isEqualTo(FileRefusal.EMPTY);
    }

    @Test
    void entities_and_document_types_are_never_followed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String inside = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>";
        String sheet = inside + "<worksheet><sheetData><row>" + inline("&e;") + "</row></sheetData></worksheet>";
        assertThat(Sample.refusal(Sample.sheet(sheet).in(folder)).refusal()).isEqualTo(FileRefusal.CORRUPT);
        Sample strings = Sample.rows("<row><c t='s'><v>0</v></c></row>")
                .part("xl/sharedStrings.xml", inside + "<sst><si><t>&e;</t></si></sst>");
        assertThat(Sample.refusal(strings.in(folder)).refusal()).isEqualTo(FileRefusal.CORRUPT);
    }

    @Test
    void more_rows_columns_or_characters_than_allowed_are_located() {
        UnreadableFile rows = Sample.refusal(
                Sample.rows("<row r='1'>" + inline("a") + "</row><row r='4'>" + inline("b") + "</row><row r='9'>"
                                + inline("c") + "</row>")
                        .in(folder),
                SMALL);
        assertThat(rows.refusal()).isEqualTo(FileRefusal.TOO_MANY_ROWS);
        assertThat(rows.facts()).isEqualTo(new UnreadableFile.Facts("房间", 9, null, 2L));

        UnreadableFile columns = Sample.refusal(
                Sample.rows("<row r='3'><c r='D3'><v>1</v></c></row>").in(folder), SMALL);
        assertThat(columns.refusal()).isEqualTo(FileRefusal.TOO_WIDE);
        assertThat(columns.facts()).isEqualTo(new UnreadableFile.Facts("房间", 3, 4, 3L));

        UnreadableFile chars = Sample.refusal(
                Sample.rows("<row r='3'>" + inline("") + inline("123456") + "</row>")
                        .in(folder),
                SMALL);
        assertThat(chars.refusal()).isEqualTo(FileRefusal.TOO_LONG_CELL);
        assertThat(chars.facts()).isEqualTo(new UnreadableFile.Facts("房间", 3, 2, 5L));
    }
}
