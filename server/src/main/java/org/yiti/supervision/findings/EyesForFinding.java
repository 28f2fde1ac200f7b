package org.yiti.supervision.findings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.eyes.SecondEyes;

/** Whether whoever asks may review, close and dismiss a finding, in the words of findings. */
@Component
class EyesForFinding {

    private final JdbcClient database;
    private final SecondEyes eyes;

    EyesForFinding(JdbcClient database, SecondEyes eyes) {
        this.database = database;
        this.eyes = eyes;
    }

    /** What was answered in its case was answered for it. */
    SecondEyes.@Nullable Objection objection(UUID finding, UUID institution) {
        var answeredBy =
                database.sql("""
                        select e.actor from supervision.finding_event e
                         where e.finding_id = :id and e.step in ('EXPLAIN', 'REPORT_RECTIFIED') and e.actor is not null
                        union
                        select unnest(c.answered_by) from supervision.case_finding m join supervision.case_file c on c.id = m.case_id
                         where m.finding_id = :id and m.left_at is null
                        """).param("id", finding).query(String.class).list();
        return eyes.objection(institution, answeredBy);
    }

    void require(UUID finding, UUID institution) {
        var objection = objection(finding, institution);
        if (objection != null) {
            throw new Refused(
                    switch (objection) {
                        case OWN_UNIT -> SupervisionRefusal.FINDING_OF_OWN_UNIT;
                        case OWN_ANSWER -> SupervisionRefusal.FINDING_ANSWERED_BY_ONESELF;
                    });
        }
    }
}
