package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows that {@code COPY} gave in its binary form. The connection is free for what comes next once they are here; what is in
 * them can be looked at later and elsewhere.
 */
final class CopiedRows {

    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final int END = -1;
    static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final ByteBuffer bytes;
    private final List<Integer> places = new ArrayList<>();

    CopiedRows(ByteArrayOutputStream copied) {
        bytes = ByteBuffer.wrap(copied.toByteArray());
        bytes.position(SIGNATURE_AND_FLAGS);
        bytes.position(bytes.getInt() + bytes.position());
        for (var fields = bytes.getShort(); fields != END; fields = bytes.getShort()) {
            places.add(bytes.position());
            for (var i = 0; i < fields; i++) {
                var length = bytes.getInt();
                bytes.position(bytes.position() + Math.max(0, length));
            }
        }
    }

    int size() {
        return places.size();
    }

    Row row(int index) {
        return new Row(bytes.duplicate().position(places.get(index)));
    }

    /** Gives its fields one after the other. */
    static final class Row {

        private final ByteBuffer at;

        private Row(ByteBuffer at) {
            this.at = at;
        }

        private boolean isNull() {
            return at.getInt() < 0;
        }

        long number() {
            at.getInt();
            return at.getLong();
        }

        Instant moment() {
            return EPOCH.plus(number(), ChronoUnit.MICROS);
        }

        @Nullable
        UUID uuid() {
            return isNull() ? null : new UUID(at.getLong(), at.getLong());
        }

        byte @Nullable [] bytes() {
            var length = at.getInt();
            if (length < 0) {
                return null;
            }
            var value = new byte[length];
            at.get(value);
            return value;
        }

        @Nullable
        String text() {
            var value = bytes();
            return value == null ? null : new String(value, UTF_8);
        }
    }
}
