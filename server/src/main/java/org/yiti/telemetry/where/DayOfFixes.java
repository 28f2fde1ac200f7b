package org.yiti.telemetry.where;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The positions of a day, in their order: what a track is drawn from. */
final class DayOfFixes {

    /** Of how it is thinned, and of the pieces that are kept apart: {@code from} and {@code to} are seconds of the day. */
    record Gap(long from, long to, long metres) {}

    /** Nothing was heard for longer: where the vehicle went meanwhile is not known, and no line says it. */
    static final Duration SILENCE = Duration.ofMinutes(5);

    private static final int MINUTE = 60;

    private final List<Fix> fixes = new ArrayList<>();

    /** In the order of time; of what was told of one second the first counts. */
    void add(Fix fix) {
        if (fixes.isEmpty() || fixes.get(fixes.size() - 1).second() < fix.second()) {
            fixes.add(fix);
        }
    }

    int size() {
        return fixes.size();
    }

    private List<List<Fix>> runs() {
        var runs = new ArrayList<List<Fix>>();
        var from = 0;
        for (var at = 1; at <= fixes.size(); at++) {
            if (at == fixes.size() || isGap(at)) {
                runs.add(fixes.subList(from, at));
                from = at;
            }
        }
        return runs;
    }

    private boolean isGap(int at) {
        return fixes.get(at).second() - fixes.get(at - 1).second() > SILENCE.toSeconds();
    }

    List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        for (var at = 1; at < fixes.size(); at++) {
            if (isGap(at)) {
                var before = fixes.get(at - 1);
                var after = fixes.get(at);
                gaps.add(new Gap(before.second(), after.second(), Math.round(before.metresTo(after))));
            }
        }
        return gaps;
    }

    /** Seconds of the day, millionths of a degree twice, 0.1 km/h, degrees from north, 1 where the ignition is on. */
    List<int[]> points(int metres) {
        return runs().stream()
                .flatMap(run -> Thinning.thin(run, metres).stream())
                .map(fix -> new int[] {
                    (int) fix.second(), fix.lat(), fix.lon(), fix.speed(), fix.direction(), fix.ignition() ? 1 : 0
                })
                .toList();
    }

    /** As it was told last on the day. */
    boolean fuelInPercent() {
        var percent = false;
        for (var fix : fixes) {
            percent = fix.fuel() == null ? percent : fix.fuel().percent();
        }
        return percent;
    }

    /** Of each minute with positions: which of the day, the highest speed (0.1 km/h), the last level of fuel (0.1 L or 0.1 %, -1 if not known). */
    List<int[]> minutes() {
        var percent = fuelInPercent();
        var minutes = new ArrayList<int[]>();
        for (var fix : fixes) {
            var minute = (int) (fix.second() / MINUTE);
            var last = minutes.isEmpty() ? null : minutes.get(minutes.size() - 1);
            if (last == null || last[0] != minute) {
                last = new int[] {minute, 0, -1};
                minutes.add(last);
            }
            last[1] = Math.max(last[1], fix.speed());
            var fuel = fix.fuel();
            last[2] = fuel == null || fuel.percent() != percent ? last[2] : fuel.tenths();
        }
        return minutes;
    }
}
