package org.yiti.demonstration;

import java.util.ArrayList;
import java.util.List;

/** Names as often as people have them, roughly. */
final class Names {
    private final List<String> surnames = new ArrayList<>();
    private final List<String> first;
    private final List<String> second;
    private final List<String> single;

    Names() {
        List<String[]> lines = Lines.of("names.txt");
        for (String weighted : lines.get(0)[0].split(" ")) {
            String[] parts = weighted.split(":");
            for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                surnames.add(parts[0]);
            }
        }
        first = List.of(lines.get(1)[0].split(" "));
        second = List.of(lines.get(2)[0].split(" "));
        single = List.of(lines.get(3)[0].split(" "));
    }

    String draw(Chance chance) {
        String surname = chance.pick(surnames);
        if (chance.happens(0.14)) {
            return surname + chance.pick(single);
        }
        return surname + chance.pick(first) + chance.pick(second);
    }
}
