package org.yiti.supervision.campaigns.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;
import tools.jackson.databind.json.JsonMapper;

/** Campaigns in the database; only who verifies findings in the part of the tree sees one, or units would know when to tidy up. */
@Component
public class Campaigns {

    private final JdbcClient database;
    private final Scope scope;
    private final JsonMapper json;
    private final Audit audit;

    Campaigns(JdbcClient database, Scope scope, JsonMapper json, Audit audit) {
        this.database = database;
        this.scope = scope;
        this.json = json;
        this.audit = audit;
    }

    /** Refuses a campaign outside of the scope as if it did not exist. */
    public Campaign get(UUID id) {
        return find(id, "");
    }

    /** To be changed by nobody else meanwhile. */
    public Campaign lock(UUID id, int version) {
        var campaign = find(id, " for update");
        if (campaign.version() != version) {
            throw new Refused(SupervisionRefusal.CAMPAIGN_STALE, Map.of("version", campaign.version()));
        }
        if (campaign.isFinished()) {
            throw new Refused(SupervisionRefusal.CAMPAIGN_OVER);
        }
        return campaign;
    }

    private Campaign find(UUID id, String lock) {
        var campaign = database.sql("select * from supervision.campaign where id = :id" + lock)
                .param("id", id)
                .query(this::read)
                .optional()
                .filter(found -> scope.contains(found.institutionId()))
                .orElseThrow(() -> new Refused(SupervisionRefusal.CAMPAIGN_NOT_FOUND));
        scope.require(Permission.VERIFY, campaign.institutionId());
        return campaign;
    }

    private Campaign read(ResultSet row, int n) throws SQLException {
        return new Campaign(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                row.getString("title"),
                row.getObject("institution_id", UUID.class),
                items(row.getString("items")),
                List.of((String[]) row.getArray("kinds").getArray()),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("wanted"),
                List.of((String[]) row.getArray("inspectors").getArray()),
                row.getString("state"));
    }

    List<Checklist.Item> items(String text) {
        return List.of(json.readValue(text, Checklist.Item[].class));
    }

    public String text(List<Checklist.Item> items) {
        return json.writeValueAsString(items);
    }

    /** An act on it, for the audit log. */
    public void tell(Act act, UUID institution) {
        audit.record(act.in(institution));
    }

    public static Act act(String what, UUID id) {
        return Act.of(what, "supervision.campaign", id);
    }
}
