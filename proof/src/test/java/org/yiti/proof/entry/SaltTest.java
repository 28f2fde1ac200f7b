package org.yiti.proof.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.Refuses;
import org.yiti.proof.SeededRandom;
import org.yiti.proof.tree.Hashing;

class SaltTest {

    private final SeededRandom random = new SeededRandom(1);
    private final Salt salt = Salt.fresh(random);
    private final byte[] value = "11010519491231002X".getBytes(UTF_8);

    @ParameterizedTest
    @EnumSource(
            value = Hashing.class,
            names = {"SHA_256", "SM3"})
    void whoShowsSaltAndValueProvesWhatWasLogged(Hashing hashing) {
        var logged = Fingerprint.parse(salt.commit(hashing, "idNumber", value).toString());
        var kept = Salt.of(salt.bytes());

        assertThat(kept.opens(logged, "idNumber", value)).isTrue();
        assertThat(kept.opens(logged, "idNumber", "11010519491231003X".getBytes(UTF_8)))
                .isFalse();
        assertThat(kept.opens(logged, "phone", value)).isFalse();
        assertThat(Salt.fresh(random).opens(logged, "idNumber", value)).isFalse();
    }

    @Test
    void itIsTheHashOfSaltFieldAndValueWithZerosBetween() {
        var joined = new byte[32 + 1 + 1 + 1 + 1];
        System.arraycopy(salt.bytes(), 0, joined, 0, 32);
        joined[33] = 'f';
        joined[35] = 'v';

        assertThat(salt.commit(Hashing.SM3, "f", new byte[] {'v'})).isEqualTo(Fingerprint.of(Hashing.SM3, joined));
    }

    @Test
    void whatCouldBeCutApartInTwoWaysIsRefused() {
        Refuses.with(Refusal.FIELD_NAME_UNFIT, () -> salt.commit(Hashing.SM3, "a\u0000b", value));
        Refuses.with(Refusal.FIELD_NAME_UNFIT, () -> salt.commit(Hashing.SM3, "", value));
        Refuses.with(Refusal.SALT_MALFORMED, () -> Salt.of(new byte[31]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sm3", "sm3:", "sm3:AAAA", "md5:AAAA", "both:AAAA", "sm3:not base64"})
    void whatIsNoFingerprintIsRefused(String text) {
        assertThatThrownBy(() -> Fingerprint.parse(text)).isInstanceOf(ProofRefused.class);
    }
}
