package org.yiti.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.workbook.LoadLedgers;
import org.yiti.workbook.file.Cell;
import org.yiti.workbook.file.TableWriter;
import org.yiti.workbook.file.TableWriter.Column;
import org.yiti.workbook.file.TableWriter.Format;

/** 100,000 rooms, or {@code BENCH_ROWS}, as a person brings them in: upload over HTTP, dry run, apply; from the first byte sent to the last row written. */
final class ImportBench implements Bench.Measurement {

    private static final int BUILDINGS = 100;
    private static final int FLOORS = 10;
    private static final int USUAL = 100_000;
    private static final int ROOMS =
            Integer.parseInt(System.getenv().getOrDefault("BENCH_ROWS", String.valueOf(USUAL))) / (BUILDINGS * FLOORS);
    private static final int ROWS = BUILDINGS * FLOORS * ROOMS;
    private static final double GOAL = 20_000;
    private static final List<String> USES = List.of("办公室", "服务用房", "设备用房", "附属用房");

    @Override
    public void run(Report report) throws Exception {
        var heap = Heap.watched();
        try (var house = House.empty(House.WORLDS.resolve("import"))) {
            report.line("postgresql", house.postgres());
            report.line("heap_limit", Runtime.getRuntime().maxMemory() / 1048576 + " MB");
            report.line("rows", ROWS);
            var runs = ROWS > USUAL
                    ? List.of("first.csv", "first.xlsx")
                    : List.of("first.csv", "first.xlsx", "second.csv", "second.xlsx");
            prepare(house, runs);
            var browser = Browser.signedIn(house.address(), "bench");
            for (var name : runs) {
                var file = write(House.WORLDS.resolve(name), runs.indexOf(name));
                heap.restart();
                var spent = house.spent();
                measure(report, browser, file, name.replace('.', '_'));
                spent = house.spent().since(spent);
                report.figure(name.replace('.', '_') + ".cpu_java", spent.java(), "s");
                report.figure(name.replace('.', '_') + ".cpu_postgresql", spent.postgres(), "s");
                report.figure(name.replace('.', '_') + ".heap_after_collection_at_most", heap.mostMegabytes(), "MB");
                Files.delete(file);
            }
        }
    }

    private static void prepare(House house, List<String> runs) {
        house.settle(Stream.of("B-1"));
        var load = house.bean(LoadLedgers.class);
        Acting.as(Account.HOUSE, () -> {
            load.load(
                    "premises.site",
                    List.of("code", "name", "institutionCode"),
                    Stream.of(List.of("B-S", "测量大院", "B-1")));
            var numbers = IntStream.range(0, runs.size() * BUILDINGS).boxed().toList();
            load.load(
                    "premises.building",
                    List.of(
                            "code",
                            "name",
                            "institutionCode",
                            "siteCode",
                            "acquisition",
                            "titleStatus",
                            "buildingArea",
                            "storeys"),
                    numbers.stream()
                            .map(n -> List.of(building(n), n + " 号楼", "B-1", "B-S", "自有", "登记在使用单位", 40_000, FLOORS)));
            load.load(
                    "premises.floor",
                    List.of("buildingCode", "number"),
                    numbers.stream()
                            .flatMap(n ->
                                    IntStream.rangeClosed(1, FLOORS).mapToObj(floor -> List.of(building(n), floor))));
        });
    }

    private static String building(int number) {
        return "B-" + number;
    }

    private static Path write(Path file, int run) throws IOException {
        var headers = List.of("建筑编码", "房间号", "楼层", "单位编码", "用途", "使用面积(m²)", "分区");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var writer = file.toString().endsWith(".csv") ? TableWriter.csv(out) : TableWriter.xlsx(out);
            writer.table(new TableWriter.Table(
                    "房间",
                    headers.stream()
                            .map(header ->
                                    Column.of(header, header.startsWith("使用面积") ? Format.GENERAL : Format.TEXT, 12))
                            .toList()));
            for (var n = 0; n < ROWS; n++) {
                var floor = n / ROOMS % FLOORS + 1;
                writer.row(List.of(
                        Cell.text(building(run * BUILDINGS + n / (ROOMS * FLOORS))),
                        Cell.text(String.valueOf(floor * 1000 + n % ROOMS)),
                        Cell.text(String.valueOf(floor)),
                        Cell.text("B-1"),
                        Cell.text(USES.get(n % USES.size())),
                        new Cell.Number(BigDecimal.valueOf(900 + n * 7L % 4000, 2)),
                        Cell.text(n % 2 == 0 ? "东" : "西")));
            }
            writer.finish();
        }
        return file;
    }

    private static void measure(Report report, Browser browser, Path file, String name) throws Exception {
        var took = Imported.of(browser, file, ROWS);
        report.figure(name + ".file", Files.size(file) / 1048576.0, "MB");
        report.figure(name + ".upload", took.upload(), "s");
        report.figure(name + ".check", took.check(), "s");
        report.figure(name + ".apply", took.apply(), "s");
        var rate = ROWS / took.whole();
        report.goal(name + ".rows_per_second", rate, "", "≥ 20,000", rate >= GOAL);
    }
}
