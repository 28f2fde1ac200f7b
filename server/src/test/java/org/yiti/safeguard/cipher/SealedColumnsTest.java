package org.yiti.safeguard.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.yiti.TestDatabase;
import org.yiti.kernel.Refused;
import org.yiti.safeguard.ColumnCipher.Staged;

class SealedColumnsTest {

    private static final String TABLE = "organization.person";
    private static final String NUMBER = "330102199003071234";

    @TempDir
    Path folder;

    private TestDatabase database;
    private DataKeys keys;
    private Clock clock = Clock.systemUTC();
    private Subjects subjects;
    private SealedColumns cipher;
    private AllSealed all;

    @BeforeEach
    void onADatabaseOfItsOwn() {
        database = TestDatabase.fresh();
        cipher = cipher("sm4", folder);
    }

    private SealedColumns cipher(String name, Path keyFolder) {
        var source = database.dataSource();
        var jdbc = JdbcClient.create(source);
        var master = new MasterKey(keyFolder.toString());
        keys = new DataKeys(jdbc, master, new JdbcTransactionManager(source), clock);
        subjects = new Subjects(jdbc, master);
        all = new AllSealed(jdbc, act -> {}, new JdbcTransactionManager(source));
        return new SealedColumns(keys, subjects, all, new Unreadable(act -> {}), name);
    }

    private String sealed(UUID row, String value) {
        var staged = cipher.stage(TABLE, "id_number", "s", 1, value);
        return cipher.settle(TABLE, "id_number", "s", List.of(new Staged(1, row, staged)))
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sm4", "aes"})
    void whatWasSealedIsOpenedAgainAndNothingOfItIsReadable(String name) {
        cipher = cipher(name, folder);
        var row = UUID.randomUUID();

        var stored = sealed(row, NUMBER);

        assertThat(stored).startsWith("~2." + name + ".").doesNotContain(NUMBER).doesNotContain("0307");
        assertThat(cipher.open(TABLE, "id_number", row, stored)).isEqualTo(NUMBER);
    }

    @Test
    void aCiphertextThatWasMovedToAnotherRowColumnOrTableIsNotOpened() {
        var row = UUID.randomUUID();
        var other = UUID.randomUUID();
        var stored = sealed(row, NUMBER);
        sealed(other, "another");

        assertThatThrownBy(() -> cipher.open(TABLE, "id_number", other, stored)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> cipher.open(TABLE, "phone", row, stored)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> cipher.open("fleet.driver", "id_number", row, stored))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void whatIsNotEncryptedIsReadUntilEverythingInItsColumnWas() {
        var carried = NUMBER + "|" + UUID.randomUUID() + "|";
        assertThat(cipher.open(TABLE, "id_number", carried)).isEqualTo(NUMBER);

        all.seal(TABLE + ".id_number", "select from organization.person where id_number not like '~%'");

        assertThatThrownBy(() -> cipher.open(TABLE, "id_number", carried)).isInstanceOf(CannotOpen.class);
        assertThat(cipher.open(TABLE, "phone", carried)).as("another column").isEqualTo(NUMBER);
    }

    @Test
    void aSecretMovedToAnotherRowOpensNothing() {
        var row = UUID.randomUUID();
        var other = UUID.randomUUID();
        var stored = sealed(row, NUMBER);
        sealed(other, "another");
        database.jdbc()
                .sql(
                        "update safeguard.subject set secret = (select secret from safeguard.subject where id = :row) where id = :other")
                .param("row", row)
                .param("other", other)
                .update();

        assertThatThrownBy(() -> cipher.open(TABLE, "id_number", other, stored)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void aCiphertextOfWhichOneBitWasChangedIsNotOpened() {
        var row = UUID.randomUUID();
        var token = Token.parse(sealed(row, NUMBER));

        for (var i = 0; i < token.payload().length; i++) {
            var payload = token.payload().clone();
            payload[i] ^= 1;
            var altered = new Token(Token.NOW, token.aead(), token.key(), token.index(), payload).toString();
            assertThatThrownBy(() -> cipher.open(TABLE, "id_number", row, altered))
                    .isInstanceOf(CannotOpen.class);
        }
        var asAes = new Token(Token.NOW, Aead.AES, token.key(), token.index(), token.payload()).toString();
        assertThatThrownBy(() -> cipher.open(TABLE, "id_number", row, asAes)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void aCiphertextIsBoundToItsKeyAndItsIndex() {
        var row = UUID.randomUUID();
        var token = Token.parse(sealed(row, NUMBER));
        var index = cipher.blindIndex(TABLE, "id_number", "330102199003071235");
        var newer = keys.makeNew();

        for (var altered : List.of(
                new Token(Token.NOW, token.aead(), token.key(), index, token.payload()),
                new Token(Token.NOW, token.aead(), newer, token.index(), token.payload()),
                new Token("1", token.aead(), token.key(), token.index(), token.payload()))) {
            assertThatThrownBy(() -> cipher.open(TABLE, "id_number", row, altered.toString()))
                    .isInstanceOf(CannotOpen.class);
        }
        assertThat(cipher.open(TABLE, "id_number", row, token.toString())).isEqualTo(NUMBER);
    }

    @Test
    void aKeyThatAnotherServerHasMadeIsUsedWithinAMinute() {
        clock = new SteppingClock();
        cipher = cipher("sm4", folder);
        keys.current();
        var here = keys;
        cipher("sm4", folder);
        var made = keys.makeNew();

        assertThat(here.current().id()).isNotEqualTo(made);
        ((SteppingClock) clock).step(Duration.ofSeconds(61));
        assertThat(here.current().id()).isEqualTo(made);
    }

    private static final class SteppingClock extends Clock {

        private Instant now = Instant.parse("2026-11-28T00:00:00Z");

        void step(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void noTwoValuesHaveTheSameNonceOrCiphertext() {
        var payloads = new HashSet<String>();
        var nonces = new HashSet<String>();
        for (var i = 0; i < 100_000; i++) {
            var token = Token.parse(cipher.stage(TABLE, "id_number", "s", 1, NUMBER));
            nonces.add(Arrays.toString(Arrays.copyOf(token.payload(), Aead.NONCE_BYTES)));
            payloads.add(Arrays.toString(token.payload()));
        }
        assertThat(nonces).hasSize(100_000);
        assertThat(payloads).hasSize(100_000);
    }

    @Test
    void equalValuesHaveTheSameBlindIndexInOneColumnAndAnotherInTheNext() {
        var one = Token.parse(sealed(UUID.randomUUID(), NUMBER));
        var same = Token.parse(sealed(UUID.randomUUID(), NUMBER));

        assertThat(one.index()).isEqualTo(same.index()).isEqualTo(cipher.blindIndex(TABLE, "id_number", NUMBER));
        assertThat(cipher.blindIndex(TABLE, "phone", NUMBER)).isNotEqualTo(one.index());
        assertThat(cipher.blindIndex(TABLE, "id_number", "330102199003071235")).isNotEqualTo(one.index());
        assertThat(database.jdbc()
                        .sql("select kernel.blind(:stored)")
                        .param("stored", one.toString())
                        .query(String.class)
                        .single())
                .isEqualTo(one.index());
    }

    @Test
    void olderKeysStillOpenWhileTheNewOneEncrypts() {
        var row = UUID.randomUUID();
        var before = sealed(row, NUMBER);
        var made = keys.makeNew();

        var after = sealed(row, NUMBER);

        assertThat(Token.parse(after).key())
                .isEqualTo(made)
                .isNotEqualTo(Token.parse(before).key());
        assertThat(Token.parse(after).index()).isEqualTo(Token.parse(before).index());
        assertThat(cipher.open(TABLE, "id_number", row, before)).isEqualTo(NUMBER);
        assertThat(cipher.open(TABLE, "id_number", row, after)).isEqualTo(NUMBER);
    }

    @Test
    void onceTheSecretOfARowIsDestroyedNoCopyOfItsValuesCanBeOpened() {
        var row = UUID.randomUUID();
        var copy = sealed(row, NUMBER);

        assertThat(subjects.destroy(row)).isTrue();

        assertThat(cipher.open(TABLE, "id_number", row, copy)).isNull();
        sealed(row, "written anew");
        assertThatThrownBy(() -> cipher.open(TABLE, "id_number", row, copy)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void theMasterKeyIsForItsOwnersEyesAloneAndAnotherOneOpensNothing(@TempDir Path elsewhere) throws Exception {
        var row = UUID.randomUUID();
        var stored = sealed(row, NUMBER);
        var file = folder.resolve("master.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var without = cipher("sm4", elsewhere.resolve("none"));
        assertThatThrownBy(() -> without.open(TABLE, "id_number", row, stored)).isInstanceOf(Refused.class);
        new MasterKey(elsewhere.toString()).makeIfAbsent();
        var other = cipher("sm4", elsewhere);
        assertThatThrownBy(() -> other.open(TABLE, "id_number", row, stored)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> keys.afterSingletonsInstantiated()).isInstanceOf(Refused.class);
        assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
    }
}
