package org.yiti.proof.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.yiti.proof.ReferenceData;
import org.yiti.proof.Refusal;
import org.yiti.proof.Refuses;
import org.yiti.proof.TestLog;
import tools.jackson.databind.JsonNode;

/** Against annex A of GB/T 32918.5, and what must not verify. */
class Sm2Test {

    private final Sm2 sm2 = new Sm2();

    /** Gives the number that the standard's example has drawn. */
    private static final class Drawn extends SecureRandom {
        private final byte[] number;

        Drawn(String hex) {
            this.number = HexFormat.of().parseHex(hex);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(number, 0, bytes, 0, bytes.length);
        }
    }

    @Test
    void theSignatureOfTheStandardIsMadeAndVerified() {
        var vector = vector();
        var text = vector.get("messageUtf8").asString().getBytes(US_ASCII);
        var wanted = der(number(vector, "r"), number(vector, "s"));
        var made = sm2.sign(
                hex(vector, "d"), text, TestLog.DAY, new Drawn(vector.get("k").asString()));

        assertThat(made).isEqualTo(wanted);
        assertThat(sm2.verify(open(vector), text, wanted)).isTrue();
    }

    @Test
    void nothingButTheSignatureVerifies() {
        var vector = vector();
        var text = vector.get("messageUtf8").asString().getBytes(US_ASCII);
        var open = open(vector);
        var wanted = der(number(vector, "r"), number(vector, "s"));
        var raw = new byte[64];
        System.arraycopy(hex(vector, "r"), 0, raw, 0, 32);
        System.arraycopy(hex(vector, "s"), 0, raw, 32, 32);

        assertThat(sm2.verify(open, Arrays.copyOf(text, text.length + 1), wanted))
                .isFalse();
        assertThat(sm2.verify(open, text, Arrays.copyOf(wanted, wanted.length + 1)))
                .isFalse();
        assertThat(sm2.verify(open, text, raw)).isFalse();
        assertThat(sm2.verify(open, text, new byte[0])).isFalse();
        assertThat(sm2.verify(open, text, der(BigInteger.ZERO, number(vector, "s"))))
                .isFalse();
        assertThat(sm2.verify(open, text, der(number(vector, "r").negate(), number(vector, "s"))))
                .isFalse();
    }

    @Test
    void aSecretOutsideItsRangeSignsNothing() {
        var none = new byte[32];
        var most = new byte[32];
        Arrays.fill(most, (byte) 0xff);

        Refuses.with(Refusal.KEY_MALFORMED, () -> sm2.sign(none, none, TestLog.DAY, new Drawn("01")));
        Refuses.with(Refusal.KEY_MALFORMED, () -> sm2.sign(most, none, TestLog.DAY, new Drawn("01")));
        Refuses.with(Refusal.KEY_MALFORMED, () -> sm2.sign(new byte[31], none, TestLog.DAY, new Drawn("01")));
    }

    private static JsonNode vector() {
        return ReferenceData.own("gbt.json").get("SM2_sign_GBT32918_5_AnnexA");
    }

    private static byte[] open(JsonNode vector) {
        return HexFormat.of()
                .parseHex("04" + vector.get("Px").asString() + vector.get("Py").asString());
    }

    private static byte[] hex(JsonNode vector, String name) {
        return HexFormat.of().parseHex(vector.get(name).asString());
    }

    private static BigInteger number(JsonNode vector, String name) {
        return new BigInteger(1, hex(vector, name));
    }

    private static byte[] der(BigInteger... numbers) {
        var body = new ByteArrayOutputStream();
        for (var number : numbers) {
            var bytes = number.toByteArray();
            body.write(2);
            body.write(bytes.length);
            body.writeBytes(bytes);
        }
        var der = new ByteArrayOutputStream();
        der.write(0x30);
        der.write(body.size());
        der.writeBytes(body.toByteArray());
        return der.toByteArray();
    }
}
