package org.yiti.workbook.imports;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;

/** A header may say its unit: 17.98 under 购置价格(万元) must not become 17.98 元. */
final class HeaderUnits {

    private static final Pattern BRACKETED = Pattern.compile("[(\\[【]([^)\\]】]*)[)\\]】]");
    private static final String MONEY = "[百千万亿]+元?(/.*)?";
    private static final Map<String, String> OTHERS = Map.of(
            "元", MONEY,
            "元/年", MONEY + "|元/[^年].*",
            "m²", "[百千万亿]+(m2|平方米|平米)|亩|公顷|ha|km2|平方公里|平方千米",
            "km", "m|米|[百万亿]+(km|公里|千米)",
            "L", "ml|毫升|cc|cm3|立方厘米",
            "", "[百万亿].*");

    private HeaderUnits() {}

    /** The unit that a header gives when it is not that of the column. */
    static Optional<String> other(String header, Column column) {
        if (column.kind() != Kind.DECIMAL && column.kind() != Kind.INTEGER) {
            return Optional.empty();
        }
        var others = OTHERS.get(column.unit() == null ? "" : column.unit());
        return others == null
                ? Optional.empty()
                : BRACKETED
                        .matcher(normal(header))
                        .results()
                        .map(found -> found.group(1).replaceFirst("^单位:?", ""))
                        .filter(unit -> unit.matches(others))
                        .findFirst();
    }

    /** The label with the unit right behind it, as some write it. */
    static Stream<String> headers(Column column) {
        if (column.unit() == null) {
            return Stream.empty();
        }
        var units = column.unit().equals("m²") ? List.of("m2", "平方米", "平米") : List.of(column.unit());
        return units.stream().map(unit -> column.label().zh() + unit);
    }

    private static String normal(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
