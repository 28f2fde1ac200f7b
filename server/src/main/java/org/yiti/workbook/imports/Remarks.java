package org.yiti.workbook.imports;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yiti.workbook.file.Cell;
import org.yiti.workbook.file.Row;

/** Tells rows that are no rows of a ledger: sums at the foot of a table, and who made it. */
final class Remarks {

    private static final Set<String> SUMS = Set.of(
            "合计",
            "总计",
            "小计",
            "共计",
            "累计",
            "总合计",
            "合计数",
            "本页合计",
            "本页小计",
            "本月合计",
            "TOTAL",
            "SUBTOTAL",
            "GRANDTOTAL",
            "SUM");
    private static final Pattern SIGNATURE =
            Pattern.compile("(备注|注|说明|制表|填表|填报|审核|复核|经办|单位负责人|负责人|统计负责人|NOTE|REMARK).{0,6}:.*", Pattern.DOTALL);

    /** What stands under the names of a column in a row of sums. */
    private static final Pattern COUNT = Pattern.compile("共?\\d+[辆件人间台个笔条次座栋张份户项宗套]");

    private static final char FIRST_IDEOGRAPH = '\u4E00';
    private static final char LAST_IDEOGRAPH = '\u9FFF';

    private Remarks() {}

    /** @param keys places of the columns by which a row is known: a row that has the others as well is a row, whatever one says */
    static boolean isOne(Row row, Collection<Integer> keys) {
        for (var i = 0; i < row.cells().size(); i++) {
            if (row.cell(i) instanceof Cell.Text text && isRemark(text.value()) && lacksKey(row, keys, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRemark(String text) {
        return mayBe(text) && isOne(text);
    }

    /** Without a colon, the sign for sums and the letters of its English words it is none; what only looks otherwise is looked at. */
    private static boolean mayBe(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (":计lLmM".indexOf(c) >= 0 || (c >= 0x80 && (c < FIRST_IDEOGRAPH || c > LAST_IDEOGRAPH))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(String text) {
        var word = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", "")
                .toUpperCase(Locale.ROOT);
        return SUMS.contains(word.replaceAll(":$", ""))
                || SIGNATURE.matcher(word).matches();
    }

    private static boolean lacksKey(Row row, Collection<Integer> keys, int remark) {
        return keys.size() == 1 && keys.contains(remark)
                || keys.stream()
                        .filter(key -> key != remark)
                        .map(key -> row.cell(key).display().strip())
                        .anyMatch(
                                known -> known.isEmpty() || COUNT.matcher(known).matches());
    }
}
