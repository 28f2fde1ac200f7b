package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yiti.workbook.file.TableWriter.Column;
import org.yiti.workbook.file.TableWriter.Format;
import org.yiti.workbook.file.TableWriter.Table;

class RoundTripTest {

    private static final String[] NAUGHTY = {
        "=1+1",
        "'=1",
        "''",
        "'",
        "\"",
        "\"\"",
        "=\"1\"",
        "=\"\"",
        "_x0041_",
        "_x005F_x0041_",
        "_x",
        "a\r\nb",
        "\r",
        "\n",
        " x ",
        "\u00A0",
        "sep=;",
        "<table>",
        "0012",
        "12345678901234567890",
        "-5",
        "\uFEFFx",
        "\u0000",
        "\u001B[0m",
        "🚗",
        "粤A·12345",
        "a;b|c\td",
        "\u0085\u2028",
        "＝x",
        "#N/A",
        "TRUE"
    };

    @Property(tries = 150, seed = "20261122")
    void any_table_written_as_a_workbook_reads_back_identical(
            @ForAll("tables") List<List<Cell>> table, @ForAll Format first, @ForAll Format second) throws IOException {
        List<Column> columns =
                List.of(Column.of("甲", first, 10), Column.of("乙", second, 10), Column.of("丙", Format.TEXT, 10));
        assertThat(roundTrip(TableWriter::xlsx, columns, table)).isEqualTo(trimmed(table));
    }

    @Property(tries = 300, seed = "20261122")
    void any_table_written_as_text_reads_back_with_the_same_words(@ForAll("tables") List<List<Cell>> table)
            throws IOException {
        List<Column> columns = List.of(Column.of("甲", Format.TEXT, 10));
        assertThat(display(roundTrip(TableWriter::csv, columns, table))).isEqualTo(display(trimmed(table)));
    }

    private static List<List<Cell>> roundTrip(
            Function<OutputStream, TableWriter> format, List<Column> columns, List<List<Cell>> table)
            throws IOException {
        Path file = Files.createTempFile("round-trip", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                TableWriter writer = format.apply(out);
                writer.table(new Table("表", columns));
                table.forEach(writer::row);
                writer.finish();
            }
            List<List<Cell>> read = new ArrayList<>();
            for (Row row : Sample.read(file)) {
                while (read.size() < row.number()) {
                    read.add(List.of());
                }
                read.set(row.number() - 1, row.cells());
            }
            return read.subList(1, read.size());
        } finally {
            Files.delete(file);
        }
    }

    /** Blank cells and rows at the end are not part of a table. */
    private static List<List<Cell>> trimmed(List<List<Cell>> table) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : table) {
            int end = row.size();
            while (end > 0 && row.get(end - 1) instanceof Cell.Blank) {
                end--;
            }
            rows.add(row.subList(0, end));
        }
        while (!rows.isEmpty() && rows.get(rows.size() - 1).isEmpty()) {
            rows.remove(rows.size() - 1);
        }
        return rows;
    }

    /** Half a surrogate pair has no UTF-8; a workbook keeps it, a text file has a question mark for it. */
    private static List<List<String>> display(List<List<Cell>> table) {
        return table.stream()
                .map(row -> row.stream()
                        .map(c -> new String(
                                c.display().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                java.nio.charset.StandardCharsets.UTF_8))
                        .toList())
                .toList();
    }

    @Provide
    Arbitrary<List<List<Cell>>> tables() {
        return cells().list().ofMaxSize(5).list().ofMaxSize(8);
    }

    private static Arbitrary<Cell> cells() {
        Arbitrary<Cell> texts = Arbitraries.strings().ofMaxLength(30).map(Cell::text);
        Arbitrary<Cell> naughty = Arbitraries.of(NAUGHTY).map(Cell::text);
        Arbitrary<Cell> joined = Arbitraries.of(NAUGHTY).list().ofSize(2).map(l -> Cell.text(String.join("", l)));
        Arbitrary<Cell> numbers = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1E10"), new BigDecimal("1E10"))
                .ofScale(4)
                .map(Cell.Number::new);
        Arbitrary<Cell> small =
                Arbitraries.integers().between(-1000, 70_000).map(i -> new Cell.Number(BigDecimal.valueOf(i)));
        Arbitrary<Cell> times = Arbitraries.longs()
                .between(0, LocalDate.of(9999, 12, 31).toEpochDay() * 86_400)
                .map(s -> new Cell.DateTime(
                        LocalDate.of(1900, 1, 1).atStartOfDay().plusSeconds(s)))
                .filter(c -> c.value().getYear() <= 9999)
                .map(c -> (Cell) c);
        Arbitrary<Cell> days = Arbitraries.integers()
                .between(0, 60_000)
                .map(d -> new Cell.DateTime(LocalDate.of(1900, 1, 1).plusDays(d).atStartOfDay()));
        Arbitrary<Cell> flags = Arbitraries.of(true, false).map(Cell.Bool::new);
        return Arbitraries.oneOf(
                List.of(texts, naughty, joined, numbers, small, times, days, flags, Arbitraries.just(Cell.BLANK)));
    }
}
