package org.yiti.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineFormatTest {

    private final OutlineFormat format = new OutlineFormat();

    @Test
    void corners_are_written_one_way_however_they_were_typed() {
        var opinion = format.examine(" 120.1,30.2;120.2 30.2； 120.2，30.3 ");
        assertThat(opinion.error()).isNull();
        assertThat(opinion.text()).isEqualTo("120.1 30.2; 120.2 30.2; 120.2 30.3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "120.1 30.2; 120.2 30.2",
                "120.1 30.2; 120.2 91; 120.2 30.3",
                "181 30; 120 30; 120 31",
                "a b; c d; e f",
                ""
            })
    void what_is_no_area_of_the_earth_is_refused(String text) {
        assertThat(format.examine(text).error()).isNotNull();
    }
}
