package org.yiti.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiti.kernel.ledger.Mask;

class MaskTest {

    @ParameterizedTest
    @CsvSource({
        "NAME, 张三丰, 张**",
        "NAME, 张, ***",
        "PHONE, 13812345678, 138****5678",
        "PHONE, 0571-87654321, 0571****4321",
        "PHONE, 88654321, 886****21",
        "PHONE, 110, ***",
        "ID_NUMBER, 330102199003071234, 330102********1234",
        "CARD, 6222021234567890123, ***************0123",
        "ALL, 青云路七号, ***"
    })
    void aMaskLeavesWhatItSays(Mask mask, String value, String left) {
        assertThat(mask.of(value).text()).isEqualTo(left);
        assertThat(mask.left(left)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, 张三丰",
        "NAME, 张*丰",
        "NAME, *三丰",
        "PHONE, 13812345678",
        "PHONE, 138*2345678",
        "PHONE, 138****567",
        "PHONE, ****5678",
        "ID_NUMBER, 330102199003071234",
        "ID_NUMBER, 33010219900307*234",
        "ID_NUMBER, 330102****1234",
        "CARD, 6222************0123",
        "ALL, 青云路*号",
        "ALL, ****"
    })
    void whatNoMaskLeavesIsNotTakenForMasked(Mask mask, String value) {
        assertThat(mask.left(value)).isFalse();
        assertThat(mask.isHalf(value)).isEqualTo(value.contains("*") && mask != Mask.ALL);
    }

    @Property
    void whatAMaskLeavesIsKnownForIt(@ForAll Mask mask, @ForAll String value) {
        if (!value.contains("*")) {
            assertThat(mask.left(mask.of(value).text())).isTrue();
        }
    }

    @Property
    void noMaskLeavesTheWholeValue(@ForAll Mask mask, @ForAll String value) {
        if (!value.isBlank() && !value.strip().equals(Mask.HIDDEN) && !value.contains("*")) {
            assertThat(mask.of(value).text()).isNotEqualTo(value.strip()).contains("*");
        }
    }
}
