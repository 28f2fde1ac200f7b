package org.yiti.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yiti.workbook.file.Cell;
import org.yiti.workbook.file.TableWriter;
import org.yiti.workbook.file.TableWriter.Column;
import org.yiti.workbook.file.TableWriter.Format;

/**
 * What sealed columns cost: people of whom identity number and telephone are known, which are sealed, beside people of whom
 * they are not; brought in, listed, taken away as a file, and found by a sealed value.
 */
final class SealedBench implements Bench.Measurement {

    private static final int ROWS = Integer.parseInt(System.getenv().getOrDefault("BENCH_PEOPLE", "50000"));
    private static final int SEALED = 2;
    private static final int PAGES = 300;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final List<String> OPEN = List.of("open-0", "open-1", "open-2");
    private static final List<String> CLOSED = List.of("sealed-0", "sealed-1", "sealed-2");

    @Override
    public void run(Report report) throws Exception {
        for (var cipher : List.of("sm4", "aes")) {
            measure(cipher, report);
        }
    }

    private static void measure(String cipher, Report report) throws Exception {
        try (var house = House.empty(
                House.WORLDS.resolve("sealed").toAbsolutePath(),
                "--yiti.cipher=" + cipher,
                "--yiti.reveals-per-hour=1000000")) {
            report.line("cipher", cipher);
            house.settle(Stream.concat(OPEN.stream(), CLOSED.stream()));
            var browser = Browser.signedIn(house.address(), "bench");
            bring(browser, cipher, report);
            house.owner().sql("vacuum analyze organization.person").update();
            house.owner().sql("vacuum analyze safeguard.subject").update();
            list(browser, cipher, report);
            export(browser, cipher, report);
        }
    }

    /** The first of each warms up. */
    private static void bring(Browser browser, String cipher, Report report) throws Exception {
        for (var i = 0; i < OPEN.size(); i++) {
            var open = bring(browser, OPEN.get(i), false);
            var closed = bring(browser, CLOSED.get(i), true);
            if (i > 0) {
                var name = cipher + ".import-" + i;
                tell(report, name + ".open", open);
                tell(report, name + ".sealed", closed);
                report.figure(name + ".value", (closed.whole() - open.whole()) * 1e6 / ROWS / SEALED, "µs a value");
            }
        }
    }

    private static void tell(Report report, String name, Imported took) {
        report.figure(name + ".check", took.check(), "s");
        report.figure(name + ".apply", took.apply(), "s");
        report.figure(name + ".rows_per_second", ROWS / took.whole(), "");
    }

    private static Imported bring(Browser browser, String institution, boolean isKnown) throws Exception {
        var file = write(House.WORLDS.resolve(institution + ".csv"), institution, isKnown);
        try {
            return Imported.of(browser, file, ROWS);
        } finally {
            Files.delete(file);
        }
    }

    private static Path write(Path file, String institution, boolean isKnown) throws IOException {
        var headers = new ArrayList<>(List.of("人员编号", "姓名", "单位编码", "职级", "到岗日期"));
        if (isKnown) {
            headers.addAll(List.of("公民身份号码", "电话"));
        }
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var writer = TableWriter.csv(out);
            writer.table(new TableWriter.Table(
                    "人员",
                    headers.stream()
                            .map(header -> Column.of(header, Format.TEXT, 12))
                            .toList()));
            for (var n = 0; n < ROWS; n++) {
                var cells =
                        new ArrayList<>(Stream.of(institution + "-" + n, "王" + n, institution, "局(处)级以下", "2020-01-01")
                                .map(Cell::text)
                                .toList());
                if (isKnown) {
                    cells.add(Cell.text(idNumber(n)));
                    cells.add(Cell.text(phone(CLOSED.indexOf(institution), n)));
                }
                writer.row(cells);
            }
            writer.finish();
        }
        return file;
    }

    private static String phone(int run, int n) {
        return "13%d%08d".formatted(run, n);
    }

    /** Born on a day of the eighties, the sequence of no meaning. */
    private static String idNumber(int n) {
        var body = "11010119%02d%02d%02d%03d"
                .formatted(80 + n / 336_000 % 10, 1 + n / 28_000 % 12, 1 + n / 1_000 % 28, n % 1_000);
        var sum = IntStream.range(0, WEIGHTS.length)
                .map(i -> (body.charAt(i) - '0') * WEIGHTS[i])
                .sum();
        return body + "10X98765432".charAt(sum % 11);
    }

    private static void list(Browser browser, String cipher, Report report) throws Exception {
        for (var size : List.of(50, 500)) {
            var open = pages(browser, OPEN.get(1), size);
            var closed = pages(browser, CLOSED.get(1), size);
            var name = cipher + ".list-" + size;
            tell(report, name + ".open", open);
            tell(report, name + ".sealed", closed);
            var more = Report.percentile(closed, 0.5) - Report.percentile(open, 0.5);
            report.figure(name + ".value", more * 1e3 / size / SEALED, "µs a value");
        }
        var found = new double[PAGES];
        for (var i = -PAGES / 10; i < PAGES; i++) {
            var asked = Asked.of(browser, "bench", "/api/organization/people?phone=" + phone(1, (i + PAGES) * 37));
            found[Math.max(0, i)] = asked.millis();
        }
        tell(report, cipher + ".by-phone", found);
    }

    private static double[] pages(Browser browser, String institution, int size) throws Exception {
        var id = browser.get("/api/organization/institutions?code=" + institution)
                .path("items")
                .path(0)
                .path("id")
                .asString();
        var path = "/api/organization/people?limit=" + size + "&institution=" + id;
        var took = new double[PAGES];
        for (var i = -PAGES / 3; i < PAGES; i++) {
            var asked = Asked.of(browser, "bench", path);
            took[Math.max(0, i)] = asked.millis();
        }
        return took;
    }

    private static void tell(Report report, String name, double[] millis) {
        report.figure(name + ".p50", Report.percentile(millis, 0.5), "ms");
        report.figure(name + ".p99", Report.percentile(millis, 0.99), "ms");
    }

    private static void export(Browser browser, String cipher, Report report) throws Exception {
        for (var i = 0; i < OPEN.size(); i++) {
            var open = export(browser, OPEN.get(i));
            var closed = export(browser, CLOSED.get(i));
            if (i > 0) {
                var name = cipher + ".export-" + i;
                report.figure(name + ".open", open, "s");
                report.figure(name + ".sealed", closed, "s");
                report.figure(name + ".value", (closed - open) * 1e6 / ROWS / SEALED, "µs a value");
            }
        }
    }

    private static double export(Browser browser, String institution) throws Exception {
        return Asked.of(browser, "bench", "/api/organization/people/export?format=csv&institutionCode=" + institution)
                        .millis()
                / 1e3;
    }
}
