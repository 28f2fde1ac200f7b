package org.yiti.workbook.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.ledger.checking.Cell;
import org.yiti.workbook.file.Row;

/** Numbers in the unit that a header, a title or the cell itself gives: turned into that of the column, or refused. */
final class Measures {

    /** They are in the unit of the kind of energy of their row. */
    private static final Set<String> OF_ENERGY = Set.of("amount", "vehicleAmount");

    private static final Pattern NUMBER =
            Pattern.compile("[¥￥]?([-+]?[\\d,]*\\.?\\d+(?:[eE][-+]?\\d{1,3})?)(.*)", Pattern.DOTALL);
    private static final Units.Unit THINGS = Units.of("个").orElseThrow();

    private final SheetMatch match;
    private final @Nullable Integer kindPlace;
    private final boolean noted;
    private final Map<String, Optional<Units.Unit>> kinds = new HashMap<>();
    private final Map<Integer, Boolean> asTheyAre = new HashMap<>();

    Measures(SheetMatch match) {
        this.match = match;
        this.noted = !match.meanings().noted().isEmpty();
        this.kindPlace = match.columns().entrySet().stream()
                .filter(entry -> EnergyUnits.TABLE.equals(entry.getValue().codes()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Object in(Row row, int place, Column column, @Nullable Object value) {
        var wrong = match.meanings().wrong().get(place);
        if (value == null || "".equals(value)) {
            return value;
        }
        if (wrong != null) {
            return Cell.unreadable(String.valueOf(value), wrong.zh(), wrong.en());
        }
        if (!HeaderUnits.isNumber(column) || !(value instanceof BigDecimal || value instanceof String)) {
            return value;
        }
        var unit = match.meanings().units().get(place);
        return isBare(value) && (unit == null ? !noted : asTheyAre.computeIfAbsent(place, any -> isOwn(unit, column)))
                ? value
                : measured(row, column, unit, value);
    }

    /** Whether a header gives the unit in which the column counts, so that bare numbers stay what they are. */
    private boolean isOwn(String unit, Column column) {
        var own = column.unit();
        if (own == null || kindPlace != null || HeaderUnits.isOtherMoney(unit)) {
            return false;
        }
        var given = Units.of(unit);
        var target = Units.of(own);
        return given.isPresent()
                && target.isPresent()
                && Units.factor(given.get(), target.get())
                        .filter(factor -> factor.compareTo(BigDecimal.ONE) == 0)
                        .isPresent();
    }

    /** No unit anywhere, as with nearly all numbers. */
    private static boolean isBare(Object value) {
        return !(value instanceof String text)
                || text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-' || c == ',');
    }

    private Object measured(Row row, Column column, @Nullable String given, Object value) {
        var target = target(row, column);
        if (target.isEmpty()) {
            var word = given == null ? measuredNote() : given;
            return isFree(column)
                            && word != null
                            && Units.of(word).filter(EnergyUnits::isOfSomeKind).isEmpty()
                    ? refused(value, word, "表计的单位（电 kWh，水、气 m³，热 GJ……）", "the meter's unit")
                    : value;
        }
        var name = name(row, column);
        if (given != null && HeaderUnits.isOtherMoney(given)) {
            return target.get().of().equals("money") ? refused(value, given, name, name) : value;
        }
        var unit = given == null ? noted(row, target.get()) : Units.of(given).map(u -> settled(row, u, target.get()));
        var note = measuredNote();
        if (note != null && unit.isEmpty() && column.unit() == null && OF_ENERGY.contains(column.name())) {
            return refused(value, note, name, name);
        }
        var factor = unit.flatMap(u -> Units.factor(u, target.get()));
        if (unit.isPresent() && factor.isEmpty()) {
            return refused(
                    value, given == null ? String.join("、", match.meanings().noted()) : given, name, name);
        }
        return value instanceof String text
                ? ofText(row, text, target.get(), factor.orElse(null), name)
                : times((BigDecimal) value, factor.orElse(BigDecimal.ONE));
    }

    private Object ofText(Row row, String text, Units.Unit target, @Nullable BigDecimal factor, String name) {
        var parts =
                NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!parts.matches()) {
            return factor == null || factor.compareTo(BigDecimal.ONE) == 0
                    ? text
                    : Cell.unreadable(text, "不是数字", "is not a number");
        }
        // 1.6T is an engine of 1.6 L with a turbocharger
        var word = kindPlace == null && target.of().equals("volume")
                ? parts.group(2).strip().replaceFirst("^[tT]$", "")
                : parts.group(2).strip();
        var own = word.isEmpty() ? Optional.<Units.Unit>empty() : Units.of(word).map(u -> settled(row, u, target));
        if (own.isPresent()) {
            var ownFactor = Units.factor(own.get(), target).orElse(null);
            var expected = factor == null ? BigDecimal.ONE : factor;
            if (ownFactor == null || ownFactor.compareTo(expected) != 0) {
                // of ten thousands the reader of cells speaks itself
                return ownFactor != null && word.matches("[万亿].*") && factor == null
                        ? text
                        : refused(text, word, name, name);
            }
        }
        if (factor == null || factor.compareTo(BigDecimal.ONE) == 0) {
            return text;
        }
        return word.isEmpty() || own.isPresent()
                ? times(new BigDecimal(parts.group(1).replace(",", "")), factor)
                : Cell.unreadable(text, "不是数字", "is not a number");
    }

    private static BigDecimal times(BigDecimal value, BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) == 0
                ? value
                : new BigDecimal(value.multiply(factor).toPlainString());
    }

    private static Cell refused(Object value, String unit, String zh, String en) {
        return Cell.unreadable(
                String.valueOf(value),
                "单位是“" + unit + "”，这里以" + zh + "计，请换算后填写",
                "is in " + unit + "; this counts " + en + ": convert it first");
    }

    /** A unit of energy or water that a title gives for the whole sheet. */
    private @Nullable String measuredNote() {
        return match.meanings().noted().stream()
                .filter(EnergyUnits::isMeasured)
                .findFirst()
                .orElse(null);
    }

    private boolean isFree(Column column) {
        return kindPlace == null && OF_ENERGY.contains(column.name());
    }

    private Optional<Units.Unit> target(Row row, Column column) {
        if (column.unit() != null) {
            return Units.of(column.unit());
        }
        if (kindPlace != null && OF_ENERGY.contains(column.name())) {
            return kinds.computeIfAbsent(
                    row.cell(kindPlace).display(), kind -> EnergyUnits.of(kind).flatMap(Units::of));
        }
        return column.kind() == Kind.INTEGER ? Optional.of(THINGS) : Optional.empty();
    }

    private String name(Row row, Column column) {
        return column.unit() != null
                ? column.unit()
                : kindPlace == null
                        ? "个"
                        : EnergyUnits.of(row.cell(kindPlace).display()).orElse("个");
    }

    /** A ton of water is a cubic metre. */
    private Units.Unit settled(Row row, Units.Unit unit, Units.Unit target) {
        return unit.of().equals("mass")
                        && target.of().equals("volume")
                        && kindPlace != null
                        && EnergyUnits.isWater(row.cell(kindPlace).display())
                ? new Units.Unit("volume", unit.size())
                : unit;
    }

    private Optional<Units.Unit> noted(Row row, Units.Unit target) {
        return match.meanings().noted().stream()
                .flatMap(word -> Units.of(word).stream())
                .map(unit -> settled(row, unit, target))
                .filter(unit -> unit.of().equals(target.of()))
                .findFirst();
    }

    /** What was turned into what, to be told at the header. */
    Optional<String> told(int place, Column column) {
        if (!HeaderUnits.isNumber(column) || match.meanings().wrong().containsKey(place)) {
            return Optional.empty();
        }
        var given = match.meanings().units().get(place);
        var target = column.unit() == null ? Optional.<Units.Unit>empty() : Units.of(column.unit());
        var words = given == null ? match.meanings().noted() : List.of(given);
        return words.stream()
                .filter(word -> Units.of(word)
                        .filter(unit -> target.isPresent()
                                ? Units.factor(unit, target.get())
                                        .filter(f -> f.compareTo(BigDecimal.ONE) != 0)
                                        .isPresent()
                                : kindPlace != null
                                        && OF_ENERGY.contains(column.name())
                                        && !EnergyUnits.isOfSomeKind(unit)
                                        && !unit.of().equals("money"))
                        .isPresent())
                .findFirst();
    }
}
