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

    @BeforeEach
    void aRoomOfTheSchoolIsChanged() {
        var rulebook = LoadedRulebook.into(DATABASE, LAW, Clock.systemUTC());
        var later = new JudgingJobs(null, Clock.systemUTC()) {
            @Override
            void judgePending() {}
        };
        new JudgeOnChange(rulebook, pending, later, LAW, null).on(new LedgerChanged("premises.room", Set.of(SCHOOL)));
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
}
