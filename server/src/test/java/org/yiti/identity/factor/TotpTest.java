package org.yiti.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the last six of the eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void agreesWithTheVectorsOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void takesTheCodeBesideThePresentOneAndNoOther() {
        var now = Instant.ofEpochSecond(1111111111);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.minusSeconds(30)), now, 0))
                .isPresent();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.plusSeconds(30)), now, 0))
                .isPresent();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.minusSeconds(60)), now, 0))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.plusSeconds(60)), now, 0))
                .isEmpty();
    }

    @Test
    void takesNoCodeTwiceNorOneBeforeTheLast() {
        var now = Instant.ofEpochSecond(1111111111);
        var used = Totp.step(SECRET, Totp.code(SECRET, now), now, 0).orElseThrow();

        assertThat(Totp.step(SECRET, Totp.code(SECRET, now), now, used)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.minusSeconds(30)), now, used))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.plusSeconds(30)), now, used))
                .isPresent();
    }

    @Test
    void refusesWhatIsNoCode() {
        var now = Instant.ofEpochSecond(1111111111);
        for (var odd : new String[] {"", "0", "０５０４７１", "050471 ", "abcdef", "0504711"}) {
            assertThat(Totp.step(SECRET, odd, now, 0)).as(odd).isEmpty();
        }
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesBase32AsTheStandardDoes(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @Test
    void escapesTheAccountInTheAddress() {
        assertThat(Totp.address("a b&c", SECRET)).startsWith("otpauth://totp/Yiti:a%20b%26c?secret=GEZDGNBVGY3TQOJQ");
    }
}
