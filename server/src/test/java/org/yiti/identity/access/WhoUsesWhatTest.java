package org.yiti.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;
import org.yiti.UsesKept;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.Role;

/**
 * Who uses what is kept by triggers. Whatever is written, by one or by two at once, what is kept is what the rows say, and
 * whoever acts sees of others' what gathering it from all rows would say.
 */
class WhoUsesWhatTest {

    /** What whoever reads a part of the tree sees of premises and meters, gathered from the rows of that part. */
    private static final String GATHERED = """
            with mine as (select member from organization.below where root = ?),
                 used as (select thing_id as id from (%s) c where institution_id in (table mine)),
                 buildings as (select id, site_id from premises.building where institution_id in (table mine) or id in (table used))
            select id from buildings
            union select id from premises.floor where institution_id in (table mine) or id in (table used)
            union select id from energy.meter where institution_id in (table mine) or id in (table used)
            union select id from premises.room where institution_id in (table mine)
            union select room_id from premises.occupancy where institution_id in (table mine)
            union select id from premises.site where institution_id in (table mine) or id in (table used) or id in (select site_id from buildings)
            """.formatted(UsesKept.COUNTED);

    private static final String SEEN = "select id from premises.building union select id from premises.floor"
            + " union select id from energy.meter union select id from premises.site union select id from premises.room";

    private static final List<UUID> INSTITUTIONS =
            IntStream.range(1, 9).mapToObj(i -> new UUID(0x930702, i)).toList();

    private static final TestDatabase HOUSE = TestDatabase.fresh();
    private static final JdbcClient OWNER = HOUSE.jdbc();

    @BeforeAll
    static void institutions() {
        OWNER.sql("insert into organization.division (code, name, level) values ('930755', '某市', 'CITY')")
                .update();
        for (var i = 0; i < INSTITUTIONS.size(); i++) {
            OWNER.sql("""
                            insert into organization.institution (id, code, name, kind, level, division_id, parent_id)
                            select :id, :code, :name, 'OFFICE', 'CITY', d.id, :parent::uuid from organization.division d where code = '930755'
                            """)
                    .param("id", INSTITUTIONS.get(i))
                    .param("code", "U" + i)
                    .param("name", "机关" + i)
                    .param("parent", i < 3 ? null : INSTITUTIONS.get((i - 3) / 2))
                    .update();
        }
        new RandomPremises(OWNER, new Random(1), INSTITUTIONS).begin();
    }

    @RepeatedTest(4)
    void whatIsKeptIsWhatTheRowsSayAndEverybodySeesWhatTheyUse(RepetitionInfo repetition) throws SQLException {
        try (var one = HOUSE.dataSource().getConnection()) {
            var connection = new SingleConnectionDataSource(one, true);
            var database = JdbcClient.create(connection);
            var premises =
                    new RandomPremises(database, new Random(4_000 + repetition.getCurrentRepetition()), INSTITUTIONS);
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(connection));
            for (var round = 0; round < 6; round++) {
                for (var i = 0; i < 40; i++) {
                    premises.write();
                }
                isWhatTheRowsSay();
                everybodySeesWhatTheyUse();
                // taken back, as an import is that fails
                transaction.executeWithoutResult(status -> {
                    database.sql("delete from premises.occupancy").update();
                    database.sql("update energy.meter set building_id = null").update();
                    status.setRollbackOnly();
                });
                isWhatTheRowsSay();
            }
            assertThat(premises.written).isGreaterThan(150);
        }
    }

    private static void isWhatTheRowsSay() {
        assertThat(OWNER.sql("select thing_id, institution_id, times from organization.uses")
                        .query()
                        .listOfRows())
                .hasSizeGreaterThan(10);
        UsesKept.areWhatTheRowsSay(OWNER);
    }

    private static void everybodySeesWhatTheyUse() throws SQLException {
        try (var one = HOUSE.dataSource().getConnection()) {
            var acting = JdbcClient.create(new ActingDataSource(new SingleConnectionDataSource(one, true)));
            for (var institution : INSTITUTIONS) {
                var account = new Account("uses", "经办人", Role.OFFICER, institution, false);
                var seen = Acting.as(
                        account,
                        null,
                        null,
                        () -> acting.sql(SEEN).query(UUID.class).set());
                assertThat(seen)
                        .isNotEmpty()
                        .isEqualTo(OWNER.sql(GATHERED)
                                .param(institution)
                                .query(UUID.class)
                                .set());
            }
        }
    }

    @Test
    void whatTwoWriteAtOnceIsKeptAsWell() {
        var writers = IntStream.range(0, 3)
                .mapToObj(n -> CompletableFuture.runAsync(() -> {
                    try (var one = HOUSE.dataSource().getConnection()) {
                        var connection = new SingleConnectionDataSource(one, true);
                        var premises =
                                new RandomPremises(JdbcClient.create(connection), new Random(80 + n), INSTITUTIONS);
                        var transaction = new TransactionTemplate(new DataSourceTransactionManager(connection));
                        for (var i = 0; i < 150; i++) {
                            several(transaction, premises);
                        }
                    } catch (SQLException unreachable) {
                        throw new IllegalStateException(unreachable);
                    }
                }))
                .toList();
        writers.forEach(CompletableFuture::join);
        isWhatTheRowsSay();
    }

    /** Each for itself where one is refused; of two that wait for each other the house lets one go on. */
    private static void several(TransactionTemplate transaction, RandomPremises premises) {
        try {
            transaction.executeWithoutResult(status -> premises.write());
        } catch (PessimisticLockingFailureException theOtherWentOn) {
            // nothing of it was written
        }
    }

    @RepeatedTest(2)
    void whoComesIntoARoomWhileItIsMovedIsCountedWhereItIs(RepetitionInfo repetition) throws Exception {
        var room = twoFloorsAndARoom();
        whileItIsMoved(room, coming(room), repetition);
    }

    @RepeatedTest(2)
    void whoLeavesARoomWhileItIsMovedIsCountedNowhere(RepetitionInfo repetition) throws Exception {
        var room = twoFloorsAndARoom();
        OWNER.sql(coming(room)).update();
        whileItIsMoved(room, "delete from premises.occupancy where room_id = '" + room + "'", repetition);
    }

    private static String coming(UUID room) {
        return "insert into premises.occupancy (institution_id, room_id, department_id, starts_on) values ('"
                + INSTITUTIONS.get(7) + "', '" + room + "', gen_random_uuid(), '2026-01-01')";
    }

    /** Within its building nothing that others refer to changes, so that PostgreSQL by itself lets both go on. By turns each comes first. */
    private static void whileItIsMoved(UUID room, String other, RepetitionInfo repetition) throws Exception {
        var move =
                "update premises.room r set floor_id = (select f.id from premises.floor f where f.building_id = r.building_id and f.id <> r.floor_id)"
                        + " where r.id = '" + room + "'";
        var movedFirst = repetition.getCurrentRepetition() == 1;
        try (var first = HOUSE.dataSource().getConnection()) {
            first.setAutoCommit(false);
            first.createStatement().executeUpdate(movedFirst ? move : other);
            var second = CompletableFuture.runAsync(
                    () -> OWNER.sql(movedFirst ? other : move).update());
            untilSomebodyWaits();
            first.commit();
            second.get(20, TimeUnit.SECONDS);
        }
        isWhatTheRowsSay();
    }

    private static UUID twoFloorsAndARoom() {
        return OWNER.sql("""
                        with b as (insert into premises.building (institution_id, code, name, acquisition, title_status, building_area, storeys, site_id)
                                   select institution_id, gen_random_uuid(), '楼', 'BUILT', 'OWNED', 9, 2, id from premises.site limit 1 returning id, institution_id),
                             f as (insert into premises.floor (institution_id, building_id, number)
                                   select b.institution_id, b.id, n from b, generate_series(1, 2) n returning id, building_id, institution_id, number)
                        insert into premises.room (institution_id, building_id, floor_id, number, use, usable_area)
                        select institution_id, building_id, id, '101', 'OFFICE', 9 from f where number = 1 returning id
                        """).query(UUID.class).single();
    }

    private static void untilSomebodyWaits() throws InterruptedException {
        for (var i = 0; i < 400; i++) {
            if (OWNER.sql("select count(*) from pg_locks where not granted")
                            .query(Long.class)
                            .single()
                    > 0) {
                return;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("Nobody waits for whoever came first");
    }
}
