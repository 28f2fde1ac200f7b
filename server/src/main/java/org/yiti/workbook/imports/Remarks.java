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

    private Remarks() {}

    /** @param keys places of the columns by which a row is known: a row that has them all is a row, whatever it says */
    static boolean isOne(Row row, Collection<Integer> keys) {
        for (var i = 0; i < row.cells().size(); i++) {
            if (row.cell(i) instanceof Cell.Text text && isRemark(text.value()) && lacksKey(row, keys, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRemark(String text) {
        var word = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", "")
                .toUpperCase(Locale.ROOT);
        return SUMS.contains(word.replaceAll(":$", ""))
                || SIGNATURE.matcher(word).matches();
    }

    private static boolean lacksKey(Row row, Collection<Integer> keys, int remark) {
        return keys.contains(remark)
                || keys.stream().anyMatch(key -> row.cell(key).display().isBlank());
    }
}
