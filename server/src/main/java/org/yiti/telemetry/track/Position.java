package org.yiti.telemetry.track;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a vehicle was, as its terminal told it (JT/T 808, 0x0200). The same told twice is equal, however it came.
 *
 * @param terminal {@code telemetry.terminal.number}
 * @param second of the epoch, by the terminal's clock
 * @param lat millionths of a degree, north positive
 * @param lon millionths of a degree, east positive
 * @param alarm bits of table 24
 * @param status bits of table 25
 * @param speed 0.1 km/h, 0 to 65,535
 * @param direction degrees from north, clockwise
 * @param altitude m
 * @param odometer 0.1 km, unsigned; null when it was not told
 * @param fuel 0.1 L, or percent where the highest of its 16 bits is set; null when it was not told
 * @param extras the other items of additional information, as they came
 */
public record Position(
        int terminal,
        long second,
        int lat,
        int lon,
        int alarm,
        int status,
        int speed,
        int direction,
        int altitude,
        @Nullable Long odometer,
        @Nullable Integer fuel,
        byte[] extras) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Tells apart what one terminal said of one second (FNV-1a, 64 bits, over everything but terminal and time). */
    long digest() {
        var all = ByteBuffer.allocate(48 + extras.length)
                .putInt(lat)
                .putInt(lon)
                .putInt(alarm)
                .putInt(status)
                .putInt(speed)
                .putInt(direction)
                .putInt(altitude)
                .putLong(odometer == null ? -1 : odometer)
                .putInt(fuel == null ? -1 : fuel)
                .put(extras);
        var hash = FNV_OFFSET;
        for (var i = 0; i < all.position(); i++) {
            hash = (hash ^ (all.get(i) & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Position that
                && terminal == that.terminal
                && second == that.second
                && digest() == that.digest()
                && Arrays.equals(extras, that.extras);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(digest() + second);
    }
}
