package org.yiti.bench;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Positions in the binary form of {@code COPY}, made while they are read: vehicle after vehicle of every half minute, as unlike each other as receivers tremble. */
final class InventedPositions extends InputStream {

    private static final long EPOCH_SECOND = 946_684_800; // PostgreSQL counts from 2000
    private static final byte[] EXTRAS = {0x01, 4, 0, 1, (byte) 0xe2, 0x40, 0x02, 2, 1, 0x2c, 0x30, 1, 31, 0x31, 1, 11};
    private static final int ROW = 160;
    private static final int ROWS = 1_000;

    private final int vehicles;
    private final long rows;
    private final int secondsBetween;
    private final long from;
    private final ByteBuffer buffer = ByteBuffer.allocate(ROW * ROWS);
    private long row;
    private boolean ended;

    InventedPositions(int vehicles, int each, int secondsBetween, long from) {
        this.vehicles = vehicles;
        this.rows = (long) vehicles * each;
        this.secondsBetween = secondsBetween;
        this.from = from;
        buffer.put("PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(0)
                .putInt(0)
                .flip();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int length) {
        if (!buffer.hasRemaining() && !more()) {
            return -1;
        }
        var count = Math.min(length, buffer.remaining());
        buffer.get(out, offset, count);
        return count;
    }

    private boolean more() {
        if (ended) {
            return false;
        }
        buffer.clear();
        for (var i = 0; i < ROWS && row < rows; i++, row++) {
            put((int) (row % vehicles), row / vehicles);
        }
        if (row == rows && buffer.remaining() >= 2) {
            buffer.putShort((short) -1);
            ended = true;
        }
        buffer.flip();
        return true;
    }

    private void put(int vehicle, long number) {
        var second = from + number * secondsBetween + vehicle % secondsBetween;
        var micros = (second - EPOCH_SECOND) * 1_000_000;
        var noise = (number * 31 + vehicle) * 0x9E3779B97F4A7C15L;
        buffer.putShort((short) 14);
        of((int) vehicle);
        of((short) (300 + (noise >>> 40) % 400));
        of((short) ((noise >>> 20) % 360));
        of(micros);
        of(noise);
        of(30_250_000 + (int) (number * 37 % 50_000 + (noise >>> 50) % 60));
        of(120_160_000 + (int) (number * 53 % 60_000 + (noise >>> 30) % 60));
        of(0);
        of(3);
        of((int) number);
        of((short) (12 + (noise >>> 60)));
        of((short) (600 - number / 20 % 400));
        of(micros + 1_000_000 + (noise >>> 45) % 900 * 1_000);
        buffer.putInt(EXTRAS.length).put(EXTRAS);
    }

    private void of(int value) {
        buffer.putInt(4).putInt(value);
    }

    private void of(short value) {
        buffer.putInt(2).putShort(value);
    }

    private void of(long value) {
        buffer.putInt(8).putLong(value);
    }
}
