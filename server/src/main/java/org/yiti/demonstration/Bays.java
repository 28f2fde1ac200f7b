package org.yiti.demonstration;

import java.util.ArrayList;
import java.util.List;

/** Room sizes as structures give them: widths and depths on a 30 cm grid, less what walls and finishes take. */
final class Bays {
    private static final double FINISHES = 0.985;
    private static final List<Double> SIZES = sizes();

    private Bays() {}

    private static List<Double> sizes() {
        List<Double> sizes = new ArrayList<>();
        for (int depth = 10; depth <= 26; depth++) {
            for (int width = 8; width <= 60; width++) {
                double area = Rows.rounded(depth * 0.3 * width * 0.3 * FINISHES, 2);
                if (width <= 2.2 * depth && depth <= 2.2 * width) {
                    sizes.add(area);
                }
            }
        }
        return sizes;
    }

    static double between(double low, double high, Chance chance) {
        List<Double> fitting =
                SIZES.stream().filter(area -> area >= low && area <= high).toList();
        return fitting.isEmpty() ? Rows.rounded(chance.real(low, high), 2) : chance.pick(fitting);
    }
}
