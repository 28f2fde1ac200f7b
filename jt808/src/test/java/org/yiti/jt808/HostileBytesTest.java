package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.yiti.jt808.frame.Assembled;
import org.yiti.jt808.frame.Assembler;
import org.yiti.jt808.frame.FrameReader;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.frame.Received;
import org.yiti.jt808.layout.Bytes;

/**
 * Whatever bytes come, nothing but {@link Refused} comes out, what is read is written again as it was, and little is held.
 * As a test it runs over its corpus; {@code JAZZER_FUZZ=1 mvn -pl jt808 test -Dtest=HostileBytesTest} looks for more.
 */
class HostileBytesTest {

    private static final List<Dialect> DIALECTS = Dialects.names().stream()
            .flatMap(name -> Dialects.named(name).stream())
            .toList();

    @FuzzTest(maxDuration = "5m")
    void aStream(byte[] stream) {
        for (var dialect : DIALECTS) {
            var reader = new FrameReader(dialect, 2048);
            var assembler = new Assembler(dialect);
            var jt808 = new Jt808(dialect);
            for (var received : reader.read(stream)) {
                if (received instanceof Received.Frame frame) {
                    content(jt808, assembler, frame.content());
                }
            }
            assertThat(reader.pending()).isLessThanOrEqualTo(2048);
            assertThat(assembler.pending()).isLessThanOrEqualTo(Assembler.Limits.USUAL.bytes());
        }
    }

    /** Without delimiter and checksum, which a fuzzer finds hard to guess. */
    @FuzzTest(maxDuration = "5m")
    void aContent(byte[] content) {
        for (var dialect : DIALECTS) {
            content(new Jt808(dialect), new Assembler(dialect), Bytes.of(content));
        }
    }

    private static void content(Jt808 jt808, Assembler assembler, Bytes content) {
        for (var session : Version.values()) {
            assertThat(jt808.explain(content, session).header()).isNotNull();
            try {
                var packet = jt808.packet(content);
                same(jt808, packet, session);
                for (var assembled : assembler.offer(packet, 0)) {
                    if (assembled instanceof Assembled.Whole whole) {
                        jt808.explain(whole.packet(), session);
                    }
                }
            } catch (Refused refused) {
                assertThat(refused.offset()).isBetween(0, content.length());
            }
        }
    }

    private static void same(Jt808 jt808, Packet packet, Version session) {
        var written = jt808.encode(jt808.decode(packet, session));
        assertThat(Frames.unwrap(written, jt808.dialect()))
                .isEqualTo(Frames.unwrap(jt808.encode(packet), jt808.dialect()));
    }
}
