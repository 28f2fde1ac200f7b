package org.yiti.supervision.judging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which rules are to judge whom anew. Asking twice before it is done is asking once. */
@Component
class PendingJudgements {

    /** Above this many institutions a rule judges all: its scans cost the same. */
    private static final int MOST_INSTITUTIONS = 200;

    /** @param institutions null for all */
    record Due(String ruleId, @Nullable Set<UUID> institutions) {}

    private final JdbcTemplate jdbc;

    PendingJudgements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(String ruleId, @Nullable Set<UUID> institutions) {
        var rows = new ArrayList<@Nullable Object[]>();
        if (institutions == null || institutions.size() > MOST_INSTITUTIONS) {
            rows.add(new @Nullable Object[] {ruleId, null});
        } else {
            institutions.forEach(id -> rows.add(new Object[] {ruleId, id}));
        }
        jdbc.batchUpdate(
                "insert into supervision.pending_judgement (rule_id, institution_id) values (?, ?::uuid) on conflict do nothing",
                rows);
    }

    /** Takes all that is due by one rule. */
    @Transactional
    Optional<Due> take() {
        var rows = jdbc.query("""
                delete from supervision.pending_judgement
                 where rule_id = (select rule_id from supervision.pending_judgement limit 1 for update skip locked)
                returning rule_id, institution_id
                """, (row, n) -> new Due(row.getString(1), institution(row.getObject(2, UUID.class))));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var ruleId = rows.get(0).ruleId();
        var all = new HashSet<UUID>();
        for (var row : rows) {
            if (row.institutions() == null) {
                return Optional.of(new Due(ruleId, null));
            }
            all.addAll(row.institutions());
        }
        return Optional.of(new Due(ruleId, all.size() > MOST_INSTITUTIONS ? null : all));
    }

    private static @Nullable Set<UUID> institution(@Nullable UUID id) {
        return id == null ? null : Set.of(id);
    }
}
