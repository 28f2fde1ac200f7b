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

/**
 * Which rules are to judge whom anew. Asking twice before it is done is asking once; asking while it is being done is
 * asking again. What is taken stays in the table until it is judged, so that whoever goes on for a killed server finds
 * it.
 */
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
            // In one order, whoever asks: two who ask for the same would wait for each other otherwise.
            institutions.stream().sorted().forEach(id -> rows.add(new Object[] {ruleId, id}));
        }
        jdbc.batchUpdate(
                "insert into supervision.pending_judgement (rule_id, institution_id) values (?, ?::uuid)"
                        + " on conflict on constraint judgement_is_pending_once do update set taken_by = null"
                        + " where pending_judgement.taken_by is not null",
                rows);
    }

    /**
     * Takes all that is due by one rule, but for what somebody else takes or asks for at this moment: it waits for nobody,
     * since two who hold parts of the same rule would wait for each other.
     *
     * @param by whose it is then; who takes again under the same name gets what it had not done
     */
    @Transactional
    Optional<Due> take(UUID by) {
        var rows = jdbc.query(
                """
                with first as (select rule_id
                                 from supervision.pending_judgement
                                where taken_by is null or taken_by = ?
                                limit 1
                                  for update skip locked),
                     free as (select p.rule_id, p.institution_id
                                from supervision.pending_judgement p
                               where p.rule_id = (select rule_id from first) and (p.taken_by is null or p.taken_by = ?)
                                 for update skip locked)
                update supervision.pending_judgement p
                   set taken_by = ?
                  from free
                 where p.rule_id = free.rule_id and p.institution_id is not distinct from free.institution_id
                returning p.rule_id, p.institution_id
                """, (row, n) -> new Due(row.getString(1), institution(row.getObject(2, UUID.class))), by, by, by);
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

    /** It is judged; what was asked for meanwhile stays. */
    void done(UUID by, String ruleId) {
        jdbc.update("delete from supervision.pending_judgement where rule_id = ? and taken_by = ?", ruleId, by);
    }

    private static @Nullable Set<UUID> institution(@Nullable UUID id) {
        return id == null ? null : Set.of(id);
    }
}
