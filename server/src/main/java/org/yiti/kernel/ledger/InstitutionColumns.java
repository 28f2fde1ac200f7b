package org.yiti.kernel.ledger;

import java.util.stream.Stream;

/** How workbooks name the institution a row belongs to: the same words on every sheet. */
public final class InstitutionColumns {

    private static final String[] CODES = {"单位编码", "单位代码", "机构编码", "机构代码", "统一社会信用代码", "社会信用代码", "信用代码"};
    private static final String[] NAMES = {
        "单位名称", "机构名称", "单位全称", "机构全称", "所属单位", "所在单位", "使用单位", "主办单位", "填报单位", "用车单位", "用能单位", "采购单位", "接待单位", "单位",
        "机构"
    };

    private InstitutionColumns() {}

    public static Column code() {
        return code("单位编码");
    }

    /** @param label what the institution is to the row, where that needs saying */
    public static Column code(String label, String... others) {
        return Column.via("institution", "code", "institutionCode", label, "Institution code")
                .needed()
                .tucked()
                .alias(with(CODES, others));
    }

    public static Column name() {
        return name("单位名称");
    }

    public static Column name(String label) {
        return Column.via("institution", "name", "institutionName", label, "Institution")
                .alias(NAMES);
    }

    /** What else the code of an institution is headed by. */
    public static String[] codes(String... others) {
        return with(CODES, others);
    }

    private static String[] with(String[] words, String... others) {
        return Stream.concat(Stream.of(words), Stream.of(others)).toArray(String[]::new);
    }
}
