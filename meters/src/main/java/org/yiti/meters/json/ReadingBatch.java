package org.yiti.meters.json;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway sends at once; taken whole or refused whole.
 *
 * @param id what the receipt will name; the same batch sent again has the same
 * @param gateway who sends; none where the topic or the token says so
 */
public record ReadingBatch(
        String id, @Nullable String gateway, @Nullable OffsetDateTime sent, List<MeterReading> readings) {

    /** The only version so far. */
    public static final int VERSION = 1;

    public static final int MOST_BYTES = 1 << 20;
    public static final int MOST_READINGS = 10_000;

    /** Refused with line and column where anything at all is not as described. */
    public static ReadingBatch parse(byte[] json) {
        return new BatchReader(json).read();
    }

    public byte[] json() {
        return BatchWriter.write(this).getBytes(StandardCharsets.UTF_8);
    }
}
