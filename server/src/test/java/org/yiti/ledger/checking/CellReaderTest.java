package org.yiti.ledger.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.time;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Grade;
import org.yiti.kernel.ledger.Mask;

class CellReaderTest {

    private final CellReader words = new CellReader(text("name", "名称", "Name", Grade.L2));
    private final CellReader numbers = new CellReader(decimal("area", "面积", "Area", "m²", 2, Grade.L2));

    @ParameterizedTest
    @ValueSource(strings = {"一号楼", " 一号楼 ", "\u3000一号楼\u00A0", "\uFEFF一号楼\t\r\n", "\u2003\u000B一号楼\u2028"})
    void spaces_of_every_kind_around_a_word_are_left_away(String written) {
        assertThat(words.read(written).stored()).isEqualTo("一号楼");
    }

    @ParameterizedTest
    @ValueSource(strings = {"一\u0000楼", "一\u0007楼", "一\u000B楼", "一\uFFFE楼", "一\uD83D楼", "一楼\uDE00"})
    void control_and_half_characters_are_refused(String written) {
        assertThat(words.read(written).isWrong()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"一 号\t楼", "一\n号楼", "😀楼", "𠮷野家"})
    void whole_characters_and_line_breaks_within_are_kept(String written) {
        assertThat(words.read(written).stored()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "18, 18.00",
        "18.5, 18.50",
        "018.50, 18.50",
        "-3, -3.00",
        "+3, 3.00",
        ".5, 0.50",
        "'1,234.5', 1234.50",
        "1e3, 1000.00",
        "18.5㎡, 18.50",
        "18.5 m², 18.50",
        "12, 12.00"
    })
    void a_number_is_read_however_it_is_written(String written, String stored) {
        assertThat(numbers.read(written).stored()).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "三层, 3",
        "第十二层, 12",
        "二十三楼, 23",
        "1F, 1",
        "３Ｆ, 3",
        "地上2层, 2",
        "负一层, -1",
        "地下二层, -2",
        "B1, -1",
        "-1F, -1",
        "b2f, -2"
    })
    void a_storey_is_read_as_people_call_it(String written, String stored) {
        assertThat(new CellReader(integer("floor", "楼层", "Floor", Grade.L2))
                        .read(written)
                        .stored())
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"一", "十", "层", "B", "地下室", "F1层", "三三层", "2A层"})
    void what_only_sounds_like_a_storey_is_refused(String written) {
        assertThat(new CellReader(integer("floor", "楼层", "Floor", Grade.L2))
                        .read(written)
                        .isWrong())
                .isTrue();
        assertThat(numbers.read("三层").isWrong()).isTrue();
    }

    @Test
    void what_a_mask_leaves_says_that_the_value_stays_and_half_a_value_is_refused() {
        var phones = new CellReader(text("phone", "电话", "Phone", Grade.L3).guarded(Category.CONTACT, Mask.PHONE));

        assertThat(phones.read("138****5678").stored()).isEqualTo(Cell.AS_IT_IS);
        assertThat(phones.read("1381234*678").isWrong()).isTrue();
        assertThat(phones.read("13812345678").stored()).isEqualTo("13812345678");
        assertThat(words.read("一*楼").stored()).isEqualTo("一*楼");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "5.", ".", "-", "1-2", "十八", "18万元", "m²", "0x10", "1 2 3 a"})
    void what_is_no_number_is_refused(String written) {
        assertThat(numbers.read(written).isWrong()).isTrue();
    }

    @Test
    void a_cell_like_the_one_before_means_the_same_and_another_one_does_not() {
        assertThat(numbers.read("7").stored()).isEqualTo("7.00");
        assertThat(numbers.read("7").stored()).isEqualTo("7.00");
        assertThat(numbers.read("seven").isWrong()).isTrue();
        assertThat(numbers.read(7).stored()).isEqualTo("7.00");
        assertThat(numbers.read(null).stored()).isNull();
        assertThat(numbers.read("7").stored()).isEqualTo("7.00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31 08:30, 2026-01-31T08:30+08:00",
        "2026-01-31T00:30:00Z, 2026-01-31T08:30+08:00",
        "2026-01-31T08:30+0800, ",
        "2026年1月31日 8时30分, 2026-01-31T08:30+08:00",
        "2026-02-30 08:30, "
    })
    void a_moment_is_read_with_and_without_its_zone(String written, String stored) {
        assertThat(new CellReader(time("at", "时刻", "At", Grade.L2))
                        .read(written)
                        .stored())
                .isEqualTo(stored);
    }
}
