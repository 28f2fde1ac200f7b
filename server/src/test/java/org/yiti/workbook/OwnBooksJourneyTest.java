package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.yiti.ReferenceData;
import org.yiti.Soon;

/**
 * A bureau brings its own books: 18 real office and public buildings with two years of hours, and a laboratory with its
 * sub-meters. What comes of it is told in docs/guide/energy/own-books.md.
 */
@TestPropertySource(properties = "yiti.test=own-books")
@DirtiesContext
class OwnBooksJourneyTest extends ImportJourney {

    private static final int LEAST_DAYS = 20;

    /** The default of the country; the city of this test sets none of its own. */
    private static final double MOST_AT_NIGHT = 0.30;

    private static final Map<Integer, String> LABORATORY = new TreeMap<>(Map.of(
            2,
            "RSF-cooling",
            4,
            "RSF-mechanical",
            5,
            "RSF-lighting",
            6,
            "RSF-plugs",
            7,
            "RSF-data-centre",
            9,
            "RSF-solar"));

    private static byte[] csv(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void takesInRealBuildingsAndMetersAndJudgesThem() throws Exception {
        var books = new OwnBooks(ReferenceData.folder("energy_bdg2"));

        bureau(books);
        readings(books);
        laboratory(books);
        sweep();

        everyMonthOverTheLimitIsFoundAndNoOther(books);
        System.out.println(found());
    }

    private void bureau(OwnBooks books) throws Exception {
        imported("区划.csv", "区划代码,区划名称,级别\n960900,自带台账市,市级\n");
        imported("机构.csv", "单位编码,单位名称,单位性质,机关层级,区划代码\nBDG,自带台账市机关事务管理局,政府机关,市级,960900\nRSF,自带台账市研究所,公益一类,市级,960900\n");
        imported("院落.csv", "院落编码,院落名称,单位编码\nBDG-S,大院,BDG\n");
        var lines = new ArrayList<>(List.of("建筑编码,建筑名称,单位编码,院落编码,取得方式,权属登记状态,建筑面积(m²),建成时间,地上层数"));
        books.buildings
                .values()
                .forEach(b -> lines.add(String.join(
                        ",", b.code(), b.code(), "BDG", "BDG-S", "自有", "未登记", b.area(), b.built(), b.storeys())));
        assertThat(dryRun("楼-原样.csv", lines))
                .as("a year alone is no date, and fifteen do not say how many floors they have")
                .isEqualTo(18);
        lines.replaceAll(OwnBooksJourneyTest::mended);
        imported("楼.csv", String.join("\n", lines));
        var meters = new ArrayList<>(List.of("表计编码,表计名称,单位编码,建筑编码,能源种类,计量级别,分项"));
        books.buildings.keySet().forEach(code -> meters.add(code + "," + code + " 总表,BDG," + code + ",电,分户,"));
        LABORATORY
                .values()
                .forEach(code -> meters.add(code + "," + code + ",RSF,,电,分项," + (code.contains("data") ? "特殊用电" : "")));
        imported("表.csv", String.join("\n", meters));
    }

    /** The first of January of the year, and one floor where none is told. */
    private static String mended(String line) {
        var cells = line.split(",", -1);
        cells[7] = cells[7].replaceFirst("\\.0$", "-01-01");
        cells[8] = cells[8].isEmpty() ? "1" : cells[8];
        return String.join(",", cells);
    }

    private long dryRun(String name, List<String> lines) throws Exception {
        var id = upload(ADMINISTRATOR, name, csv(lines));
        var checked = rested(id);
        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/cancel", Map.of());
        return ((Number) checked.get("problems")).longValue();
    }

    /** Blank hours are refused one by one; the rest is taken. */
    private void readings(OwnBooks books) throws Exception {
        var lines = new ArrayList<>(List.of("表计编码,时刻,用量"));
        books.readings((meter, hour) -> lines.add(meter + "," + hour[0] + "," + hour[1]));
        var blank = lines.stream().filter(line -> line.endsWith(",")).count();
        var begun = System.nanoTime();
        var id = upload(ADMINISTRATOR, "逐时.csv", csv(lines));
        var checked = rested(id);
        System.out.printf("dry run of %,d hours: %.1f s%n", lines.size() - 1, (System.nanoTime() - begun) / 1e9);
        assertThat(checked).containsEntry("state", "CHECKED").containsEntry("problems", (int) blank);
        assertThat(items(get(ADMINISTRATOR, "/api/workbook/imports/" + id + "/problems")))
                .first()
                .satisfies(p -> assertThat(p).containsEntry("columnLabel", "用量").containsEntry("message", "必填项为空"));
        begun = System.nanoTime();
        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", true));
        assertThat(rested(id)).containsEntry("state", "APPLIED");
        System.out.printf("applied in %.1f s, %,d blank hours left out%n", (System.nanoTime() - begun) / 1e9, blank);
        assertThat(database.sql("select count(*) from energy.reading")
                        .query(Long.class)
                        .single())
                .isEqualTo(lines.size() - 1 - blank);
    }

    /** Written in American dates, and feeding back at noon. */
    private void laboratory(OwnBooks books) throws Exception {
        var asIs = new ArrayList<>(List.of("表计编码,时刻,用量"));
        books.laboratory(LABORATORY, false, asIs);
        assertThat(dryRun("研究所-原样.csv", asIs.subList(0, 601)))
                .as("month, day or day, month: nobody knows")
                .isEqualTo(600);
        var converted = new ArrayList<>(List.of("表计编码,时刻,用量"));
        books.laboratory(LABORATORY, true, converted);
        var negative = converted.stream().filter(line -> line.contains(",-")).count();

        imported("研究所.csv", String.join("\n", converted));

        assertThat(negative).isPositive();
        assertThat(database.sql("select count(*) from energy.reading where amount < 0")
                        .query(Long.class)
                        .single())
                .isEqualTo(negative);
    }

    private void sweep() {
        assertThat(post(ADMINISTRATOR, "/api/supervision/sweeps", Map.of())).hasStatus(202);
        assertThat(Soon.soon(
                        "the end of the sweep",
                        () -> json(get(ADMINISTRATOR, "/api/supervision/sweeps/latest")),
                        latest -> "DONE".equals(latest.get("state"))))
                .containsEntry("failed", List.of());
    }

    private Map<String, Long> found() {
        var found = new TreeMap<String, Long>();
        database.sql("select rule_id, count(*) from supervision.finding where present group by 1")
                .query((row, n) -> found.put(row.getString(1), row.getLong(2)))
                .list();
        return found;
    }

    /** The share of the night computed here from the files, hour by hour, without any of the product's SQL. */
    private void everyMonthOverTheLimitIsFoundAndNoOther(OwnBooks books) {
        var shares = new NightShares();
        books.readings((meter, hour) -> {
            if (!hour[1].isEmpty()) {
                shares.add(meter, hour[0], Double.parseDouble(hour[1]));
            }
        });
        var expected = shares.ofMonths(LEAST_DAYS);
        System.out.println(NightShares.told(expected, List.of(0.3, 0.5, 0.7, 0.8, 0.9, 1.0)));
        var over = new ArrayList<String>();
        expected.forEach((month, share) -> {
            if (share > MOST_AT_NIGHT) {
                over.add(month);
            }
        });
        assertThat(over).as("months over the limit, by the files").isNotEmpty();
        assertThat(database.sql(
                                "select distinct limit_value from supervision.finding where rule_id = 'energy.night-load'")
                        .query(Double.class)
                        .single())
                .isEqualTo(100 * MOST_AT_NIGHT);
        assertThat(database.sql("""
                        select m.code || ' ' || f.episode from supervision.finding f join energy.meter m on m.id = f.subject_id
                         where f.rule_id = 'energy.night-load' and f.present and m.code not like 'RSF%'
                        """).query(String.class).list()).containsExactlyInAnyOrderElementsOf(over);
    }

    /** Hours of meters, by meter and month. */
    private static final class NightShares {
        private final Map<String, Map<String, double[]>> days = new HashMap<>();

        void add(String meter, String at, double amount) {
            var day = days.computeIfAbsent(meter, m -> new TreeMap<>())
                    .computeIfAbsent(at.substring(0, 10), d -> new double[3]);
            var hour = Integer.parseInt(at.substring(11, 13));
            day[0] += hour >= 23 || hour < 6 ? amount : 0;
            day[1] += amount;
            day[2]++;
        }

        Map<String, Double> ofMonths(int leastDays) {
            var shares = new TreeMap<String, Double>();
            days.forEach((meter, all) -> {
                var months = new TreeMap<YearMonth, double[]>();
                all.forEach((day, sums) -> {
                    if (sums[2] == 24) {
                        var month = months.computeIfAbsent(YearMonth.parse(day.substring(0, 7)), m -> new double[3]);
                        month[0] += sums[0];
                        month[1] += sums[1];
                        month[2]++;
                    }
                });
                months.forEach((month, sums) -> {
                    if (sums[2] >= leastDays && sums[1] > 0) {
                        shares.put(meter + " " + month, sums[0] / 7 / (sums[1] / 24));
                    }
                });
            });
            return shares;
        }

        static String told(Map<String, Double> shares, List<Double> limits) {
            var told = new StringBuilder(shares.size() + " months of whole days");
            limits.forEach(limit -> told.append("; over ")
                    .append(limit)
                    .append(": ")
                    .append(shares.values().stream().filter(s -> s > limit).count())
                    .append(" months of ")
                    .append(shares.entrySet().stream()
                            .filter(e -> e.getValue() > limit)
                            .map(e -> e.getKey().split(" ")[0])
                            .distinct()
                            .count())
                    .append(" meters"));
            return told.toString();
        }
    }
}
