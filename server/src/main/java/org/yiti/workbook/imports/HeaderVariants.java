package org.yiti.workbook.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;

/** How clerks vary the ends of headers: 购置时间 for 购置日期, 合同号 for 合同编号, 是否进口 for 进口. Whole names come first. */
final class HeaderVariants {

    private static final Map<String, String[]> ENDS = new LinkedHashMap<>();
    private static final Map<Kind, String[]> OF_KIND = Map.of(
            Kind.DATE, new String[] {"日期", "时间"},
            Kind.CODE, new String[] {"类别", "类型", "种类"},
            Kind.DECIMAL, new String[] {"费", "费用"},
            Kind.TEXT, new String[] {"编号", "号", "编码"});

    static {
        ENDS.put("号码", new String[] {"号"});
        ENDS.put("单号", new String[] {"单编号"});
    }

    private HeaderVariants() {}

    static Stream<String> of(Column column) {
        return Stream.concat(Stream.of(column.label().zh()), column.aliases().stream())
                .flatMap(name -> of(column.kind(), name));
    }

    private static Stream<String> of(Kind kind, String name) {
        if (kind == Kind.BOOLEAN) {
            return Stream.of(name.startsWith("是否") ? name.substring(2) : "是否" + name);
        }
        var ends = OF_KIND.getOrDefault(kind, new String[0]);
        return Stream.concat(
                Stream.of(ends).filter(name::endsWith).findFirst().stream()
                        .flatMap(end -> Stream.of(ends)
                                .filter(other -> !other.equals(end))
                                .map(other -> changed(name, end, other))),
                ENDS.entrySet().stream()
                        .filter(entry -> kind == Kind.TEXT && name.endsWith(entry.getKey()))
                        .flatMap(entry ->
                                Stream.of(entry.getValue()).map(other -> changed(name, entry.getKey(), other))));
    }

    private static String changed(String name, String end, String other) {
        return name.substring(0, name.length() - end.length()) + other;
    }
}
