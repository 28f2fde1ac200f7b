package org.yiti.workbook.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.yiti.workbook.file.TableWriter.Column;
import org.yiti.workbook.file.TableWriter.Format;
import org.yiti.workbook.file.TableWriter.Table;

/** Writes and reads large files in a process of its own, so that its heap can be small: {@code folder rows columns}, and {@code keep} to hold on to what is read. */
final class MillionRows {

    private MillionRows() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int rows = Integer.parseInt(args[1]);
        int columns = Integer.parseInt(args[2]);
        Path xlsx = folder.resolve("many.xlsx");
        Path csv = folder.resolve("many.csv");
        Path shared = folder.resolve("shared.xlsx");
        if (args.length > 3) {
            keep(shared, rows);
            return;
        }
        timed("write xlsx", rows, () -> write(xlsx, TableWriter::xlsx, rows, columns));
        timed("read xlsx", rows, () -> read(xlsx, rows + 1));
        timed("write csv", rows, () -> write(csv, TableWriter::csv, rows, columns));
        timed("read csv", rows, () -> read(csv, rows + 1));
        timed("write shared", rows, () -> shared(shared, rows));
        timed("read shared", rows, () -> read(shared, rows));
    }

    /** What reading must not do: the same heap cannot hold the texts of the file. */
    private static void keep(Path file, int rows) throws IOException {
        shared(file, rows);
        List<List<Cell>> kept = new ArrayList<>();
        try (WorkbookFile workbook = WorkbookFile.open(file, file.getFileName().toString(), Limits.DEFAULT)) {
            workbook.read(workbook.sheets().get(0).name(), row -> kept.add(row.cells()));
        }
        System.out.println(kept.size() + " rows kept");
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void timed(String what, int rows, Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %d rows in %.1f s, %.0f rows/s%n", what, rows, seconds, rows / seconds);
    }

    private static void write(Path file, Function<OutputStream, TableWriter> format, int rows, int width)
            throws IOException {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            columns.add(Column.of("列" + c, c % 3 == 0 ? Format.MONEY : c % 3 == 1 ? Format.DATE : Format.TEXT, 14));
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            TableWriter writer = format.apply(out);
            writer.table(new Table("大表", columns));
            for (int r = 0; r < rows; r++) {
                Cell[] cells = new Cell[width];
                for (int c = 0; c < width; c++) {
                    cells[c] = cell(r, c);
                }
                writer.row(Arrays.asList(cells));
            }
            writer.finish();
        }
    }

    private static Cell cell(int r, int c) {
        return switch (c % 3) {
            case 0 -> new Cell.Number(BigDecimal.valueOf(r * 100L + c, 2));
            case 1 ->
                new Cell.DateTime(LocalDate.of(2020, 1, 1).plusDays(r % 2_000).atStartOfDay());
            default -> Cell.text("房间 " + r + "-" + c);
        };
    }

    /** As Excel writes it: each row refers to a text of its own. */
    private static void shared(Path file, int rows) throws IOException {
        Path base = Sample.rows("").in(file.getParent(), "base.xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out);
                ZipFile sample = new ZipFile(base.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) sample.stream().map(ZipEntry.class::cast)::iterator) {
                if (!entry.getName().contains("sheet1")) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    sample.getInputStream(entry).transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst>".getBytes(StandardCharsets.US_ASCII));
            for (int r = 0; r < rows; r++) {
                zip.write(("<si><t>某某机关第" + r + "号办公用房</t></si>").getBytes(StandardCharsets.UTF_8));
            }
            zip.write("</sst>".getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.US_ASCII));
            for (int r = 0; r < rows; r++) {
                zip.write(("<row><c t='s'><v>" + r + "</v></c></row>").getBytes(StandardCharsets.US_ASCII));
            }
            zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void read(Path file, int expected) {
        int[] rows = {0};
        try (WorkbookFile workbook = WorkbookFile.open(file, file.getFileName().toString(), Limits.DEFAULT)) {
            workbook.read(workbook.sheets().get(0).name(), row -> {
                rows[0]++;
                return !row.cells().isEmpty();
            });
        }
        if (rows[0] != expected) {
            throw new IllegalStateException(rows[0] + " rows read of " + expected);
        }
    }
}
