package org.yiti.identity.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A security key in software together with the browser before it, written from WebAuthn Level 3 (6.1, 6.5, 5.8.1): one
 * ES256 key, and every lie that a test wants it to tell.
 */
public final class SoftAuthenticator {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int HAS_KEY = 0x40;

    private final KeyPair keys;
    private final byte[] id;
    private String userHandle = "";
    private int count;

    /** What the browser says it shows. */
    public String origin = "http://localhost";
    /** Whether its owner has shown PIN or finger. */
    public boolean verifies = true;
    /** Whether it keeps who it was made for. */
    public boolean discoverable = true;
    /** Whether it counts its uses; those that are synchronised do not. */
    public boolean counts = true;

    public SoftAuthenticator() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
        id = new byte[32];
        new SecureRandom().nextBytes(id);
    }

    public String id() {
        return text(id);
    }

    /** As a copy of it would count that was made this many uses ago. */
    public void goBack(int uses) {
        count -= uses;
    }

    /** Makes its key for an order of the house. */
    public Map<String, Object> make(Map<String, Object> order) {
        userHandle = (String) order.get("userHandle");
        var party = (String) order.get("relyingParty");
        var data = new ByteArrayOutputStream();
        data.writeBytes(head(party, HAS_KEY));
        data.writeBytes(new byte[16]);
        data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.writeBytes(id);
        data.writeBytes(coseKey());
        var object = new ByteArrayOutputStream();
        object.writeBytes(new byte[] {(byte) 0xa3});
        object.writeBytes(cborText("fmt"));
        object.writeBytes(cborText("none"));
        object.writeBytes(cborText("attStmt"));
        object.writeBytes(new byte[] {(byte) 0xa0});
        object.writeBytes(cborText("authData"));
        object.writeBytes(new byte[] {0x58, (byte) data.size()});
        object.writeBytes(data.toByteArray());
        return Map.of(
                "clientData",
                text(client("webauthn.create", (String) order.get("challenge"))),
                "attestationObject",
                text(object.toByteArray()),
                "transports",
                List.of("internal"));
    }

    /** Answers a question of the house. */
    public Map<String, Object> answer(Map<String, Object> question) {
        count += counts ? 1 : 0;
        var data = head((String) question.get("relyingParty"), 0);
        var client = client("webauthn.get", (String) question.get("challenge"));
        var answer = new HashMap<String, Object>();
        answer.put("credentialId", id());
        answer.put("clientData", text(client));
        answer.put("authenticatorData", text(data));
        answer.put("signature", text(sign(data, client)));
        answer.put("userHandle", discoverable ? userHandle : null);
        return answer;
    }

    private byte[] sign(byte[] data, byte[] client) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private byte[] head(String party, int more) {
        return ByteBuffer.allocate(37)
                .put(sha256(party.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (PRESENT | (verifies ? VERIFIED : 0) | more))
                .putInt(count)
                .array();
    }

    private byte[] client(String type, String challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 9053: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
    private byte[] coseKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return ByteBuffer.allocate(77)
                .put(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20})
                .put(field(point.getAffineX()))
                .put(new byte[] {0x22, 0x58, 0x20})
                .put(field(point.getAffineY()))
                .array();
    }

    private static byte[] field(BigInteger number) {
        var bytes = number.toByteArray();
        var field = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, field, 32 - length, length);
        return field;
    }

    private static byte[] cborText(String text) {
        return ByteBuffer.allocate(1 + text.length())
                .put((byte) (0x60 + text.length()))
                .put(text.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The handle of somebody else. */
    public void pretendToBe(UUID other) {
        userHandle = PasskeyProof.handle(other);
    }
}
