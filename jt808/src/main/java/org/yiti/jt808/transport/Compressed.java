package org.yiti.jt808.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;

/** Data compressed with gzip (clause 8.63); a few bytes may unpack to gigabytes. */
public record Compressed(Bytes data) {

    public static final Kind<Compressed> KIND = Kind.of(0x0901, "数据压缩上报", "compressed data", Compressed::pass);

    static Compressed pass(Pass<Compressed> p) {
        return new Compressed(p.bytes(Width.DWORD, "压缩消息体", "data", Compressed::data));
    }

    /** What is in it, unless it is more than that or no gzip at all. */
    public Optional<Bytes> unpacked(int most) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(data.toArray()))) {
            var content = in.readNBytes(most + 1);
            return content.length > most ? Optional.empty() : Optional.of(Bytes.of(content));
        } catch (IOException noGzip) {
            return Optional.empty();
        }
    }
}
