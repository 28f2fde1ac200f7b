package org.yiti.jt808.layout;

import java.util.ArrayList;
import java.util.List;

/** Numbers in a row, as parameters and vendors' information have them; named by a table instead of a record of fifty parts. */
public record Numbers(List<Long> values) {

    /** One line a number: its bytes (1, 2 or 4), its name in Chinese, its key and, where it has one, its unit. */
    public static Layout<Numbers> layout(String lines) {
        var fields = lines.lines().map(Field::of).toList();
        return p -> {
            var values = new ArrayList<Long>();
            for (var field : fields) {
                values.add(field.pass(p, values.size()));
            }
            return new Numbers(List.copyOf(values));
        };
    }

    public static int length(String lines) {
        return lines.lines().map(Field::of).mapToInt(field -> field.bytes).sum();
    }

    private record Field(int bytes, String zh, String key, Meaning meaning) {

        static Field of(String line) {
            var cells = line.split(" ");
            var meaning = cells.length > 3 ? Meaning.ofUnit(cells[3]) : Meaning.NONE;
            return new Field(Integer.parseInt(cells[0]), cells[1], cells[2], meaning);
        }

        long pass(Pass<Numbers> p, int index) {
            return switch (bytes) {
                case 1 -> p.octet(zh, key, meaning, it -> it.values.get(index).intValue());
                case 2 -> p.word(zh, key, meaning, it -> it.values.get(index).intValue());
                default -> p.dword(zh, key, meaning, it -> it.values.get(index));
            };
        }
    }
}
