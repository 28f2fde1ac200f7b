package org.yiti.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.DemonstrationAccounts;
import org.yiti.identity.Role;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** The audit log in the server's database: rows of a ledger in bulk with their sealing, single acts, proofs over HTTP. */
final class AuditBench implements Bench.Measurement {

    private static final int ROWS = Integer.parseInt(System.getenv().getOrDefault("BENCH_SEALED", "100000"));
    private static final int TIMES = 5;
    private static final int ACTS = 2_000;
    private static final int PROOFS = 1_000;
    /** A server that has run for a while is measured, not one whose compiler is still at work. */
    private static final int WARM_UP = 3_000;

    private static final double RATE_GOAL = 50_000;
    private static final double LATENCY_GOAL = 5;

    @Override
    public void run(Report report) throws Exception {
        try (var house = House.empty(House.WORLDS.resolve("audit").toAbsolutePath())) {
            report.line("postgresql", house.postgres());
            house.bean(DemonstrationAccounts.class).open("bench", "测量", Role.AUDIT_ADMINISTRATOR, null, true);
            Acting.as(Account.HOUSE, () -> {
                bulk(house, report);
                acts(house, report);
            });
            prove(house, report);
            export(house, report);
        }
    }

    /** The first time warms up. Sealing is what the commit takes. */
    private static void bulk(House house, Report report) {
        var seconds = new double[TIMES];
        var sealing = new double[TIMES];
        var spent = spent(house);
        for (var i = 0; i <= TIMES; i++) {
            var begun = System.nanoTime();
            var written = insert(house, i);
            var done = System.nanoTime();
            if (i > 0) {
                seconds[i - 1] = (done - begun) / 1e9;
                sealing[i - 1] = (done - written) / 1e9;
            }
        }
        spent = spent(house).since(spent);
        report.figure("cpu_java", spent.java() / (TIMES + 1), "s a time");
        report.figure("cpu_postgresql", spent.postgres() / (TIMES + 1), "s a time");
        report.figure("rows", ROWS, "of a ledger in one transaction");
        report.figure("bulk", ROWS / Report.percentile(seconds, 0.5), "rows/s, written and sealed");
        var rate = ROWS / Report.percentile(sealing, 0.5);
        report.goal("sealing", rate, "leaves/s in the commit", "≥ 50,000/s", rate >= RATE_GOAL);
    }

    private static House.Spent spent(House house) {
        try {
            return house.spent();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** When the rows stood there, and only the commit was left. */
    private static long insert(House house, int round) {
        var written = new long[1];
        house.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            house.database()
                    .sql("""
                            insert into organization.division (code, name, level, starts_on)
                            select (:from + n)::text, '区划' || n, 'TOWNSHIP', date '2020-01-01' from generate_series(1, :rows) n
                            """)
                    .param("from", 100_000_000 + round * ROWS)
                    .param("rows", ROWS)
                    .update();
            written[0] = System.nanoTime();
        });
        return written[0];
    }

    private static void acts(House house, Report report) {
        var audit = house.bean(Audit.class);
        var milliseconds = new double[ACTS];
        for (var i = 0; i < ACTS; i++) {
            var begun = System.nanoTime();
            audit.record(Act.of("bench.act", "bench", "act-" + i).with("note", "one of many"));
            milliseconds[i] = (System.nanoTime() - begun) / 1e6;
        }
        report.figure("act.p50", Report.percentile(milliseconds, 0.5), "ms, one act in a transaction of its own");
        report.figure("act.p99", Report.percentile(milliseconds, 0.99), "ms");
    }

    private static void prove(House house, Report report) throws Exception {
        var browser = Browser.signedIn(house.address(), "bench");
        var size = browser.get("/api/safeguard/audit/log").path("size").asLong();
        report.figure("leaves", size, "");
        var random = new Random(1);
        var milliseconds = new double[PROOFS];
        var spent = house.spent();
        for (var i = -WARM_UP; i < PROOFS; i++) {
            var seq = 1 + (long) (random.nextDouble() * size);
            var begun = System.nanoTime();
            var answer = browser.fetch("/api/safeguard/audit/entries/" + seq + "/proof");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("No proof of entry " + seq + ": " + answer.statusCode());
            }
            if (i >= 0) {
                milliseconds[i] = (System.nanoTime() - begun) / 1e6;
            } else {
                spent = house.spent();
            }
        }
        spent = house.spent().since(spent);
        report.figure("proof.cpu_java", spent.java() / PROOFS * 1e3, "ms, who asks included");
        report.figure("proof.cpu_postgresql", spent.postgres() / PROOFS * 1e3, "ms");
        report.figure("proof.p50", Report.percentile(milliseconds, 0.5), "ms, over HTTP");
        var p99 = Report.percentile(milliseconds, 0.99);
        report.goal("proof.p99", p99, "ms", "< 5 ms", p99 < LATENCY_GOAL);
    }

    private static void export(House house, Report report) throws Exception {
        var browser = Browser.signedIn(house.address(), "bench");
        var begun = System.nanoTime();
        var answer = browser.fetch("/api/safeguard/audit/export");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No export: " + answer.statusCode());
        }
        var bytes = answer.body().length;
        report.figure("export", (System.nanoTime() - begun) / 1e9, "s");
        report.figure("export.size", bytes / 1e6, "MB");
    }
}
