package org.yiti.document.layout;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How wide the columns of a table are: what needs little has it, what needs much shares the rest. */
final class Columns {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40,}");
    private static final Pattern NUMBER = Pattern.compile("[-−]?[0-9][0-9,]*(\\.[0-9]+)?( ?%)?");
    private static final double OF_HASH = 7;
    private static final double LEAST = 13;
    private static final double MOST = 90;
    /** Whoever is the widest is found among so many. */
    private static final int LOOKED_AT = 200;

    private Columns() {}

    static double[] widths(List<String> head, List<List<String>> rows, double size, double padding) {
        var natural = IntStream.range(0, head.size())
                .mapToDouble(column -> Math.min(
                        MOST,
                        2 * padding
                                + 0.3
                                + Math.max(
                                        Letters.width(head.get(column), Face.HEADING, size),
                                        widest(rows, column, size))))
                .toArray();
        var sum =
                IntStream.range(0, natural.length).mapToDouble(i -> natural[i]).sum();
        if (sum <= Sheets.WIDTH) {
            return IntStream.range(0, natural.length)
                    .mapToDouble(i -> natural[i] + (Sheets.WIDTH - sum) / natural.length)
                    .toArray();
        }
        return shared(natural);
    }

    private static double widest(List<List<String>> rows, int column, double size) {
        return rows.stream()
                .limit(LOOKED_AT)
                .filter(row -> column < row.size())
                .flatMap(row -> row.get(column).lines())
                .mapToDouble(cell -> Letters.width(cell, Face.TABLE, sized(cell, size)))
                .max()
                .orElse(0);
    }

    /** Hashes are compared, not read: they are set so small that one is a line. */
    static double sized(String cell, double size) {
        return HASH.matcher(cell).matches() ? Math.min(size, OF_HASH) : size;
    }

    /** Columns in which there is nothing but numbers: those stand below one another by their last digit. */
    static boolean isOfNumbers(List<List<String>> rows, int column) {
        var said = rows.stream()
                .map(row -> column < row.size() ? row.get(column) : "")
                .filter(cell -> !cell.isEmpty())
                .toList();
        return !said.isEmpty()
                && said.stream().allMatch(cell -> NUMBER.matcher(cell).matches());
    }

    private static double[] shared(double[] natural) {
        var least = Math.min(LEAST, Sheets.WIDTH / natural.length);
        // Short columns, such as dates and numbers, keep what they need; a line broken in one is a loss to every
        // reader.
        var fair = Sheets.WIDTH / natural.length;
        var fixed = 0d;
        var hungry = 0d;
        for (var one : natural) {
            fixed += one <= fair ? one : least;
            hungry += one <= fair ? 0 : one - least;
        }
        var left = Sheets.WIDTH - fixed;
        var each = new double[natural.length];
        for (var i = 0; i < natural.length; i++) {
            each[i] = natural[i] <= fair ? natural[i] : least + left * (natural[i] - least) / hungry;
        }
        return each;
    }
}
