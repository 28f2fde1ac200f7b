package org.yiti.supervision.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.supervision.cases.file.CaseStep;
import org.yiti.supervision.cases.file.Stage;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a case, what was proposed, and what it was opened for. What people wrote tells of people: that it was read is told. */
@Component
class CaseHistory {

    /** What happens to a case besides the steps of people. */
    private static final Map<String, Label> TOLD = Map.of(
            "OPENED", new Label("立案", "Opened"),
            "MERGED", new Label("并入其他案件", "Other cases merged into it"),
            "MERGED_AWAY", new Label("并入他案", "Merged into another"),
            "SPLIT", new Label("分出案件", "A case split off"),
            "SPLIT_OFF", new Label("分案", "Split off"),
            "PROPOSED", new Label("系统建议销号", "Closing was proposed"),
            "PROPOSAL_ACCEPTED", new Label("采纳建议", "The proposal was followed"),
            "PROPOSAL_REJECTED", new Label("不采纳建议", "The proposal was not followed"),
            "REMINDED", new Label("到期提醒", "Called to mind"),
            "ESCALATED", new Label("逾期，报上级", "Late: the superior was told"));

    private final JdbcClient database;
    private final Masking masking;
    private final JsonMapper json;

    CaseHistory(JdbcClient database, Masking masking, JsonMapper json) {
        this.database = database;
        this.masking = masking;
        this.json = json;
    }

    List<CaseView.Event> events(CaseView.Item file) {
        return database.sql("""
                        select e.*, a.name as actor_name, b.name as assignee_name
                          from supervision.case_event e
                          left join identity.account a on a.account = e.actor
                          left join identity.account b on b.account = e.assignee
                         where e.case_id = :id order by e.id desc
                        """)
                .param("id", file.id())
                .query((row, n) -> event(row, file))
                .list();
    }

    private CaseView.Event event(ResultSet row, CaseView.Item file) throws SQLException {
        var from = row.getString("from_stage");
        var details = row.getString("details");
        return new CaseView.Event(
                CaseQueries.at(row, "at"),
                CaseQueries.person(row.getString("actor"), row.getString("actor_name")),
                row.getString("step"),
                stepName(row.getString("step")),
                from == null ? null : Stage.valueOf(from),
                Stage.valueOf(row.getString("to_stage")),
                told("supervision.case_event", file, row.getString("note")),
                row.getObject("due_on", LocalDate.class),
                CaseQueries.person(row.getString("assignee"), row.getString("assignee_name")),
                details == null
                        ? List.of()
                        : json.readValue(details, Details.class).others());
    }

    private record Details(
            @Nullable List<String> cases,
            @Nullable Integer findings,
            @Nullable UUID proposal) {

        List<String> others() {
            return cases == null ? List.of() : cases;
        }
    }

    private @Nullable String told(String table, CaseView.Item file, @Nullable String note) {
        if (note != null) {
            masking.told(new Place(table, file.id(), file.institution().id(), "note"));
        }
        return note;
    }

    static Label stepName(String step) {
        var told = TOLD.get(step);
        return told != null ? told : CaseStep.valueOf(step).label();
    }

    /** @param mayDecide whoever looks may decide what still waits */
    List<CaseView.Proposal> proposals(CaseView.Item file, boolean mayDecide) {
        return database.sql("""
                        select p.*, a.name as decider_name
                          from supervision.case_proposal p left join identity.account a on a.account = p.decided_by
                         where p.case_id = :id order by p.made_at desc, p.id
                        """)
                .param("id", file.id())
                .query((row, n) -> proposal(row, file, mayDecide))
                .list();
    }

    private CaseView.Proposal proposal(ResultSet row, CaseView.Item file, boolean mayDecide) throws SQLException {
        var gone = moment(row, "gone_at");
        var decided = moment(row, "decided_at");
        return new CaseView.Proposal(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                json.readValue(row.getString("reasons"), new TypeReference<Map<String, Integer>>() {}),
                CaseQueries.at(row, "made_at"),
                gone,
                decided,
                CaseQueries.person(row.getString("decided_by"), row.getString("decider_name")),
                (Boolean) row.getObject("accepted"),
                told("supervision.case_proposal", file, row.getString("note")),
                mayDecide && gone == null && decided == null);
    }

    private static @Nullable OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : CaseQueries.at(row, column);
    }

    List<CaseView.Suspicion> suspicions(UUID id) {
        return database.sql("""
                        select kind, subject_id as subject, score, records, as_of, jsonb_array_length(signs) as signs
                          from supervision.case_suspicion where case_id = :id order by score desc, subject_id
                        """).param("id", id).query(CaseView.Suspicion.class).list();
    }
}
