package org.yiti.supervision.findings;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was seen on the spot and what a rule found in the ledgers of such a thing point to one another, each a finding of
 * its own; and what was seen points to the visit, where its photographs lie.
 */
@Component
class RelatedFindings {

    private static final String RELATED = """
            with seen as not materialized (
                select v.id as visit, v.campaign_number, a.photos, o.id, o.number, a.in_ledgers
                  from supervision.visit v
                  join supervision.visit_answer a on a.visit_id = v.id and a.result = 'FAIL' and not a.replaced
                  join supervision.finding o on o.rule_id = 'supervision.found-on-site' and o.subject_id = v.institution_id
                                            and o.episode = v.campaign_number || ' ' || a.item
                 where v.state = 'DONE')
            select 'VISIT' as what, visit as id, campaign_number as number, photos from seen where id = :id
            union all
            select 'LEDGERS', l.id, l.number, '{}' from seen s join supervision.finding l on l.id = s.in_ledgers where s.id = :id
            union all
            select 'ON_SITE', s.id, s.number, '{}' from seen s where s.in_ledgers = :id
            order by what, number
            """;

    private final JdbcClient database;

    RelatedFindings(JdbcClient database) {
        this.database = database;
    }

    List<FindingView.Related> of(UUID finding) {
        return database.sql(RELATED)
                .param("id", finding)
                .query((row, n) -> new FindingView.Related(
                        row.getString("what"), row.getObject("id", UUID.class), row.getString("number"), List.of((UUID
                                        [])
                                row.getArray("photos").getArray())))
                .list();
    }
}
