package org.yiti.supervision.campaigns.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.supervision.campaigns.plan.Shown;

/** Visits, one line each. */
@Component
public class VisitLines {

    private static final String LINES = """
            select v.*, i.name as institution_name, coalesce(p.name, v.inspector) as inspector_name,
                   a.answered, a.failed
              from supervision.visit v
              join organization.institution i on i.id = v.institution_id
              left join identity.account p on p.account = v.inspector
             cross join lateral (select count(*) as answered, count(*) filter (where result = 'FAIL') as failed
                                   from supervision.visit_answer where visit_id = v.id and not replaced) a
            """;

    private final JdbcClient database;
    private final Masking masking;

    VisitLines(JdbcClient database, Masking masking) {
        this.database = database;
        this.masking = masking;
    }

    public List<VisitView.Line> of(String where, UUID id) {
        return database.sql(LINES + " where " + where)
                .param("id", id)
                .query((row, n) -> line(row))
                .list();
    }

    private VisitView.Line line(ResultSet row) throws SQLException {
        if (row.getString("note") != null) {
            masking.told(new Place(
                    "supervision.visit",
                    row.getObject("id", UUID.class),
                    row.getObject("institution_id", UUID.class),
                    "note"));
        }
        return new VisitView.Line(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                new Shown.Institution(row.getObject("institution_id", UUID.class), row.getString("institution_name")),
                Shown.kind(row.getString("stratum")),
                row.getString("campaign_number"),
                row.getString("campaign_title"),
                row.getObject("due_on", LocalDate.class),
                new Shown.Person(row.getString("inspector"), row.getString("inspector_name")),
                row.getString("state"),
                row.getInt("answered"),
                row.getInt("failed"),
                Shown.moment(row, "done_at"),
                row.getBigDecimal("score"),
                row.getString("note"));
    }
}
