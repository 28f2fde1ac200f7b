package org.yiti.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.law.LawBook;

/** A sweep of all rules over a province, beside reading each fact view they ask once from end to end. */
final class SweepBench implements Bench.Measurement {

    private static final double GOAL = 5;
    private static final int AGAIN = 5;

    @Override
    public void run(Report report) throws Exception {
        try (var house = House.province()) {
            report.line("postgresql", house.postgres());
            size(report, house.database());
            var views = views(house);
            var browser = Browser.signedIn(house.address(), "admin");
            sweep(report, house.database(), browser, "first");
            quiet(house.database());
            var scans = scans(house, views);
            scans.forEach((view, seconds) -> report.figure("scan." + view, seconds, "s"));
            var once = scans.values().stream().mapToDouble(s -> s).sum();
            report.figure("scan_of_each_view_once", once, "s");
            var again = new ArrayList<Double>();
            for (var n = 1; n <= AGAIN; n++) {
                var spent = house.spent();
                again.add(sweep(report, house.database(), browser, "again_" + n));
                spent = house.spent().since(spent);
                report.figure("sweep.again_" + n + ".cpu_java", spent.java(), "s");
                report.figure("sweep.again_" + n + ".cpu_postgresql", spent.postgres(), "s");
                quiet(house.database());
            }
            again.sort(null);
            var whole = again.get(AGAIN / 2);
            report.figure("sweep", whole, "s, the middle one");
            perRule(report, house.database());
            report.goal("sweep_over_scans", whole / once, "times", "≤ 5", whole / once <= GOAL);
        }
    }

    private static void size(Report report, JdbcClient database) {
        for (var table : List.of(
                "organization.institution",
                "organization.person",
                "premises.room",
                "fleet.vehicle",
                "fleet.trip",
                "fleet.dispatch_order",
                "energy.meter_day")) {
            report.line(
                    "rows." + table,
                    "%,d"
                            .formatted(database.sql("select count(*) from " + table)
                                    .query(Long.class)
                                    .single()));
        }
    }

    /** The facts that rules name in their questions; parameters are not facts of the ledgers. */
    private static TreeSet<String> views(House house) {
        var asked = new TreeSet<String>();
        for (var rule : house.bean(LawBook.class).rules()) {
            asked.addAll(List.of(rule.question().find().split("\\W+")));
        }
        asked.retainAll(house.database().sql("""
                        select c.relname from pg_class c
                         where c.relnamespace = 'facts'::regnamespace and c.relkind = 'v'
                           and c.relname not in (select relation from law.parameter)""").query(String.class).list());
        return asked;
    }

    /** Warm, one process, every column worked out: what it costs to see the facts at all. */
    private static Map<String, Double> scans(House house, Iterable<String> views) {
        var seconds = new TreeMap<String, Double>();
        var transaction = new TransactionTemplate(house.bean(PlatformTransactionManager.class));
        for (var view : views) {
            for (var warm = 0; warm < 2; warm++) {
                transaction.executeWithoutResult(status -> {
                    house.database()
                            .sql("set local max_parallel_workers_per_gather = 0")
                            .update();
                    seconds.put(view, scan(house.database(), view));
                });
            }
        }
        return seconds;
    }

    private static double scan(JdbcClient database, String view) {
        return database
                .sql("explain (analyze, timing off, buffers off) select * from facts." + view)
                .query(String.class)
                .list()
                .stream()
                .filter(line -> line.startsWith("Execution Time"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9.]", "")) / 1000)
                .findFirst()
                .orElseThrow();
    }

    /** Figures and suspicions are made anew after a sweep: neither scans nor the next sweep are measured beside them. */
    private static void quiet(JdbcClient database) throws InterruptedException {
        var made = 0L;
        while (made < 2) {
            TimeUnit.MILLISECONDS.sleep(500);
            made = database.sql("select count(*) from supervision.scoring where finished_at >="
                            + " (select finished_at from supervision.sweep order by requested_at desc limit 1)")
                    .query(Long.class)
                    .single();
        }
    }

    private static double sweep(Report report, JdbcClient database, Browser browser, String name) throws Exception {
        var earlier =
                browser.get("/api/supervision/sweeps/latest").path("state").asString();
        if (!earlier.equals("RUNNING")) {
            browser.post("/api/supervision/sweeps", "{}");
        }
        var now = browser.get("/api/supervision/sweeps/latest");
        while (!now.path("state").asString().equals("DONE")) {
            TimeUnit.MILLISECONDS.sleep(200);
            now = browser.get("/api/supervision/sweeps/latest");
        }
        // without the second in which the job is picked up
        var seconds = database.sql(
                        "select extract(epoch from finished_at - started_at) from supervision.sweep order by requested_at desc limit 1")
                .query(Double.class)
                .single();
        report.figure("sweep." + name, seconds, "s");
        report.line("sweep." + name + ".found", now.path("found").asInt());
        report.line("sweep." + name + ".failed", now.path("failed").size());
        return seconds;
    }

    private static void perRule(Report report, JdbcClient database) {
        database.sql("""
                        select rule_id, ms from supervision.sweep_result
                         where sweep_id = (select id from supervision.sweep order by requested_at desc limit 1) order by ms desc""")
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2) / 1000.0))
                .list()
                .forEach(rule -> report.figure("rule." + rule.getKey(), rule.getValue(), "s"));
    }
}
