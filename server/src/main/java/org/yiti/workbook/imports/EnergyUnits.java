package org.yiti.workbook.imports;

import java.util.Optional;
import java.util.Set;
import org.yiti.kernel.code.Code;
import org.yiti.kernel.code.CodeTables;

/** In what each kind of energy is counted. */
final class EnergyUnits {

    static final String TABLE = "energy-kind";
    private static final Set<String> MEASURED = Set.of("energy", "volume", "mass", "coal equivalent");

    private EnergyUnits() {}

    private static Optional<Code> kind(String word) {
        return CodeTables.get(TABLE).parse(word);
    }

    static Optional<String> of(String kind) {
        return kind(kind).flatMap(code -> Optional.ofNullable(code.unit()));
    }

    static boolean isWater(String kind) {
        return kind(kind).filter(code -> code.code().equals("WATER")).isPresent();
    }

    static boolean isMeasured(String word) {
        return Units.of(word).filter(unit -> MEASURED.contains(unit.of())).isPresent();
    }

    /** Whether some kind of energy is counted in it. */
    static boolean isOfSomeKind(Units.Unit unit) {
        return CodeTables.get(TABLE).codes().stream()
                .flatMap(code -> Optional.ofNullable(code.unit()).stream())
                .flatMap(word -> Units.of(word).stream())
                .anyMatch(unit::equals);
    }
}
