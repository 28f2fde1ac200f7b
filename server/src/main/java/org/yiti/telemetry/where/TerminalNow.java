package org.yiti.telemetry.where;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A terminal as it is now.
 *
 * @param place null where there is none yet, and where whoever asks does not see tracks
 * @param hidden there is a place, which whoever asks does not see
 * @param since when it was heard last; null if never
 * @param astray its clock is wrong: what it tells belongs to no time, or comes long after its time while it is connected
 * @param refused it was turned away after it had last been let in
 */
record TerminalNow(
        UUID id,
        String phone,
        @Nullable String plate,
        UUID institutionId,
        String institutionName,
        State state,
        @Nullable Instant since,
        boolean astray,
        boolean refused,
        boolean hidden,
        @Nullable Place place) {

    enum State {
        MOVING,
        STANDING,
        SILENT,
        NEVER
    }

    /**
     * The last that was told.
     *
     * @param lat millionths of a degree, north positive, WGS-84
     * @param lon millionths of a degree, east positive, WGS-84
     * @param speed km/h
     * @param direction degrees from north
     * @param ignition whether it is switched on
     * @param litres in the tank; null where it was not told
     * @param percent of the tank, where that is what its terminal tells
     */
    record Place(
            Instant at,
            int lat,
            int lon,
            double speed,
            int direction,
            boolean ignition,
            @Nullable Double litres,
            @Nullable Double percent) {}

    /** A position that is older says no more what the vehicle does now. */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** A gateway notes every five seconds whom it heard; one that was killed notes nothing. */
    static final Duration CONNECTED = Duration.ofMinutes(5);

    private static final Duration ASTRAY_FOR = Duration.ofDays(1);
    private static final int MOVING_TENTHS = 50;

    static TerminalNow of(ResultSet row, Instant now, Predicate<UUID> seen) throws SQLException {
        var institution = row.getObject("institution_id", UUID.class);
        var at = moment(row, "at");
        var heard = moment(row, "heard_at");
        var received = moment(row, "received_at");
        var connected = row.getBoolean("connected") && within(heard, now, CONNECTED);
        var late = connected
                && at != null
                && received != null
                && Duration.between(at, received).compareTo(FRESH) > 0;
        var place = at != null && seen.test(institution) ? place(row, at) : null;
        return new TerminalNow(
                row.getObject("id", UUID.class),
                row.getString("phone"),
                row.getString("plate"),
                institution,
                row.getString("institution_name"),
                state(within(at, now, FRESH), connected, row.getInt("speed") & 0xffff, heard, at),
                later(heard, received),
                late || within(moment(row, "astray_at"), now, ASTRAY_FOR),
                isAfter(moment(row, "refused_at"), moment(row, "connected_at")),
                at != null && place == null,
                place);
    }

    private static State state(
            boolean fresh, boolean connected, int speed, @Nullable Instant heard, @Nullable Instant at) {
        if (fresh && speed >= MOVING_TENTHS) {
            return State.MOVING;
        }
        if (fresh || connected) {
            return State.STANDING;
        }
        return heard == null && at == null ? State.NEVER : State.SILENT;
    }

    private static Place place(ResultSet row, Instant at) throws SQLException {
        var fuel = Fuel.of(row.getObject("fuel", Integer.class));
        return new Place(
                at,
                row.getInt("lat"),
                row.getInt("lon"),
                (row.getInt("speed") & 0xffff) / 10.0,
                row.getInt("direction"),
                (row.getInt("status") & 1) != 0,
                fuel == null || fuel.percent() ? null : (Double) fuel.amount(),
                fuel == null || !fuel.percent() ? null : (Double) fuel.amount());
    }

    private static boolean within(@Nullable Instant moment, Instant now, Duration most) {
        return moment != null && moment.isAfter(now.minus(most));
    }

    private static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || one.isAfter(other));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return isAfter(one, other) ? one : other;
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
