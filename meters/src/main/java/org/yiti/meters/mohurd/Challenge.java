package org.yiti.meters.mohurd;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/** MD5 over the random text and the shared key: in that order nearly everywhere. */
public enum Challenge {
    SEQUENCE_THEN_KEY,
    KEY_THEN_SEQUENCE;

    public String answer(String sequence, String key) {
        try {
            var joined = this == SEQUENCE_THEN_KEY ? sequence + key : key + sequence;
            var digest = MessageDigest.getInstance("MD5").digest(joined.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has MD5", impossible);
        }
    }

    /** Takes the same time however much of it is right. */
    boolean holds(String sequence, String key, String answer) {
        return MessageDigest.isEqual(
                answer(sequence, key).getBytes(StandardCharsets.US_ASCII),
                answer.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
