package org.yiti.supervision.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.yiti.TestDatabase;
import org.yiti.law.book.LoadedLaw;
import org.yiti.supervision.judging.PendingJudgements.Due;
import org.yiti.supervision.rulebook.LoadedRulebook;

class PendingJudgementsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String RULE = "premises.office-area";
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID KILLED = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    static {
        LoadedRulebook.into(DATABASE, LoadedLaw.into(DATABASE), Clock.systemUTC());
    }

    private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE.dataSource());
    private final PendingJudgements pending = new PendingJudgements(jdbc);

    @BeforeEach
    void theSchoolIsToBeJudged() {
        jdbc.update("delete from supervision.pending_judgement");
        pending.add(RULE, Set.of(SCHOOL));
    }

    @Test
    void whatAKilledServerTookIsTakenAgainByWhoeverGoesOnForIt() {
        assertThat(pending.take(KILLED)).contains(new Due(RULE, Set.of(SCHOOL)));

        assertThat(pending.take(OTHER)).isEmpty();
        assertThat(pending.take(KILLED)).contains(new Due(RULE, Set.of(SCHOOL)));
        pending.done(KILLED, RULE);
        assertThat(pending.take(KILLED)).isEmpty();
    }

    @Test
    void whatChangesWhileItIsJudgedIsJudgedAgain() {
        pending.take(OTHER);
        pending.add(RULE, Set.of(SCHOOL));
        pending.done(OTHER, RULE);

        assertThat(pending.take(OTHER)).contains(new Due(RULE, Set.of(SCHOOL)));
    }

    @Test
    void changesOfOneLedgerThatComeInABurstAreOneJudgement() {
        var other = UUID.randomUUID();
        pending.add(RULE, Set.of(SCHOOL, other));
        assertThat(pending.take(OTHER)).contains(new Due(RULE, Set.of(SCHOOL, other)));
        pending.done(OTHER, RULE);

        pending.add(RULE, Set.of(SCHOOL));
        pending.add(RULE, null);
        pending.add(RULE, null);
        assertThat(pending.take(OTHER)).contains(new Due(RULE, null));
        pending.done(OTHER, RULE);
        assertThat(pending.take(OTHER)).isEmpty();
    }

    /** Two takers who each held a part of what is due by a rule used to wait for each other, second after second. */
    @Test
    void whatSomebodyElseIsTakingIsLeftToThemAndTheRestIsTakenAtOnce() throws SQLException {
        var other = UUID.randomUUID();
        pending.add(RULE, Set.of(other));
        try (var elsewhere = DATABASE.dataSource().getConnection();
                var lock = elsewhere.prepareStatement(
                        "select from supervision.pending_judgement where institution_id = ? for update")) {
            elsewhere.setAutoCommit(false);
            lock.setObject(1, SCHOOL);
            lock.execute();
            var hurried = new JdbcTemplate(
                    new SingleConnectionDataSource(DATABASE.dataSource().getConnection(), true));
            hurried.execute("set lock_timeout = '10s'");

            assertThat(new PendingJudgements(hurried).take(OTHER)).contains(new Due(RULE, Set.of(other)));
            assertThat(pending.take(KILLED)).isEmpty();
            elsewhere.rollback();
        }
        assertThat(pending.take(KILLED)).contains(new Due(RULE, Set.of(SCHOOL)));
    }
}
