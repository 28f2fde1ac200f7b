package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiti.Soon.soon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.proof.entry.AuditEntry;

/** Acts and changes of ledgers are sealed with the transaction that did them, and only then. */
class SealingTest {

    private static final String DIVISIONS = """
            insert into organization.division (code, name, level)
            select (800000 + n)::text, '区划' || n, 'COUNTY' from generate_series(1, %d) n
            """;

    @TempDir
    Path place;

    private AuditedHouse house;

    @BeforeEach
    void aHouse() {
        house = AuditedHouse.fresh(place.resolve("keys"));
    }

    private AuditEntry entry(long seq) {
        return AuditEntry.parse(house.store.read(seq - 1, 1).get(0));
    }

    private void change(String sql) {
        house.transaction.executeWithoutResult(status -> house.jdbc.sql(sql).update());
    }

    @Test
    void changesOfLedgersAreSealedInTheOrderTheyWereMade() {
        change(DIVISIONS.formatted(2));
        change("update organization.division set name = '改名' where code = '800001'");
        change("delete from organization.division where code = '800002'");

        assertThat(house.size()).isEqualTo(4);
        assertThat(entry(1).action()).isEqualTo("ledger.created");
        assertThat(entry(3).action()).isEqualTo("ledger.changed");
        assertThat(entry(3).object()).isEqualTo(entry(1).object()).startsWith("organization.division/");
        assertThat(entry(3).actor())
                .as("nobody by name, in a transaction of the server's own")
                .isEqualTo(Actors.HOUSE);
        assertThat(entry(4).action()).isEqualTo("ledger.removed");
        assertThat(entry(1).after()).isNotNull();
        assertThat(entry(1).before()).isNull();
        assertThat(entry(4).after()).isNull();
    }

    @Test
    void actsComeAfterTheChangesOfTheirTransaction() {
        house.transaction.executeWithoutResult(status -> {
            Gathered.add(AuditedHouse.draft("house", 1));
            house.jdbc.sql(DIVISIONS.formatted(1)).update();
        });

        assertThat(entry(1).action()).isEqualTo("ledger.created");
        assertThat(entry(2).action()).isEqualTo("rule.switched-off");
        assertThat(entry(2).personal()).containsOnlyKeys("reason");
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNothing() {
        house.transaction.executeWithoutResult(status -> {
            house.jdbc.sql(DIVISIONS.formatted(3)).update();
            Gathered.add(AuditedHouse.draft("house", 1));
            status.setRollbackOnly();
        });
        house.with(1, "house");

        assertThat(house.size()).isEqualTo(1);
        assertThat(house.gap()).isEmpty();
    }

    @Test
    void aTransactionThatDoesNothingSealsNothing() {
        change("update organization.division set name = name where code = '800001'");

        assertThat(house.size()).isZero();
    }

    @Test
    void whatCannotBeSealedDoesNotHappen() {
        house.jdbc
                .sql("alter table safeguard.entry add constraint the_disk_is_full check (seq < 0) not valid")
                .update();

        assertThatThrownBy(() -> change(DIVISIONS.formatted(3))).rootCause().hasMessageContaining("the_disk_is_full");

        assertThat(house.jdbc
                        .sql("select count(*) from organization.division where code like '8000%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(house.size()).isZero();
    }

    @Test
    void manyAtOnceLeaveNoGap() throws Exception {
        var workers = Executors.newFixedThreadPool(8);
        var work = new ArrayList<Callable<Void>>();
        for (var i = 0; i < 160; i++) {
            var number = i;
            work.add(() -> {
                house.transaction.executeWithoutResult(status -> {
                    house.jdbc
                            .sql("insert into organization.division (code, name, level) values (:code, 'x', 'COUNTY')")
                            .param("code", String.valueOf(810000 + number))
                            .update();
                    Gathered.add(AuditedHouse.draft("account/a", number));
                    if (number % 5 == 0) {
                        status.setRollbackOnly();
                    }
                });
                return null;
            });
        }
        for (var done : workers.invokeAll(work)) {
            done.get();
        }
        workers.shutdown();

        assertThat(house.size()).isEqualTo(2 * 128);
        assertThat(house.gap()).isEmpty();
        house.sign();
        assertThat(house.verified(place, house.vkeys()).exit()).isZero();
    }

    @Test
    void tensOfThousandsInOneTransactionAreOneEntryEach() {
        change(DIVISIONS.formatted(20_000));
        house.with(3, "house");

        assertThat(house.size()).isEqualTo(20_003);
        assertThat(house.gap()).isEmpty();
        house.sign();
        assertThat(house.verified(place, house.vkeys()).text()).contains("RESULT: WHOLE");
    }

    @Test
    void whatIsChangedPastTheServerIsSealedLateAndOnce() {
        var late = new SealLate(house.jdbc, house.changes);
        change(DIVISIONS.formatted(3));
        house.jdbc
                .sql("update organization.division set name = '改' where code = '800002'")
                .update();
        Runnable pass = () -> {
            house.transaction.executeWithoutResult(status -> late.compare());
            house.transaction.executeWithoutResult(status -> late.mark());
        };

        // what runs elsewhere in PostgreSQL meanwhile keeps a pass from looking so far
        soon("it to be sealed", () -> house.size(), size -> {
            pass.run();
            return size >= 4;
        });
        pass.run();
        pass.run();
        assertThat(house.size()).isEqualTo(4);
        assertThat(entry(4).action()).isEqualTo("ledger.changed");
        assertThat(entry(4).outcome()).isEqualTo(SealLate.LATE);
        assertThat(entry(4).actor()).isEqualTo(Actors.DATABASE);
    }

    @Test
    void aTransactionStillRunningIsNotTakenForOnePastTheServer() {
        var late = new SealLate(house.jdbc, house.changes);
        house.transaction.executeWithoutResult(status -> {
            house.jdbc.sql(DIVISIONS.formatted(3)).update();
            var apart = new AuditedHouse(house.database, house.keyFolder);
            for (var pass = 0; pass < 3; pass++) {
                elsewhere(() -> apart.transaction.executeWithoutResult(other -> {
                    new SealLate(apart.jdbc, apart.changes).compare();
                }));
                elsewhere(() -> apart.transaction.executeWithoutResult(other -> {
                    new SealLate(apart.jdbc, apart.changes).mark();
                }));
            }
        });
        house.transaction.executeWithoutResult(status -> late.compare());

        assertThat(house.size()).isEqualTo(3);
        assertThat(entry(3).outcome()).isEqualTo("done");
    }

    /** On another thread, since a transaction belongs to one. */
    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    @Test
    void aRowAsItWasMadeIsFoundAgainBehindItsLaterChanges() {
        change(DIVISIONS.formatted(1));
        change("update organization.division set name = '甲', level = 'CITY' where code = '800001'");
        change("update organization.division set name = '乙' where code = '800001'");

        for (var removed : new boolean[] {false, true}) {
            if (removed) {
                change("delete from organization.division where code = '800001'");
            }
            var opened = house.jdbc
                    .sql("""
                            select lifeline.as_made(e.change_id)::text as made, e.salt from safeguard.entry e where e.seq = 1
                            """)
                    .query((row, n) -> Leaves.salt(row.getBytes("salt"), "after")
                            .opens(
                                    entry(1).after(),
                                    "after",
                                    row.getString("made").getBytes(UTF_8)))
                    .single();
            assertThat(opened).as("removed: " + removed).isTrue();
        }
    }
}
