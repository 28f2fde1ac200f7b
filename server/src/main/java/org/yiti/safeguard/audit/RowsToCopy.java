package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in the binary form of {@code COPY}: bytes go as they are, and neither side makes a text of them. */
final class RowsToCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int NULL = -1;
    private static final int END = -1;
    /** Of PostgreSQL's catalogue. */
    private static final int UUID_TYPE = 2950;

    private static final int UUID_LENGTH = 2 * Long.BYTES;
    /** As long as an array may be on every machine. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final int fields;
    private ByteBuffer out;

    /** @param fields of each row */
    RowsToCopy(int fields, int expectedBytes) {
        this.fields = fields;
        out = ByteBuffer.allocate(Math.max(SIGNATURE.length + 2 * Integer.BYTES, expectedBytes));
        out.put(SIGNATURE).putInt(0).putInt(0);
    }

    RowsToCopy row() {
        return half(fields);
    }

    RowsToCopy number(@Nullable Long value) {
        if (value == null) {
            return nothing();
        }
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        return this;
    }

    RowsToCopy moment(Instant value) {
        return number(ChronoUnit.MICROS.between(CopiedRows.EPOCH, value));
    }

    RowsToCopy uuid(@Nullable UUID value) {
        if (value == null) {
            return nothing();
        }
        room(Integer.BYTES + UUID_LENGTH)
                .putInt(UUID_LENGTH)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    RowsToCopy bytes(byte @Nullable [] value) {
        if (value == null) {
            return nothing();
        }
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
        return this;
    }

    RowsToCopy text(String value) {
        return bytes(value.getBytes(UTF_8));
    }

    /** As {@code jsonb} takes it: in the first form there is, a text. */
    RowsToCopy json(byte @Nullable [] value) {
        if (value == null) {
            return nothing();
        }
        room(Integer.BYTES + 1 + value.length)
                .putInt(1 + value.length)
                .put((byte) 1)
                .put(value);
        return this;
    }

    /** None is nothing. */
    RowsToCopy uuids(List<UUID> values) {
        if (values.isEmpty()) {
            return nothing();
        }
        var length = 5 * Integer.BYTES + values.size() * (Integer.BYTES + UUID_LENGTH);
        room(Integer.BYTES + length)
                .putInt(length)
                .putInt(1)
                .putInt(0)
                .putInt(UUID_TYPE)
                .putInt(values.size())
                .putInt(1);
        values.forEach(this::uuid);
        return this;
    }

    byte[] end() {
        half(END);
        return Arrays.copyOf(out.array(), out.position());
    }

    private RowsToCopy nothing() {
        room(Integer.BYTES).putInt(NULL);
        return this;
    }

    private RowsToCopy half(int value) {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            var larger = Math.max(2L * out.capacity(), (long) out.position() + bytes);
            out = ByteBuffer.wrap(Arrays.copyOf(out.array(), (int) Math.min(larger, MOST)))
                    .position(out.position());
        }
        return out;
    }
}
