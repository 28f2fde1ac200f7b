package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-mm-dd",
                "yyyy\"年\"m\"月\"d\"日\"",
                "yyyy\"年\"m\"月\"",
                "m/d/yy",
                "[$-804]yyyy年m月d日;@",
                "[$-F800]dddd, mmmm dd, yyyy",
                "e\"年\"m\"月\"",
                "h:mm:ss.000",
                "上午/下午h\"时\"mm\"分\"",
                "yyyy\\-mm\\-dd\\ hh:mm",
                "[红色]yyyy/m/d;@",
                "mmm-yy",
                "[DBNum1]yyyy\"年\""
            })
    void a_format_for_dates_is_known(String code) {
        assertThat(DateFormats.isDate(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "G/通用格式",
                "0.00E+00",
                "#,##0.00\"元\"",
                "[h]:mm:ss",
                "[mm]:ss",
                "0\"月\"",
                "0 \"days\"",
                "@",
                "[Red]-0.00",
                "\\d0",
                "_d0",
                "0.0%",
                "#,##0_);[Red](#,##0)",
                "¥#,##0.00;[h]\"d\""
            })
    void a_format_for_numbers_or_elapsed_time_is_not_taken_for_one(String code) {
        assertThat(DateFormats.isDate(code)).isFalse();
    }

    @Test
    void formats_known_by_number_include_the_chinese_ones() {
        assertThat(List.of(14, 22, 27, 31, 36, 45, 47, 50, 58)).allMatch(DateFormats::builtIn);
        assertThat(List.of(0, 1, 9, 10, 13, 23, 37, 44, 46, 48, 49)).noneMatch(DateFormats::builtIn);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1900-01-01T00:00",
        "59, 1900-02-28T00:00",
        "61, 1900-03-01T00:00",
        "45658, 2025-01-01T00:00",
        "45658.354166666664, 2025-01-01T08:30",
        "45658.999988425923, 2025-01-01T23:59:59",
        "0.354166666666667, 1899-12-31T08:30",
        "2958465, 9999-12-31T00:00"
    })
    void days_are_counted_from_1900_with_the_leap_day_that_never_was(String serial, LocalDateTime time) {
        assertThat(Serials.toDateTime(new BigDecimal(serial), false)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "60.5", "-1", "2958466", "1E300"})
    void what_is_no_day_stays_the_number_it_is(String serial) {
        Path file = Sample.rows("<row><c s='1'><v>" + serial + "</v></c></row>")
                .formats("yyyy-mm-dd")
                .in(folder);
        assertThat(Sample.firstRow(file)).containsExactly(new Cell.Number(new BigDecimal(serial)));
    }

    @Test
    void a_workbook_may_count_from_1904() {
        String rows = "<row><c s='1'><v>44196</v></c><c s='2'><v>1.5</v></c><c><v>44196</v></c></row>";
        Sample sample = Sample.rows(rows).formats("yyyy\"年\"m\"月\"d\"日\"", "[h]:mm");
        assertThat(Sample.displayed(sample.in(folder)).get(0)).containsExactly("2020-12-31", "1.5", "44196");
        sample.workbook("<workbookPr date1904='true'/><sheets><sheet name='a' sheetId='1' r:id='rId1'/></sheets>");
        assertThat(Sample.displayed(sample.in(folder)).get(0)).containsExactly("2025-01-01", "1.5", "44196");
    }
}
