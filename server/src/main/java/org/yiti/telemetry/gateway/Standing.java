package org.yiti.telemetry.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.yiti.jt808.session.RegistrationReply.OK;
import static org.yiti.jt808.session.RegistrationReply.TERMINAL_ALREADY_REGISTERED;
import static org.yiti.jt808.session.RegistrationReply.TERMINAL_UNKNOWN;
import static org.yiti.jt808.session.RegistrationReply.VEHICLE_UNKNOWN;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Version;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.Registration;
import org.yiti.kernel.Sha256;
import org.yiti.kernel.identifier.PlateNumber;

/**
 * What the inventory holds of a terminal, against which what it says of itself is compared.
 *
 * @param codeHash of the code it was let in by last
 * @param nextHash of one that was issued since and not used yet
 * @param imeiHash of the IMEI that was shown when that code was used first
 * @param edition it spoke last
 * @param spoken a line speaks for it
 * @param tongue how it leaves the standard
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
        @Nullable String imeiHash,
        @Nullable String edition,
        boolean spoken,
        Jt808 tongue) {

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
                row.getString("imei_shown"),
                row.getString("edition"),
                row.getBoolean("spoken"),
                Tongues.of(row.getString("dialect")));
    }

    /**
     * @param proven it asks on a line that it was let in on
     * @return the result of message 0x8100
     */
    int objection(Registration told, boolean proven) {
        if (deviceNo != null && !deviceNo.equals(told.terminal().toString())) {
            return TERMINAL_UNKNOWN;
        }
        if (plate != null && !PlateNumber.of(told.plate().toString()).value().equals(plate)) {
            return VEHICLE_UNKNOWN;
        }
        return codeHash != null && !proven && (spoken || !registersAgain) ? TERMINAL_ALREADY_REGISTERED : OK;
    }

    /** Whether the code is its code, and the IMEI its IMEI. A code that is new may come with another device. */
    boolean isShownBy(String hash, Authentication told) {
        var asBefore = same(hash, codeHash) && (imeiHash == null || same(hashOfImei(told), imeiHash));
        return (asBefore | same(hash, nextHash)) && imeiFits(told);
    }

    /** Of the IMEI that is shown, or nothing where none is. */
    static @Nullable String hashOfImei(Authentication told) {
        return told.imei().bytes().isEmpty()
                ? null
                : Sha256.hex(told.imei().toString().getBytes(UTF_8));
    }

    /** Before 2019 nothing on the wire tells 2011 from 2013 but the registration. */
    Version edition(Version heard) {
        return heard == Version.V2013 && Version.V2011.year().equals(edition) ? Version.V2011 : heard;
    }

    private boolean imeiFits(Authentication told) {
        return imei == null
                || told.imei().bytes().isEmpty()
                || imei.equals(told.imei().toString());
    }

    private static boolean same(@Nullable String hash, @Nullable String kept) {
        return MessageDigest.isEqual(
                (hash == null ? "-" : hash).getBytes(US_ASCII), (kept == null ? "" : kept).getBytes(US_ASCII));
    }
}
