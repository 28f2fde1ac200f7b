package org.yiti.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The detectors of meters against what others have labelled, with the one configuration they have: NAB (or the half of it
 * that is there), the holidays of the Dutch power data without a calendar, the gaps of BDG2 and Cambridge. What was found
 * is left in files that others can score.
 */
final class AnomalyBench implements Bench.Measurement {

    private static final double NAB_GOAL = 65;
    private static final Pattern PROFILE = Pattern.compile("\"(\\w+)\": \\{\\s*\"score\": ([-0-9.]+)");

    private final Path results = Path.of(System.getProperty("bench.worlds", "bench/target"), "anomaly");

    @Override
    public void run(Report report) throws Exception {
        var root = System.getenv("YITI_REFERENCE_DATA");
        if (root == null) {
            report.line("skipped", "YITI_REFERENCE_DATA names no folder of reference data");
            return;
        }
        Files.createDirectories(results);
        var data = Path.of(root);
        nab(data, report);
        dutchPower(data, report);
        gaps("bdg2", GapsFound.bdg2(data.resolve("energy_bdg2")), report);
        gaps("ucam", GapsFound.ucam(data.resolve("energy_ucam")), report);
    }

    private void nab(Path data, Report report) throws Exception {
        var nab = data.resolve("energy_nab");
        var out = results.resolve("nab");
        report.line("nab.series", NabScores.write(nab.resolve("data"), out));
        var said = python(data.resolve("scorers/score_nab.py"), nab, out, "yiti");
        var profiles = PROFILE.matcher(said);
        while (profiles.find()) {
            var score = Double.parseDouble(profiles.group(2));
            var goal = score >= NAB_GOAL ? "met" : "MISSED";
            report.line(
                    "nab." + profiles.group(1),
                    score + (profiles.group(1).equals("standard") ? " (goal ≥ 65, " + goal + ")" : ""));
        }
    }

    private void dutchPower(Path data, Report report) throws Exception {
        var folder = data.resolve("energy_dutch_power");
        var days = DutchDays.in(folder.resolve("dutch_1997_15min_labelled.csv"));
        var holidays = Files.readAllLines(folder.resolve("holidays_1997.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, 10))
                .collect(Collectors.toSet());
        var top = days.ranked().stream().limit(holidays.size()).toList();
        var hits = top.stream().filter(holidays::contains).count();
        report.line(
                "dutch_power.holidays_in_top_" + holidays.size(),
                hits + " (goal all, " + (hits == holidays.size() ? "met" : "MISSED") + ")");
        report.line(
                "dutch_power.next",
                days.ranked().stream().skip(holidays.size()).limit(5).collect(Collectors.joining(" ")));
        var scores = results.resolve("dutch_power.csv");
        days.write(scores);
        report.line(
                "dutch_power.points",
                python(
                        data.resolve("scorers/score_anomaly.py"),
                        folder.resolve("dutch_1997_15min_labelled.csv"),
                        scores));
    }

    private void gaps(String name, GapsFound found, Report report) throws IOException {
        Files.write(results.resolve("gaps_" + name + ".csv"), found.lines());
        var all = found.foundOnce() == found.expected();
        report.line(
                "gaps." + name + ".found_once",
                found.foundOnce() + " of " + found.expected() + " (goal all, ± 1 h, " + (all ? "met" : "MISSED") + ")");
        report.line("gaps." + name + ".others", found.others());
    }

    private static String python(Path script, Object... arguments) throws Exception {
        var command = new java.util.ArrayList<>(List.of("python3", script.toString()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Set.of(command) + " said " + said);
        }
        return said;
    }
}
