package org.yiti.safeguard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.Refused;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.safeguard.SafeguardRefusal;

/** What somebody who owns the database, the server or a backup may try, and who notices. */
class AttackTest {

    @TempDir
    Path place;

    private AuditedHouse house;
    private List<String> vkeys;
    private SignedCheckpoint kept;

    @BeforeEach
    void aLogOfThreeHundred() {
        house = AuditedHouse.fresh(place.resolve("keys")).with(300, "account/officer");
        kept = house.sign();
        vkeys = house.vkeys();
    }

    private AuditedHouse.Said verified(AuditedHouse of) {
        return of.verified(place, vkeys, kept);
    }

    @Test
    void aLogThatNobodyTouchedIsWhole() {
        var said = verified(house);

        assertThat(said.text()).contains("RESULT: WHOLE").contains("300 entries");
        assertThat(said.exit()).isZero();
    }

    @Test
    void anEditedEntryIsNamed() {
        house.tamper("update safeguard.entry set leaf = replace(leaf, 'officer', 'nobody') where seq = 17");

        assertThat(verified(house).text()).contains("Altered since it was sealed: entry no. 17.");
    }

    @Test
    void anEditedEntryIsNamedEvenInTheTileThatIsNotFull() {
        house.tamper("update safeguard.entry set leaf = replace(leaf, 'officer', 'nobody') where seq = 299");

        assertThat(verified(house).text()).contains("Altered since it was sealed: entry no. 299.");
    }

    @Test
    void anEntryThatWasEditedWithItsHashIsNoticed() {
        house.tamper("update safeguard.entry e set leaf = replace(e.leaf, 'officer', 'nobody') where seq = 17");
        var leaf = house.store.read(16, 1).get(0);
        house.jdbc
                .sql("update safeguard.entry set hash = :hash where seq = 17")
                .param("hash", Leaves.TREE.leaf(leaf).bytes())
                .update();

        assertThat(verified(house).exit()).isEqualTo(1);
    }

    @Test
    void aTailThatWasDeletedIsMissed() {
        house.tamper("delete from safeguard.entry where seq > 290");

        assertThat(verified(house).text()).contains("Missing: entry no. 291–300.");
    }

    @Test
    void aDeletedTailIsNotGrownOver() {
        house.tamper("delete from safeguard.entry where seq > 290");
        house.with(5, "account/officer");

        assertThatThrownBy(house::sign)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(SafeguardRefusal.LOG_REWRITTEN));
    }

    @Test
    void swappedEntriesAreNamed() {
        house.tamper("""
                update safeguard.entry e set leaf = other.leaf from safeguard.entry other
                 where (e.seq, other.seq) in ((10, 200), (200, 10))
                """);

        assertThat(verified(house).text())
                .contains("Moved: entry no. 200, now at place 10.")
                .contains("Moved: entry no. 10, now at place 200.");
    }

    @Test
    void aRestoredDumpIsNoticedByTheServerItself() {
        var dump = house.restored();
        house.with(20, "account/officer");
        house.sign();

        assertThatThrownBy(dump::sign).isInstanceOf(Refused.class);
    }

    @Test
    void aRestoredDumpIsNoticedByWhoKeptACheckpoint() {
        var dump = house.restored();
        house.with(20, "account/officer");
        kept = house.sign();
        dump.forgetKept();
        dump.sign();

        assertThat(verified(dump).text()).contains("The end was cut off, or an old copy was restored");
    }

    @Test
    void aSecondHistoryIsNoticedByTheServerItself() {
        var fork = house.restored();
        house.with(20, "account/officer");
        house.sign();
        fork.with(30, "account/intruder");

        assertThatThrownBy(fork::sign).isInstanceOf(Refused.class);
    }

    @Test
    void aSecondHistoryIsNoticedByWhoKeptACheckpoint() {
        var fork = house.restored();
        house.with(20, "account/officer");
        kept = house.sign();
        fork.with(30, "account/intruder");
        fork.forgetKept();
        fork.sign();

        assertThat(verified(fork).text()).contains("History was rewritten: the first 320 entries are not those of");
    }

    @Test
    void aServerWithoutItsKeysMakesNoOthers() {
        house.forgetKeys();
        var next = new AuditedHouse(house.database, house.keyFolder);

        assertThatThrownBy(next::sign)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(SafeguardRefusal.KEY_ABSENT));
    }

    @Test
    void aSwappedKeyIsNoticedByWhoHasTheOldOne() {
        house.forgetKeys();
        house.forgetKept();
        house.tamper("delete from safeguard.verifier_key", "delete from safeguard.checkpoint");
        var next = new AuditedHouse(house.database, house.keyFolder);
        next.sign();

        var said = verified(next);
        assertThat(said.text()).contains("Not signed by").contains("(SM2)").contains("(Ed25519)");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void whatWasCommittedBeforeAKillIsSignedByTheNextServer() {
        house.with(7, "account/officer");
        var next = new AuditedHouse(house.database, house.keyFolder);
        next.sign();

        var said = verified(next);
        assertThat(said.text())
                .contains("RESULT: WHOLE")
                .contains("307 entries")
                .contains("Extends the checkpoint");
        assertThat(next.gap()).isEmpty();
    }

    /** A process of its own, and no catching of an error: the machine takes it away between commit and checkpoint. */
    @Test
    void aProcessThatIsKilledBetweenCommitAndCheckpointLeavesAWholeLog() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HouseToKill.class.getName(),
                        house.database.url(),
                        house.keyFolder.toString())
                .redirectErrorStream(true)
                .start();
        try (var said = process.inputReader()) {
            assertThat(said.lines().anyMatch(HouseToKill.COMMITTED::equals)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }

        assertThat(verified(house).text())
                .as("the last checkpoint holds")
                .contains("RESULT: WHOLE")
                .contains("300 entries");
        var next = new AuditedHouse(house.database, house.keyFolder);
        next.sign();

        assertThat(verified(next).text())
                .contains("RESULT: WHOLE")
                .contains("307 entries")
                .contains("Extends the checkpoint");
        assertThat(next.gap()).isEmpty();
    }

    /** What is sealed while the clock is wrong says a wrong time, and stands where it was sealed. */
    @Test
    void aClockThatIsSetBackPutsNothingBeforeWhatWasSealed() {
        var before = AuditedHouse.CLOCK.instant().minus(Duration.ofDays(30));
        house.transaction.executeWithoutResult(
                status -> Gathered.add(AuditedHouse.draft("account/officer", 1, before)));
        house.sign();

        assertThat(verified(house).text())
                .contains("RESULT: WHOLE")
                .contains("301 entries")
                .contains("Extends the checkpoint");
        assertThat(house.jdbc
                        .sql("select seq from safeguard.entry order by at, seq limit 1")
                        .query(Long.class)
                        .single())
                .as("the earliest by its time is the last by its number")
                .isEqualTo(house.jdbc
                        .sql("select max(seq) from safeguard.entry")
                        .query(Long.class)
                        .single());
    }

    @Test
    void theDatabaseItselfRefusesToForget() {
        var replica = JdbcClient.create(house.database.superuser());
        for (var statement : List.of(
                "update safeguard.entry set leaf = 'x' where seq = 1",
                "update safeguard.entry set actor = 'x' where seq = 1",
                "delete from safeguard.entry where seq = 300",
                "truncate safeguard.entry",
                "update safeguard.head set size = 10",
                "delete from safeguard.head",
                "update safeguard.tile set hashes = substr(hashes, 1, 1)",
                "truncate safeguard.tile",
                "update safeguard.checkpoint set note = ''",
                "delete from safeguard.checkpoint",
                "truncate safeguard.verifier_key")) {
            assertThatThrownBy(() -> house.jdbc.sql(statement).update())
                    .as(statement)
                    .rootCause()
                    .hasMessageMatching("(?s).*(audit log).*");
            assertThatThrownBy(() -> replica.sql("set session_replication_role = replica; " + statement)
                            .update())
                    .as(statement + " as replication does it")
                    .rootCause()
                    .hasMessageMatching("(?s).*(audit log).*");
        }
    }

    @Test
    void whatIsErasedByLawLeavesTheLogWhole() {
        house.jdbc
                .sql("update safeguard.entry set salt = null, clear = null where seq = 20")
                .update();

        assertThat(verified(house).exit()).isZero();
        assertThatThrownBy(() -> house.jdbc
                        .sql("update safeguard.entry set clear = '{}' where seq = 20")
                        .update())
                .rootCause()
                .hasMessageContaining("cannot be changed");
    }
}
