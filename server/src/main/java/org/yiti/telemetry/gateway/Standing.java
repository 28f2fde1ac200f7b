package org.yiti.telemetry.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.yiti.jt808.session.RegistrationReply.OK;
import static org.yiti.jt808.session.RegistrationReply.TERMINAL_ALREADY_REGISTERED;
import static org.yiti.jt808.session.RegistrationReply.TERMINAL_UNKNOWN;
import static org.yiti.jt808.session.RegistrationReply.VEHICLE_UNKNOWN;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.Registration;
import org.yiti.kernel.identifier.PlateNumber;

/**
 * What the inventory holds of a terminal, against which what it says of itself is compared.
 *
 * @param codeHash of the code it was let in by last
 * @param nextHash of one that was issued since and not used yet
 * @param spoken a line speaks for it
 */
record Standing(
        UUID id,
        int number,
        UUID institution,
        @Nullable String deviceNo,
        @Nullable String plate,
        @Nullable String imei,
        boolean registersAgain,
        @Nullable String codeHash,
        @Nullable String nextHash,
        boolean spoken) {

    static Standing of(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getObject("institution_id", UUID.class),
                row.getString("device_no"),
                row.getString("plate"),
                row.getString("imei"),
                row.getBoolean("registers_again"),
                row.getString("code"),
                row.getString("next"),
                row.getBoolean("spoken"));
    }

    /** @return the result of message 0x8100 */
    int objection(Registration told) {
        if (deviceNo != null && !deviceNo.equals(told.terminal().toString())) {
            return TERMINAL_UNKNOWN;
        }
        if (plate != null && !PlateNumber.of(told.plate().toString()).value().equals(plate)) {
            return VEHICLE_UNKNOWN;
        }
        return codeHash != null && (spoken || !registersAgain) ? TERMINAL_ALREADY_REGISTERED : OK;
    }

    /** Whether the code is its code, and the IMEI its IMEI. */
    boolean isShownBy(String hash, Authentication told) {
        return (same(hash, codeHash) | same(hash, nextHash)) && imeiFits(told);
    }

    private boolean imeiFits(Authentication told) {
        return imei == null
                || told.imei().bytes().isEmpty()
                || imei.equals(told.imei().toString());
    }

    private static boolean same(String hash, @Nullable String kept) {
        return MessageDigest.isEqual(hash.getBytes(US_ASCII), (kept == null ? "" : kept).getBytes(US_ASCII));
    }
}
