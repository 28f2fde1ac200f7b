package org.yiti.supervision.campaigns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Cursor;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.supervision.campaigns.draw.DrawQueries;
import org.yiti.supervision.campaigns.plan.Campaigns;
import org.yiti.supervision.campaigns.plan.Shown;
import org.yiti.supervision.campaigns.visits.VisitLines;

/** Campaigns, how they were drawn, and the visits in them. */
@Component
class CampaignQueries {

    private static final String SELECT = """
            select c.*, i.name as institution_name, v.visits, v.done, v.failed, v.mean
              from supervision.campaign c
              join organization.institution i on i.id = c.institution_id
             cross join lateral (
                 select count(*) as visits, count(*) filter (where state = 'DONE') as done, round(avg(score), 1) as mean,
                        (select count(*) from supervision.visit_answer a join supervision.visit w on w.id = a.visit_id
                          where w.campaign_id = c.id and w.state = 'DONE' and a.result = 'FAIL' and not a.replaced) as failed
                   from supervision.visit where campaign_id = c.id and state <> 'DROPPED') v
            """;

    private record After(LocalDate plannedOn, UUID id) {}

    private final JdbcClient database;
    private final Scope scope;
    private final Campaigns campaigns;
    private final Masking masking;
    private final DrawQueries draws;
    private final VisitLines lines;

    CampaignQueries(
            JdbcClient database,
            Scope scope,
            Campaigns campaigns,
            Masking masking,
            DrawQueries draws,
            VisitLines lines) {
        this.draws = draws;
        this.lines = lines;
        this.database = database;
        this.scope = scope;
        this.campaigns = campaigns;
        this.masking = masking;
    }

    @Transactional(readOnly = true)
    public CampaignView.Page page(@Nullable UUID institution, @Nullable String after, int limit) {
        var within = institution == null
                ? scope.institutions(Permission.VERIFY)
                : scope.subtree(Permission.VERIFY, institution);
        var place = after == null
                ? null
                : Cursor.read(
                        after, 2, parts -> new After(LocalDate.parse(parts.get(0)), UUID.fromString(parts.get(1))));
        var found = database.sql(SELECT + """
                         where (:all or c.institution_id = any (:within)) and (:first or (c.planned_on, c.id) < (:day, :id))
                         order by c.planned_on desc, c.id desc limit :limit
                        """)
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new))
                .param("first", place == null)
                .param("day", place == null ? LocalDate.EPOCH : place.plannedOn())
                .param("id", place == null ? new UUID(0, 0) : place.id())
                .param("limit", limit + 1)
                .query((row, n) -> new Found(item(row), row.getObject("planned_on", LocalDate.class)))
                .list();
        var last = found.size() > limit ? found.get(limit - 1) : null;
        return new CampaignView.Page(
                found.stream().limit(limit).map(Found::item).toList(),
                last == null ? null : Cursor.of(last.plannedOn(), last.item().id()),
                count(within));
    }

    private long count(@Nullable Set<UUID> within) {
        return database.sql(
                        "select count(*) from supervision.campaign c where :all or c.institution_id = any (:within)")
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private record Found(CampaignView.Item item, LocalDate plannedOn) {}

    @Transactional(readOnly = true)
    public CampaignView.Whole get(UUID id) {
        var campaign = campaigns.get(id);
        var visits = lines.of(
                "v.campaign_id = :id order by array_position(array['OPEN', 'DONE', 'DROPPED'], v.state), a.failed desc, v.draw desc, i.name, v.id",
                id);
        return database.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query((row, n) -> {
                    if (row.getString("conclusion") != null) {
                        masking.told(new Place("supervision.campaign", id, campaign.institutionId(), "conclusion"));
                    }
                    return new CampaignView.Whole(
                            item(row),
                            row.getString("purpose"),
                            row.getString("basis"),
                            campaign.kinds().stream().map(Shown::kind).toList(),
                            people(campaign.inspectors()),
                            campaign.items(),
                            draws.of(id),
                            visits,
                            row.getString("conclusion"),
                            Shown.moment(row, "finished_at"),
                            row.getString("finished_by") == null
                                    ? null
                                    : people(List.of(row.getString("finished_by")))
                                            .get(0),
                            row.getString("digest"));
                })
                .single();
    }

    private static CampaignView.Item item(ResultSet row) throws SQLException {
        return new CampaignView.Item(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                row.getString("title"),
                new Shown.Institution(row.getObject("institution_id", UUID.class), row.getString("institution_name")),
                row.getString("state"),
                row.getString("checklist"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("wanted"),
                row.getInt("visits"),
                row.getInt("done"),
                row.getInt("failed"),
                row.getBigDecimal("mean"));
    }

    private List<Shown.Person> people(List<String> accounts) {
        return database.sql("""
                        select told.account, coalesce(a.name, told.account) as name
                          from unnest(:accounts::text[]) told (account) left join identity.account a using (account)
                        """)
                .param("accounts", accounts.toArray(String[]::new))
                .query(Shown.Person.class)
                .list();
    }
}
