package org.yiti.proof.verify;

import java.util.ArrayList;
import java.util.List;
import org.yiti.proof.entry.Numbers;

/** How the entries of a block number themselves: where they begin, which number would come next, and every jump. */
record Numbering(long first, long next, boolean numbered, List<Jump> jumps) {

    static Numbering of(long place, List<byte[]> entries, Budget budget) {
        var jumps = new ArrayList<Jump>();
        var first = entries.isEmpty() ? Numbers.NONE : Numbers.of(entries.get(0));
        var begin = first == Numbers.NONE ? place + 1 : first;
        var expected = begin;
        var numbered = false;
        for (var entry : entries) {
            var number = Numbers.of(entry);
            numbered |= number != Numbers.NONE;
            if (number != expected && budget.take()) {
                jumps.add(new Jump(place, expected, number));
            }
            expected = number == Numbers.NONE ? expected + 1 : number + 1;
            place++;
        }
        return new Numbering(begin, expected, numbered, jumps);
    }
}
