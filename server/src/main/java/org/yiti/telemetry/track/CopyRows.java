package org.yiti.telemetry.track;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows in the binary form of {@code COPY}, which PostgreSQL reads several times faster than text. */
final class CopyRows {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(ISO_8859_1);
    private static final long EPOCH_SECOND = 946_684_800; // PostgreSQL counts from 2000

    private final short columns;
    private ByteBuffer out;
    private int count;

    CopyRows(int columns, int sizeExpected) {
        this.columns = (short) columns;
        this.out = ByteBuffer.allocate(sizeExpected + 64);
        out.put(SIGNATURE).putInt(0).putInt(0);
    }

    CopyRows row() {
        room(2);
        out.putShort(columns);
        count++;
        return this;
    }

    CopyRows of(int value) {
        room(8);
        out.putInt(4).putInt(value);
        return this;
    }

    CopyRows of(short value) {
        room(6);
        out.putInt(2).putShort(value);
        return this;
    }

    CopyRows of(long value) {
        room(12);
        out.putInt(8).putLong(value);
        return this;
    }

    CopyRows of(String value) {
        return of(value.getBytes(UTF_8));
    }

    CopyRows of(byte[] value) {
        room(4 + value.length);
        out.putInt(value.length).put(value);
        return this;
    }

    CopyRows of(Instant moment) {
        return of((moment.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + moment.getNano() / 1000);
    }

    CopyRows none() {
        room(4);
        out.putInt(-1);
        return this;
    }

    CopyRows of(@Nullable Integer value) {
        return value == null ? none() : of(value.intValue());
    }

    CopyRows of(@Nullable Short value) {
        return value == null ? none() : of(value.shortValue());
    }

    boolean isEmpty() {
        return count == 0;
    }

    InputStream stream() {
        room(2);
        out.putShort((short) -1);
        return new ByteArrayInputStream(out.array(), 0, out.position());
    }

    private void room(int bytes) {
        if (out.remaining() < bytes) {
            out = ByteBuffer.allocate(2 * out.capacity() + bytes).put(out.flip());
        }
    }
}
