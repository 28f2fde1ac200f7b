package org.yiti.demonstration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be bought, see models.txt. */
record Models(
        String name,
        String body,
        String energy,
        @Nullable Double displacement,
        int seats,
        double from,
        double to,
        @Nullable Double tank,
        double rated,
        String grade,
        List<String> types,
        @Nullable String need,
        int first,
        int last) {
    static final List<Models> ALL =
            Lines.of("models.txt").stream().map(Models::read).toList();

    private static Models read(String[] c) {
        return new Models(
                c[0],
                c[1],
                c[2],
                number(c[3]),
                Integer.parseInt(c[4]),
                Double.parseDouble(c[5]),
                Double.parseDouble(c[6]),
                number(c[7]),
                Double.parseDouble(c[8]),
                c[9],
                Lines.words(c[10]),
                c[11].isEmpty() ? null : c[11],
                Integer.parseInt(c[12]),
                Integer.parseInt(c[13]));
    }

    private static @Nullable Double number(String cell) {
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }

    boolean newEnergy() {
        return energy.equals("BATTERY_ELECTRIC") || energy.equals("PLUG_IN_HYBRID");
    }

    static Models draw(String type, int year, boolean newEnergy, Chance chance) {
        List<Models> fitting = ALL.stream()
                .filter(m -> m.types.contains(type) && m.newEnergy() == newEnergy && m.first <= year && year <= m.last)
                .toList();
        Models drawn = chance.pick(fitting);
        // The large and the costly ones are wanted less often than they are possible.
        return drawn.need != null && chance.happens(0.6) ? chance.pick(fitting) : drawn;
    }

    static Models named(String name) {
        return ALL.stream().filter(m -> m.name.equals(name)).findFirst().orElseThrow();
    }
}
