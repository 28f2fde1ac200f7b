package org.yiti.meters.mohurd;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import org.yiti.meters.Octets;
import org.yiti.meters.Refuses;

/**
 * Whatever a collector sends, nothing but {@link org.yiti.meters.MeterRefused} comes out, and no more is held than has come.
 * As a test it runs over its corpus; {@code JAZZER_FUZZ=1 mvn -pl meters test -Dtest=HostileCollectorTest#anEnvelope}
 * looks for more.
 */
class HostileCollectorTest {

    private static final PayloadCipher CIPHER = PayloadCipher.of("0000000000123456");
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 28, 8, 0, 5);

    private static CentreSession centre() {
        return new CentreSession(common -> Optional.of("secret"), () -> "1", Challenge.SEQUENCE_THEN_KEY);
    }

    private static void heard(String xml) {
        Refuses.orTakes(
                text -> {
                    var message = Message.parse(text);
                    assertThat(Message.parse(message.xml())).hasSameClassAs(message);
                    centre().on(message, NOW);
                },
                xml);
    }

    @FuzzTest(maxDuration = "5m")
    void anEnvelope(byte[] stream) {
        var reader = new EnvelopeReader(EnvelopeForm.GUIDE);
        Refuses.orTakes(
                bytes -> reader.feed(
                        bytes,
                        envelope -> Refuses.orTakes(payload -> heard(CIPHER.decrypt(payload)), envelope.payload())),
                stream);
        assertThat(reader.kept()).isLessThanOrEqualTo(Math.max(512, 2 * stream.length));
        Refuses.orTakes(
                bytes -> assertThat(Envelope.decode(EnvelopeForm.GUIDE, bytes).encode(EnvelopeForm.GUIDE))
                        .isEqualTo(bytes),
                stream);
        Refuses.orTakes(bytes -> heard(CIPHER.decrypt(Octets.of(bytes))), stream);
    }

    /** Past envelope and cipher, which a fuzzer finds hard to guess. */
    @FuzzTest(maxDuration = "5m")
    void aDocument(byte[] document) {
        heard(new String(document, StandardCharsets.UTF_8));
    }
}
