package org.yiti.supervision.campaigns.visits;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.safeguard.Act;
import org.yiti.supervision.SupervisionRefusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Visits and what was answered there, in the database. A unit sees its own once it is made, not before. */
@Component
public class Visits {

    /**
     * What holds of an item now.
     *
     * @param inLedgers a finding of the ledgers that stood when the visit was finished
     */
    record Answer(
            String item,
            int n,
            UUID key,
            String result,
            @Nullable BigDecimal number,
            @Nullable String text,
            @Nullable String note,
            List<UUID> photos,
            String saidBy,
            BigDecimal weight,
            @Nullable UUID inLedgers) {}

    private final JdbcClient database;
    private final Scope scope;
    private final JsonMapper json;

    Visits(JdbcClient database, Scope scope, JsonMapper json) {
        this.database = database;
        this.scope = scope;
        this.json = json;
    }

    public Visit get(UUID id) {
        return find(id, "");
    }

    /** For whoever makes it: somebody else's is refused, and what is over. */
    Visit lockToMake(UUID id) {
        var visit = lock(id);
        if (!visit.inspector().equals(scope.account().account())) {
            throw new Refused(SupervisionRefusal.VISIT_OF_ANOTHER);
        }
        return visit;
    }

    Visit lock(UUID id) {
        var visit = find(id, " for update");
        scope.require(Permission.VERIFY, visit.institutionId());
        return visit;
    }

    private Visit find(UUID id, String lock) {
        return database.sql("select * from supervision.visit where id = :id" + lock)
                .param("id", id)
                .query(this::read)
                .optional()
                .filter(this::isSeen)
                .orElseThrow(() -> new Refused(SupervisionRefusal.VISIT_NOT_FOUND));
    }

    private boolean isSeen(Visit visit) {
        return scope.contains(Permission.VERIFY, visit.institutionId())
                || (visit.state().equals("DONE") && scope.contains(visit.institutionId()));
    }

    private Visit read(ResultSet row, int n) throws SQLException {
        return new Visit(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("campaign_id", UUID.class),
                row.getObject("institution_id", UUID.class),
                row.getString("inspector"),
                row.getString("state"),
                limits(row.getString("limits")));
    }

    Map<String, Visit.Limit> limits(String text) {
        return json.readValue(text, new TypeReference<Map<String, Visit.Limit>>() {});
    }

    List<Answer> answers(UUID visit) {
        return database.sql(
                        "select * from supervision.visit_answer where visit_id = :id and not replaced order by item")
                .param("id", visit)
                .query(Visits::answer)
                .list();
    }

    private static Answer answer(ResultSet row, int n) throws SQLException {
        return new Answer(
                row.getString("item"),
                row.getInt("n"),
                row.getObject("key", UUID.class),
                row.getString("result"),
                row.getBigDecimal("number"),
                row.getString("text"),
                row.getString("note"),
                List.of((UUID[]) row.getArray("photos").getArray()),
                row.getString("said_by"),
                row.getBigDecimal("weight"),
                row.getObject("in_ledgers", UUID.class));
    }

    static Act act(String what, Visit visit) {
        return Act.of(what, "supervision.visit", visit.id()).in(visit.institutionId());
    }
}
