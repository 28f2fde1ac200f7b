package org.yiti.jt808.safety;

import java.util.ArrayList;
import java.util.List;
import org.yiti.jt808.layout.Layout;
import org.yiti.jt808.layout.Pass;

/** Numbers in a row, as the parameters of assistance systems are; named by a table instead of a record of fifty parts. */
public record Settings(List<Long> values) {

    /** One line a number: its bytes, its name in Chinese, its key. */
    static Layout<Settings> layout(String lines) {
        var fields = lines.lines().map(Field::of).toList();
        return p -> {
            var values = new ArrayList<Long>();
            for (var field : fields) {
                values.add(field.pass(p, values.size()));
            }
            return new Settings(List.copyOf(values));
        };
    }

    static int length(String lines) {
        return lines.lines().map(Field::of).mapToInt(field -> field.bytes).sum();
    }

    private record Field(int bytes, String zh, String key) {

        static Field of(String line) {
            var cells = line.split(" ");
            return new Field(Integer.parseInt(cells[0]), cells[1], cells[2]);
        }

        long pass(Pass<Settings> p, int index) {
            return switch (bytes) {
                case 1 -> p.octet(zh, key, it -> it.values.get(index).intValue());
                case 2 -> p.word(zh, key, it -> it.values.get(index).intValue());
                default -> p.dword(zh, key, it -> it.values.get(index));
            };
        }
    }
}
