package org.yiti.safeguard.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Mask;
import org.yiti.safeguard.ColumnCipher;

/** Each value under a key of its own (data key × secret of the row × column), bound to table, column and row. */
@Component
class SealedColumns implements ColumnCipher {

    private static final byte[] OF_STAGE = {0};
    private static final int INDEX_KEY_BYTES = 32;

    private final DataKeys keys;
    private final Subjects subjects;
    private final AllSealed all;
    private final Unreadable unreadable;
    private final Aead aead;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> indexKeys = new ConcurrentHashMap<>();

    SealedColumns(
            DataKeys keys,
            Subjects subjects,
            AllSealed all,
            Unreadable unreadable,
            @Value("${yiti.cipher:sm4}") String cipher) {
        this.unreadable = unreadable;
        this.all = all;
        this.keys = keys;
        this.subjects = subjects;
        this.aead = Aead.of(cipher.toLowerCase(Locale.ROOT));
    }

    @Override
    public String stage(String table, String column, String stage, long number, String value) {
        return encrypted(Token.STAGED, OF_STAGE, value, table, column, stage, Long.toString(number));
    }

    @Override
    public List<String> settle(String table, String column, String stage, List<Staged> staged) {
        var secrets = subjects.of(staged.stream().map(Staged::id).toList());
        return staged.stream()
                .map(one -> {
                    var value = decrypted(OF_STAGE, one.text(), table, column, stage, Long.toString(one.number()));
                    return encrypt(table, column, one.id(), secrets.get(one.id()), value);
                })
                .toList();
    }

    String encrypt(String table, String column, UUID row, byte @Nullable [] secret, String value) {
        if (secret == null) {
            throw new CannotOpen("the row has no secret");
        }
        return encrypted(Token.NOW, secret, value, table, column, row.toString());
    }

    String encrypt(byte[] secret, String value, String table, String column, String... place) {
        return encrypted(Token.NOW, secret, value, table, column, place);
    }

    @Override
    public String blindIndex(String table, String column, String value) {
        var name = table + "." + column;
        var key = indexKeys.get(name);
        if (key == null) {
            key = Derived.key(keys.index().secret(), new byte[0], INDEX_KEY_BYTES, "yiti", "index", table, column);
            indexKeys.put(name, key);
        }
        return Derived.index(key, value);
    }

    @Override
    public Object read(String table, String column, String stored) {
        return read(table, column, () -> open(table, column, stored));
    }

    @Override
    public Object read(String table, String column, UUID row, String stored) {
        return read(table, column, () -> open(table, column, row, stored));
    }

    private Object read(String table, String column, Supplier<@Nullable String> opening) {
        try {
            var opened = opening.get();
            return opened == null ? Mask.destroyed() : opened;
        } catch (CannotOpen broken) {
            unreadable.note(AllSealed.name(table, column), String.valueOf(broken.getMessage()));
        } catch (IllegalArgumentException noToken) {
            unreadable.note(AllSealed.name(table, column), "it is cut off");
        }
        return Mask.unreadable();
    }

    /** @return null when the secret of the row has been destroyed */
    @Nullable
    String open(String table, String column, String stored) {
        var ofRow = stored.lastIndexOf('|', stored.lastIndexOf('|') - 1);
        var value = ofRow < 0 ? stored : stored.substring(0, ofRow);
        if (!Token.is(stored)) {
            all.refusePlain(AllSealed.name(table, column));
            return value;
        }
        var parts = stored.substring(ofRow + 1).split("\\|", -1);
        var row = UUID.fromString(parts[0]);
        return parts[1].isEmpty()
                ? null
                : decrypted(
                        subjects.unwrap(row, HexFormat.of().parseHex(parts[1])), value, table, column, row.toString());
    }

    /** As {@link #open}, of a row's value that was kept elsewhere. */
    @Nullable
    String open(String table, String column, UUID row, String stored) {
        if (!Token.is(stored)) {
            return stored;
        }
        var secret = subjects.find(row);
        if (secret == null || Token.parse(stored).index().isEmpty()) {
            return null;
        }
        try {
            return decrypted(secret, stored, table, column, row.toString());
        } catch (CannotOpen broken) {
            // Destroyed before indexes were erased with it: the secret that is there now was made for a later value.
            if (subjects.wasDestroyed(row)) {
                return null;
            }
            throw broken;
        }
    }

    @Override
    public void destroy(UUID row) {
        subjects.destroy(row);
    }

    private String encrypted(String form, byte[] secret, String value, String table, String column, String... row) {
        var key = keys.current();
        var index = blindIndex(table, column, value);
        var nonce = new byte[Aead.NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = aead.encrypt(
                key(key, aead, secret, table, column),
                nonce,
                value.getBytes(UTF_8),
                bound(form, key.id(), index, table, column, row));
        var payload = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return new Token(form, aead, key.id(), index, payload).toString();
    }

    String decrypted(byte[] secret, String stored, String table, String column, String... row) {
        var token = Token.parse(stored);
        var payload = token.payload();
        if (payload.length < Aead.NONCE_BYTES) {
            throw new CannotOpen("it is cut off");
        }
        var plain = token.aead()
                .decrypt(
                        key(keys.get(token.key()), token.aead(), secret, table, column),
                        Arrays.copyOf(payload, Aead.NONCE_BYTES),
                        Arrays.copyOfRange(payload, Aead.NONCE_BYTES, payload.length),
                        bound(token.form(), token.key(), token.index(), table, column, row));
        return new String(plain, UTF_8);
    }

    private static byte[] key(DataKeys.DataKey key, Aead aead, byte[] secret, String table, String column) {
        return Derived.key(key.secret(), secret, aead.keyBytes(), "yiti", "value", aead.code(), table, column);
    }

    /** An index that says of a value what it is not would have it found, and taken for unchanged, in the place of another. */
    private static byte[] bound(String form, String key, String index, String table, String column, String... row) {
        var place = Derived.joined(table, column, String.join("\0", row));
        return form.equals(Token.NOW) ? Derived.joined(form, key, index, new String(place, UTF_8)) : place;
    }
}
