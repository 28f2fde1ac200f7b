package org.yiti.supervision.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yiti.TestDatabase;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.law.LawBook;
import org.yiti.law.book.LoadedLaw;
import org.yiti.supervision.rulebook.LoadedRulebook;

class JudgeOnChangeTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final LawBook LAW = LoadedLaw.into(DATABASE);
    private static final UUID SCHOOL = UUID.randomUUID();

    private final PendingJudgements pending = new PendingJudgements(new JdbcTemplate(DATABASE.dataSource()));
    private final Map<String, @Nullable Set<UUID>> due = new HashMap<>();

    private JudgeOnChange onChange() {
        var rulebook = LoadedRulebook.into(DATABASE, LAW, Clock.systemUTC());
        var later = new JudgingJobs(null, Clock.systemUTC()) {
            @Override
            void judgePending() {}
        };
        return new JudgeOnChange(rulebook, pending, later, LAW, null);
    }

    @BeforeEach
    void aRoomOfTheSchoolIsChanged() {
        onChange().on(new LedgerChanged("premises.room", Set.of(SCHOOL)));
        var judge = UUID.randomUUID();
        for (var one = pending.take(judge); one.isPresent(); one = pending.take(judge)) {
            due.put(one.get().ruleId(), one.get().institutions());
            pending.done(judge, one.get().ruleId());
        }
    }

    @Test
    void rulesThatWatchTheLedgerJudgeWhoeverChangedIt() {
        assertThat(due).containsEntry("premises.service-rooms", Set.of(SCHOOL));
        assertThat(due).doesNotContainKey("fleet.over-quota");
    }

    /** The second office stands at the school; the leader who has it belongs to the bureau. */
    @Test
    void aRuleThatJudgesAcrossInstitutionsIsJudgedWhole() {
        assertThat(due).containsKey("premises.second-office");
        assertThat(due.get("premises.second-office")).isNull();
    }

    /** Whoever is judging at that moment takes what is due next, and asked long ago which numbers are in force where. */
    @Test
    void aNewInstitutionIsNotDueBeforeTheLawHoldsInItsDivision() {
        var jdbc = DATABASE.jdbc();
        jdbc.sql("insert into organization.division (code, name, level) values ('339900', '新市', 'CITY')")
                .update();
        jdbc.sql("""
                        insert into organization.institution (code, name, kind, level, division_id)
                        select 'NEW-1', '新局', 'GOVERNMENT_ORGAN', 'CITY', id from organization.division where code = '339900'
                        """).update();

        onChange().on(new LedgerChanged("organization.institution", Set.of(UUID.randomUUID())));

        assertThat(jdbc.sql("select scope from law.division_scope where division = '339900'")
                        .query(String.class)
                        .list())
                .hasSize(1);
    }
}
