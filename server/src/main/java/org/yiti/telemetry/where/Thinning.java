package org.yiti.telemetry.where;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Leaves out positions that nobody would miss: at every moment the line between what is kept is at most so many metres
 * from where the vehicle was then, and where the ignition was turned stays. Comparing places at moments, and not lines with lines, keeps stops and speeds as well
 * (TD-TR: Douglas and Peucker's way with the synchronized distance of Meratnia and de By).
 */
final class Thinning {

    private Thinning() {}

    /** @param run in the order of time, no two of one second */
    static List<Fix> thin(List<Fix> run, double metres) {
        if (metres <= 0 || run.size() < 3) {
            return run;
        }
        var kept = new BitSet(run.size());
        var spans = new ArrayDeque<int[]>();
        kept.set(0);
        for (var at = 1; at < run.size(); at++) {
            if (at == run.size() - 1
                    || run.get(at).ignition() != run.get(at - 1).ignition()) {
                spans.push(new int[] {kept.length() - 1, at});
                kept.set(at);
            }
        }
        while (!spans.isEmpty()) {
            var span = spans.pop();
            var farthest = farthest(run, span[0], span[1], metres);
            if (farthest > 0) {
                kept.set(farthest);
                spans.push(new int[] {span[0], farthest});
                spans.push(new int[] {farthest, span[1]});
            }
        }
        var thin = new ArrayList<Fix>(kept.cardinality());
        kept.stream().forEach(at -> thin.add(run.get(at)));
        return thin;
    }

    /** What lies farthest from where the straight way would have it; 0 when nothing does by more than so many metres. */
    private static int farthest(List<Fix> run, int first, int last, double metres) {
        var from = run.get(first);
        var to = run.get(last);
        var most = metres;
        var farthest = 0;
        for (var at = first + 1; at < last; at++) {
            var fix = run.get(at);
            var share = (double) (fix.second() - from.second()) / (to.second() - from.second());
            var off = Math.hypot(
                    fix.east(from.lon() + (to.lon() - from.lon()) * share),
                    fix.north(from.lat() + (to.lat() - from.lat()) * share));
            if (off > most) {
                most = off;
                farthest = at;
            }
        }
        return farthest;
    }
}
