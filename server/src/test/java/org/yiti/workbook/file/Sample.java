package org.yiti.workbook.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together part by part, so that it can be as odd as any found in the field. */
public final class Sample {

    public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Sample() {
        part("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>");
        part("_rels/.rels", relationships("rId1", "officeDocument", "xl/workbook.xml"));
        part(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE
                        + "'><sheets><sheet name='房间' sheetId='1' r:id='rId1'/></sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='" + PACKAGE + "'>"
                        + relationship("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relationship("rId2", "styles", "styles.xml")
                        + relationship("rId3", "sharedStrings", "sharedStrings.xml") + "</Relationships>");
    }

    /** The rows of its one sheet, as XML. */
    public static Sample rows(String rows) {
        return sheet("<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public static Sample sheet(String xml) {
        return new Sample().part("xl/worksheets/sheet1.xml", xml);
    }

    static String relationships(String id, String type, String target) {
        return "<Relationships xmlns='" + PACKAGE + "'>" + relationship(id, type, target) + "</Relationships>";
    }

    static String relationship(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + OFFICE + "/" + type + "' Target='" + target + "'/>";
    }

    public Sample workbook(String inside) {
        return part(
                "xl/workbook.xml", "<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'>" + inside + "</workbook>");
    }

    Sample strings(String... items) {
        return part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + String.join("", items) + "</sst>");
    }

    /** One cell style per number format, in order, after the general one. */
    public Sample formats(String... codes) {
        StringBuilder formats = new StringBuilder("<styleSheet xmlns='" + MAIN + "'><numFmts>");
        StringBuilder styles =
                new StringBuilder("<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>");
        for (int i = 0; i < codes.length; i++) {
            String code = codes[i].replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
            formats.append("<numFmt numFmtId='")
                    .append(200 + i)
                    .append("' formatCode=\"")
                    .append(code)
                    .append("\"/>");
            styles.append("<xf numFmtId='").append(200 + i).append("'/>");
        }
        return part("xl/styles.xml", formats + "</numFmts>" + styles + "</cellXfs></styleSheet>");
    }

    Sample part(String name, String xml) {
        return part(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    Sample part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    Sample without(String name) {
        parts.remove(name);
        return this;
    }

    public Path in(Path folder) {
        return in(folder, "sample.xlsx");
    }

    Path in(Path folder, String name) {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }

    static Path text(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("车辆.csv"), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Path text(Path folder, String text) {
        return text(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Every row of every sheet. */
    static List<Row> read(Path file) {
        return read(file, Limits.DEFAULT);
    }

    static List<Row> read(Path file, Limits limits) {
        List<Row> rows = new ArrayList<>();
        try (WorkbookFile workbook = WorkbookFile.open(file, file.getFileName().toString(), limits)) {
            for (WorkbookFile.Sheet sheet : workbook.sheets()) {
                workbook.read(sheet.name(), rows::add);
            }
        }
        return rows;
    }

    static List<Cell> firstRow(Path file) {
        return read(file).get(0).cells();
    }

    static List<List<String>> displayed(Path file) {
        return read(file).stream()
                .map(row -> row.cells().stream().map(Cell::display).toList())
                .toList();
    }

    static UnreadableFile refusal(Path file) {
        return refusal(file, Limits.DEFAULT);
    }

    static UnreadableFile refusal(Path file, Limits limits) {
        try {
            read(file, limits);
        } catch (UnreadableFile e) {
            return e;
        }
        throw new AssertionError("was read: " + file);
    }
}
