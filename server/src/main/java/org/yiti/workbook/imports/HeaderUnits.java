package org.yiti.workbook.imports;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.workbook.file.Row;

/** A header, or a title above it, may say its unit: 17.98 under 购置价格(万元) must not become 17.98 元. */
final class HeaderUnits {

    private static final Pattern BRACKETED = Pattern.compile("[(\\[【]([^)\\]】]*)[)\\]】]");
    private static final Pattern NOTED = Pattern.compile("单位[:为是]?([^()\\[\\]【】,;。:]+)");
    private static final Pattern PARTS = Pattern.compile("[、和及,;]");
    private static final Pattern NEXT = Pattern.compile("(金额|面积|计量)单位$");
    private static final Pattern FIRST = Pattern.compile("^(金额|计量|货币)?单位[:为]?");
    private static final Pattern OTHER_MONEY = Pattern.compile("[十百千万亿]*元/.+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    /** Without 元 they may number a heading. */
    private static final Set<String> BARE = Set.of("万", "百万", "千万", "亿");

    private HeaderUnits() {}

    /** The unit in the brackets of a header, as it is written. */
    static Optional<String> given(String header, Column column) {
        if (!isNumber(column)) {
            return Optional.empty();
        }
        return BRACKETED
                .matcher(normal(header))
                .results()
                .map(found -> FIRST.matcher(found.group(1)).replaceFirst(""))
                .filter(word -> Units.of(word).isPresent() || isOtherMoney(word))
                .findFirst();
    }

    /** 元/月, 元/平方米: money, and yet not the sum of a year. */
    static boolean isOtherMoney(String word) {
        return OTHER_MONEY.matcher(word).matches() && Units.of(word).isEmpty();
    }

    /** What the rows above a header say of the units below: 单位：万元. */
    static List<String> noted(List<Row> above) {
        return above.stream()
                .flatMap(row -> row.cells().stream())
                .map(cell -> normal(cell.display()))
                .flatMap(text -> Stream.concat(
                        NOTED.matcher(text)
                                .results()
                                .map(found -> NEXT.matcher(found.group(1)).replaceFirst("")),
                        BRACKETED.matcher(text).results().map(found -> found.group(1))))
                .flatMap(PARTS::splitAsStream)
                .filter(word -> Units.of(word).isPresent() && !BARE.contains(word))
                .distinct()
                .toList();
    }

    /** The column that is meant, and the unit that stands behind its name without brackets: 购置价格万元. */
    static Optional<Map.Entry<Column, String>> behind(String header, Function<String, @Nullable Column> named) {
        var text = normal(header);
        for (var cut = 1; cut < text.length(); cut++) {
            var column = Units.of(text.substring(cut)).isPresent() ? named.apply(text.substring(0, cut)) : null;
            if (column != null && isNumber(column)) {
                return Optional.of(Map.entry(column, text.substring(cut)));
            }
        }
        return Optional.empty();
    }

    /** The label with its own unit right behind it, where that is none that is known by itself. */
    static Stream<String> headers(Column column) {
        return column.unit() == null ? Stream.empty() : Stream.of(column.label().zh() + column.unit());
    }

    static boolean isNumber(Column column) {
        return column.kind() == Kind.DECIMAL || column.kind() == Kind.INTEGER;
    }

    static String normal(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
