package org.yiti.simulator.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.jt808.Version;
import org.yiti.simulator.Journal;
import org.yiti.simulator.Statistics;
import org.yiti.simulator.mishap.Shares;
import org.yiti.simulator.track.Town;

class FleetTest {

    private static final long FROM = 1_795_824_000;
    private static final int TERMINALS = 6;
    private static final int EACH = 300;

    @TempDir
    private Path folder;

    private final Statistics statistics = new Statistics();

    private int batch = 1;

    private boolean drive(Gate gate, Shares shares) throws InterruptedException, IOException {
        try (var journal = Journal.in(folder.resolve("journal.tsv"))) {
            var fleet = new Fleet(
                    gate.address(),
                    new Fleet.Behaviour(5, shares, FROM, 1, 0, batch, 16, 4),
                    new Fleet.Surroundings(
                            Codes.in(folder.resolve("codes.tsv")),
                            journal,
                            statistics,
                            () -> FROM + EACH - 1,
                            (device, result) -> {}));
            var devices = IntStream.range(0, TERMINALS)
                    .mapToObj(i -> new Device("1390000000" + i, "粤B1234" + i, Version.values()[1 + i % 2]))
                    .toList();
            fleet.start(devices, List.of(new Town(30, 120, 1).drive(60, new SplittableRandom(1))));
            while (!fleet.isQuiet()) {
                Thread.sleep(20);
            }
            return fleet.stop(60_000);
        }
    }

    private List<String> journal() throws IOException {
        return Files.readAllLines(folder.resolve("journal.tsv")).stream()
                .map(line -> line.split("\t"))
                .map(cells -> cells[1] + " " + cells[2])
                .toList();
    }

    @Test
    void whatWasDueIsToldAcknowledgedAndJournaledOnce() throws IOException, InterruptedException {
        try (var gate = new Gate(0)) {
            assertThat(drive(gate, Shares.NONE)).isTrue();

            assertThat(journal()).hasSize(TERMINALS * EACH).doesNotHaveDuplicates();
            assertThat(gate.stored).containsExactlyInAnyOrderElementsOf(journal());
            assertThat(gate.registered).hasSize(TERMINALS).contains("13900000001粤B12341");
        }
    }

    @Test
    void everyAcknowledgedPositionIsJournaledOnceWhateverGoesWrong() throws IOException, InterruptedException {
        try (var gate = new Gate(0.01)) {
            assertThat(drive(gate, new Shares(0.05, 0.1, 0.1, 0.1, 0.01))).isTrue();

            assertThat(journal()).doesNotHaveDuplicates();
            assertThat(new HashSet<>(gate.stored)).containsExactlyInAnyOrderElementsOf(journal());
            assertThat(gate.stored).hasSizeGreaterThan(journal().size());
            assertThat(statistics.reconnects.sum()).isPositive();
            assertThat(statistics.acknowledged.sum()).isEqualTo(journal().size());
        }
    }

    @Test
    void severalInOneMessageAreAcknowledgedTogetherAndJournaledEach() throws IOException, InterruptedException {
        batch = 7;
        try (var gate = new Gate(0.02)) {
            assertThat(drive(gate, new Shares(0, 0.1, 0.1, 0.1, 0.01))).isTrue();

            assertThat(journal()).hasSize(TERMINALS * EACH).doesNotHaveDuplicates();
            assertThat(new HashSet<>(gate.stored)).containsExactlyInAnyOrderElementsOf(journal());
        }
    }

    @Test
    void aTerminalKeepsItsCodeOverRestarts() throws IOException, InterruptedException {
        try (var gate = new Gate(0)) {
            drive(gate, Shares.NONE);
            drive(gate, Shares.NONE);

            assertThat(gate.registered).hasSize(TERMINALS);
        }
    }
}
