package org.yiti.jt808.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Framing;
import org.yiti.jt808.layout.Bytes;

class FrameReaderPropertyTest {

    private final FrameReader reader = new FrameReader(Dialect.STANDARD);

    @Property(tries = 2000)
    void howeverItIsCutTheSameFramesComeOut(@ForAll long seed) {
        var random = new Random(seed);
        var sent = new ArrayList<Received>();
        var wire = new java.io.ByteArrayOutputStream();
        for (var i = random.nextInt(5); i >= 0; i--) {
            var content = new byte[12 + random.nextInt(1100)];
            random.nextBytes(content);
            sent.add(new Received.Frame(Bytes.of(content)));
            wire.writeBytes(Frames.wrap(content, Framing.STANDARD));
        }
        var bytes = wire.toByteArray();
        var received = new ArrayList<Received>();
        for (var at = 0; at < bytes.length; ) {
            var end = Math.min(bytes.length, at + 1 + random.nextInt(600));
            received.addAll(reader.read(Arrays.copyOfRange(bytes, at, end)));
            at = end;
        }

        assertThat(received).isEqualTo(sent);
    }
}
