package org.yiti.simulator.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackTest {

    private static final Track NORTHWARDS =
            new Track(List.of(new Track.Point(0, 30, 120), new Track.Point(100, 30.01, 120)));

    @TempDir
    private Path folder;

    @Test
    void aVehicleIsBetweenTwoPointsAtTheTimeBetweenThem() {
        var fix = NORTHWARDS.at(50);

        assertThat(fix.lat()).isEqualTo(30_005_000);
        assertThat(fix.direction()).isZero();
        assertThat(fix.speed()).isBetween(400, 402);
        assertThat(fix.running()).isTrue();
    }

    @Test
    void itParksAndDrivesBackWithoutAJumpAndTheOdometerNeverFalls() {
        assertThat(NORTHWARDS.at(300).running()).isFalse();
        assertThat(NORTHWARDS.at(750).direction()).isEqualTo(180);
        var before = NORTHWARDS.at(0);
        for (var second = 1; second < 5_000; second++) {
            var now = NORTHWARDS.at(second);
            assertThat(Math.abs(now.lat() - before.lat())).isLessThanOrEqualTo(101);
            assertThat(now.metres()).isGreaterThanOrEqualTo(before.metres());
            before = now;
        }
    }

    @Test
    void aTownIsTheSameBySeedAndItsDrivesKeepToSpeedsOfTowns() {
        var drive = new Town(30.25, 120.16, 9).drive(80, new SplittableRandom(2));

        assertThat(drive.at(777))
                .isEqualTo(new Town(30.25, 120.16, 9)
                        .drive(80, new SplittableRandom(2))
                        .at(777));
        assertThat(drive.length()).isGreaterThan(20_000);
        for (var second = 0; second < drive.seconds(); second += 10) {
            assertThat(drive.at(second).speed()).isLessThan(1_200);
        }
    }

    @Test
    void aFileWithATrackForEveryTripHasAsManyAndPausesPartThem() throws IOException {
        var file = folder.resolve("bus.csv");
        Files.writeString(file, """
                "id","trip_id","timestamp","latitude","longitude"
                1,"a","2026-01-26 15:57:02",53.44451,-2.925173
                2,"b","2026-01-26 15:57:02",53.44451,-2.925173
                3,"a","2026-01-26 15:58:02",53.45451,-2.925173
                4,"b","2026-01-26 15:58:02",53.45451,-2.925173
                5,"b","2026-01-26 17:58:02",53.45451,-2.925173
                6,"b","2026-01-26 17:59:02",53.46451,-2.925173
                """);

        assertThat(TrackFiles.read(file)).hasSize(3).allMatch(track -> track.seconds() == 60);
    }

    @Test
    void timesAreReadAsRecordersWriteThem() {
        assertThat(Times.second("2008-12-11 04:42:16+00") - Times.second("2008-12-11T04:42:14Z"))
                .isEqualTo(2);
        assertThat(Times.second("2026-11-28T08:00:00+08:00")).isEqualTo(Times.second("2026-11-28 00:00+0000"));
        assertThat(Times.second("1795824000000")).isEqualTo(1_795_824_000);
        assertThatThrownBy(() -> Times.second("yesterday")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gpxIsReadWithAndWithoutTimes() throws IOException {
        Files.writeString(folder.resolve("a.gpx"), """
                <gpx><trk><trkseg>
                  <trkpt lat="30" lon="120"><time>2026-01-01T00:00:00Z</time></trkpt>
                  <trkpt lat="30.01" lon="120"><time>2026-01-01T00:01:40Z</time></trkpt>
                </trkseg></trk></gpx>
                """);
        Files.writeString(folder.resolve("b.gpx"), """
                <gpx><rte><rtept lat="30" lon="120"/><rtept lat="30.01" lon="120"/></rte></gpx>
                """);

        assertThat(TrackFiles.read(folder))
                .hasSize(2)
                .anyMatch(track -> track.seconds() == 100)
                .anyMatch(track -> Math.abs(track.seconds() - 100.2) < 0.1);
    }

    @Test
    void aFileWithoutTracksIsRefusedInWords() throws IOException {
        Files.writeString(folder.resolve("c.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> TrackFiles.read(folder)).hasMessageContaining("no columns lat, lon and time");
    }
}
