package org.yiti.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E400000000",
                "-1E400000000",
                "1E-400000000",
                "1e39",
                "0E2147483647",
                "123456789012345678901234567890123456789",
                "NaN",
                "Infinity",
                "",
                " ",
                "0x1F",
                "1,000"
            })
    void whatWouldFillTheMemoryOrIsNoNumberIsNone(String text) {
        assertThat(BoundedNumber.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3.25", " 12 ", "1e6", "99999999999999999999.999999", "1E-9"})
    void whatAnythingIsCountedInIsRead(String text) {
        assertThat(BoundedNumber.read(text)).contains(new BigDecimal(text.strip()));
    }

    @Test
    void numbersOfABodyAreBoundedAsWell() {
        assertThat(BoundedNumber.of(Double.POSITIVE_INFINITY)).isEmpty();
        assertThat(BoundedNumber.of(Double.NaN)).isEmpty();
        assertThat(BoundedNumber.of(BigInteger.TEN.pow(900))).isEmpty();
        assertThat(BoundedNumber.of(new BigDecimal("1E2147483646"))).isEmpty();
        assertThat(BoundedNumber.of(17)).contains(new BigDecimal(17));
    }
}
