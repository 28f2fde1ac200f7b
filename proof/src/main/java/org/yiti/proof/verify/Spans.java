package org.yiti.proof.verify;

import java.util.ArrayList;
import java.util.List;

/** Stretches of numbers, joined where one follows on the other. */
final class Spans {

    interface Reader {
        void read(long first, long last);
    }

    private final List<long[]> list = new ArrayList<>();

    void add(long first, long last) {
        if (!list.isEmpty() && list.get(list.size() - 1)[1] + 1 == first) {
            list.get(list.size() - 1)[1] = last;
        } else {
            list.add(new long[] {first, last});
        }
    }

    void forEach(Reader reader) {
        list.forEach(span -> reader.read(span[0], span[1]));
    }
}
