package org.yiti.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Runs the measurement that is named, and prints what it finds as {@code name: value} lines. */
public final class Bench {

    interface Measurement {
        void run(Report report) throws Exception;
    }

    private static final Map<String, Measurement> ALL = new LinkedHashMap<>();

    static {
        ALL.put("import", new ImportBench());
        ALL.put("start", new StartBench());
        ALL.put("sweep", new SweepBench());
        ALL.put("lists", new ListsBench());
        ALL.put("scoped", new ScopedBench());
        ALL.put("sealed", new SealedBench());
        ALL.put("proof", new ProofBench());
        ALL.put("audit", new AuditBench());
        ALL.put("anomaly", new AnomalyBench());
        ALL.put("detector-speed", new DetectorSpeedBench());
        ALL.put("intervals", new IntervalsBench());
        ALL.put("readings", new ReadingsBench());
        ALL.put("meter-findings", new MeterFindingsBench());
        ALL.put("jt808", new Jt808Bench());
        ALL.put("vehicle-facts", new VehicleFactsBench());
        ALL.put("telemetry", new TelemetryBench());
        ALL.put("fact-to-finding", new FactToFindingBench());
        ALL.put("kill", new KillBench());
    }

    private Bench() {}

    public static void main(String[] names) throws Exception {
        if (names.length == 0 || !ALL.keySet().containsAll(Arrays.asList(names))) {
            System.err.println("bench/run NAME…, NAME one of " + String.join(", ", ALL.keySet()));
            System.exit(2);
        }
        for (var name : names) {
            var report = new Report(name);
            report.machine();
            Objects.requireNonNull(ALL.get(name)).run(report);
        }
        // Threads of the servers that were started may still wait for work.
        System.exit(0);
    }
}
