package org.yiti.ledger.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Grade;
import org.yiti.kernel.ledger.Ledger;

class OddCellsTest {

    private static final Column NAME = Column.text("name", "名称", "Name", Grade.L2);
    private static final Column AREA =
            Column.decimal("area", "面积", "Area", "m²", 2, Grade.L2).within(0.01, 1_000_000);
    private static final Column RENT =
            Column.decimal("rent", "租金", "Rent", "元/年", 2, Grade.L2).within(0, 1e9);
    private static final Column STOREYS = Column.integer("storeys", "层数", "Storeys", Grade.L2);
    private static final Column BUILT = Column.date("built", "建成", "Built", Grade.L2);
    private static final Column MONTH = Column.month("month", "月份", "Month", Grade.L2);
    private static final Column AT = Column.time("at", "时刻", "At", Grade.L2);
    private static final Column CODE = code();

    private static Column code() {
        var code = Column.text("code", "编码", "Code", Grade.L2).upTo(40);
        Ledger.of("a.b", "b", "甲", "A").columns(code).keyedBy("code");
        return code;
    }

    private static Cell read(Column column, @Nullable Object raw) {
        return new CellReader(column).read(raw);
    }

    private static String error(Column column, Object raw) {
        var error = read(column, raw).error();
        return error == null ? "" : error.zh();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" H-1 ", "H-1\u200B", "\uFEFFH-1", "Ｈ－１", "'H-1", "H\u200D-1", "H-1\u00A0", "\u202EH-1", "　H-1"})
    void aCodeIsTheSameHoweverItIsTyped(String written) {
        assertThat(read(CODE, written).stored()).isEqualTo("H-1");
    }

    @Test
    void namesKeepTheirWidthAndTheirRareCharacters() {
        assertThat(read(NAME, "Ａ座 𠮷林\u200B(㐀)").stored()).isEqualTo("Ａ座 𠮷林(㐀)");
        assertThat(read(NAME, "\u200B \uFEFF").stored()).isNull();
    }

    @Test
    void aLongNumberWhoseDigitsAreLostIsRefused() {
        assertThat(error(CODE, new BigDecimal("911234567890123000"))).contains("第 15 位以后已丢失");
        assertThat(error(NAME, "9.11E+17")).contains("第 15 位以后已丢失");
        assertThat(read(CODE, new BigDecimal("123456789012345")).stored()).isEqualTo("123456789012345");
        assertThat(read(CODE, "911234567890123000").stored()).isEqualTo("911234567890123000");
        assertThat(read(CODE, "2E12").stored()).isEqualTo("2E12");
    }

    @Test
    void aCodeThatWasTurnedIntoADateIsRefusedAndARemarkIsNot() {
        var date = LocalDateTime.of(2024, 3, 5, 0, 0);
        assertThat(error(CODE, date)).contains("编号变成了日期 2024-03-05");
        assertThat(read(NAME, date).stored()).isEqualTo("2024-03-05");
        assertThat(read(NAME, date.withHour(8)).stored()).isEqualTo("2024-03-05 08:00:00");
        assertThat(read(NAME, true).stored()).isEqualTo("TRUE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,234.5|1234.50",
                "１２３４|1234.00",
                "100㎡|100.00",
                "100 平方米|100.00",
                "100m²|100.00",
                "'100|100.00",
                "1.2E3|1200.00",
                "100\u200B|100.00",
                "100\u00A0|100.00",
                "０．５|0.50"
            })
    void numbersAreReadAsPeopleWriteThem(String written, String stored) {
        assertThat(read(AREA, written).stored()).isEqualTo(stored);
    }

    @Test
    void aCurrencyBeforeAndTheUnitBehindBelongToTheNumber() {
        assertThat(read(RENT, "￥1,200").stored()).isEqualTo("1200.00");
        assertThat(read(RENT, "1200元/年").stored()).isEqualTo("1200.00");
        assertThat(read(RENT, "1200 元").stored()).isEqualTo("1200.00");
        assertThat(read(STOREYS, "3层").stored()).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"约100", "12%", "(120)", "-", "无", "1e99999999999", "1,23", "元", "1.2.3", "12 34x"})
    void whatIsNoNumberIsRefused(String written) {
        assertThat(error(Column.decimal("x", "值", "X", "L", 2, Grade.L2), written))
                .isEqualTo("不是数字");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3万", "17.98万元", "1.2亿", "３万元"})
    void tenThousandsMustBeConvertedByWhoKnows(String written) {
        assertThat(error(RENT, written)).contains("请换算");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-05",
                "2024/3/5",
                "2024.3.5",
                "20240305",
                "2024年3月5日",
                "2024 年 3 月 5 日",
                "２０２４年３月５日",
                "2024-03-05T00:00:00",
                "2024-3-5 0:00:00",
                "2024-03-05\u200B"
            })
    void daysAreReadAsPeopleWriteThem(String written) {
        assertThat(read(BUILT, written)).isEqualTo(Cell.of("2024-03-05"));
    }

    @Test
    void whatIsNoDaySaysWhy() {
        assertThat(error(BUILT, "2024年3月")).isEqualTo("只写到月，缺少日");
        assertThat(error(BUILT, new BigDecimal("45356"))).contains("如为 Excel 日期序号即 2024-03-05");
        assertThat(error(BUILT, "45356")).contains("2024-03-05");
        assertThat(error(AT, new BigDecimal("45356.5"))).contains("2024-03-05");
        assertThat(error(BUILT, "2024-02-30")).isEqualTo("不是存在的日期");
        assertThat(error(BUILT, "24/3/5")).isEqualTo("不是存在的日期");
        assertThat(error(BUILT, "0024-03-05")).contains("1900–2100");
        assertThat(error(MONTH, "2024")).isEqualTo("不是月份");
        assertThat(error(AT, "9999-01-01 08:00")).contains("1900–2100");
    }

    @Test
    void theTimeOfADayIsLeftAsideAloud() {
        var cell = read(BUILT, "2024-03-05 13:00");
        assertThat(cell.stored()).isEqualTo("2024-03-05");
        assertThat(cell.doubt()).isNotNull().extracting("zh").isEqualTo("只取日期 2024-03-05");
        assertThat(read(BUILT, LocalDateTime.of(2024, 3, 5, 13, 0)).doubt()).isNotNull();
        assertThat(read(MONTH, LocalDateTime.of(2024, 3, 5, 13, 0))).isEqualTo(Cell.of("2024-03-01"));
    }
}
