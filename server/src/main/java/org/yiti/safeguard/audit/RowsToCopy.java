package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private final ByteArrayOutputStream out;
    private final int fields;

    /** @param fields of each row */
    RowsToCopy(int fields, int expectedBytes) {
        this.fields = fields;
        out = new ByteArrayOutputStream(expectedBytes);
        out.writeBytes(SIGNATURE);
        integer(0);
        integer(0);
    }

    RowsToCopy row() {
        return half(fields);
    }

    RowsToCopy number(@Nullable Long value) {
        return value == null ? integer(NULL) : integer(Long.BYTES).whole(value);
    }

    RowsToCopy moment(Instant value) {
        return number(ChronoUnit.MICROS.between(CopiedRows.EPOCH, value));
    }

    RowsToCopy uuid(@Nullable UUID value) {
        return value == null
                ? integer(NULL)
                : integer(2 * Long.BYTES).whole(value.getMostSignificantBits()).whole(value.getLeastSignificantBits());
    }

    RowsToCopy bytes(byte @Nullable [] value) {
        if (value == null) {
            return integer(NULL);
        }
        integer(value.length);
        out.writeBytes(value);
        return this;
    }

    RowsToCopy text(String value) {
        return bytes(value.getBytes(UTF_8));
    }

    /** As {@code jsonb} takes it: in the first form there is, a text. */
    RowsToCopy json(byte @Nullable [] value) {
        if (value == null) {
            return integer(NULL);
        }
        integer(1 + value.length);
        out.write(1);
        out.writeBytes(value);
        return this;
    }

    /** None is nothing. */
    RowsToCopy uuids(List<UUID> values) {
        if (values.isEmpty()) {
            return integer(NULL);
        }
        integer(5 * Integer.BYTES + values.size() * (Integer.BYTES + 2 * Long.BYTES));
        integer(1).integer(0).integer(UUID_TYPE).integer(values.size()).integer(1);
        values.forEach(this::uuid);
        return this;
    }

    byte[] end() {
        half(END);
        return out.toByteArray();
    }

    private RowsToCopy whole(long value) {
        return integer((int) (value >>> Integer.SIZE)).integer((int) value);
    }

    private RowsToCopy integer(int value) {
        return half(value >> Short.SIZE).half(value);
    }

    private RowsToCopy half(int value) {
        out.write(value >> Byte.SIZE);
        out.write(value);
        return this;
    }
}
