package org.yiti.supervision.suspicion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Sight;
import org.yiti.supervision.suspicion.SuspicionView.Contribution;
import org.yiti.supervision.suspicion.SuspicionView.Finding;
import org.yiti.supervision.suspicion.SuspicionView.Institution;
import org.yiti.supervision.suspicion.SuspicionView.Item;
import org.yiti.supervision.suspicion.SuspicionView.Ranking;
import org.yiti.supervision.suspicion.SuspicionView.Vehicle;
import tools.jackson.databind.json.JsonMapper;

/** Who stands out, most first, and why. */
@Component
class SuspicionQueries {

    private static final int MOST = 500;

    private final JdbcClient database;
    private final Scope scope;
    private final Masking masking;
    private final SeenTitles titles;
    private final Shelf shelf;
    private final JsonMapper json;

    SuspicionQueries(
            JdbcClient database, Scope scope, Masking masking, SeenTitles titles, Shelf shelf, JsonMapper json) {
        this.database = database;
        this.scope = scope;
        this.masking = masking;
        this.titles = titles;
        this.shelf = shelf;
        this.json = json;
    }

    /**
     * @param model only whom this model has something against
     * @param subject only this one
     * @param finding only those against whom it speaks
     */
    record Wanted(
            String kind,
            @Nullable UUID institution,
            @Nullable String model,
            @Nullable UUID subject,
            @Nullable UUID finding) {}

    private record Done(LocalDate asOf, OffsetDateTime finishedAt, int ms) {}

    private record OfModel(String model, java.math.BigDecimal score, int records) {}

    private record OfEvidence(String evidence, java.math.BigDecimal p, int records) {}

    @Transactional(readOnly = true)
    public Ranking ranking(Wanted wanted, int limit) {
        var done = database.sql("select as_of, finished_at, ms from supervision.scoring where made = 'suspicion'")
                .query(Done.class)
                .optional();
        var sight = masking.sight();
        var items = asked(
                        "select s.*, i.name as institution_name",
                        wanted,
                        " order by s.score desc, s.title, s.subject_id limit " + Math.min(MOST, limit))
                .query((row, n) -> item(row, sight))
                .list();
        return new Ranking(
                done.map(Done::asOf).orElse(null),
                done.map(one -> one.finishedAt().withOffsetSameInstant(ZoneOffset.ofHours(8)))
                        .orElse(null),
                done.map(Done::ms).orElse(null),
                items,
                asked("select count(*)", wanted, "").query(Long.class).single());
    }

    private JdbcClient.StatementSpec asked(String select, Wanted wanted, String order) {
        var within = wanted.institution() == null ? scope.institutions() : scope.subtree(wanted.institution());
        return database.sql(select + """
                         from supervision.suspicion s
                         join organization.institution i on i.id = s.institution_id
                        where s.kind = :kind and (:all or s.institution_id = any (:within))
                          and (:subject::uuid is null or s.subject_id = :subject)
                          and (:model::text is null or s.by_model @> jsonb_build_array(jsonb_build_object('model', :model::text)))
                          and (:finding::uuid is null or exists (
                               select from supervision.contribution c
                                where c.finding_id = :finding and s.subject_id in (c.vehicle_id, c.driver_id, c.institution_id)))
                        """ + order)
                .param("kind", wanted.kind())
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new))
                .param("subject", wanted.subject())
                .param("model", wanted.model())
                .param("finding", wanted.finding());
    }

    /** Everything that speaks against one, newest first. */
    @Transactional(readOnly = true)
    public List<Contribution> contributions(String kind, UUID subject) {
        var within = scope.institutions();
        var sight = masking.sight();
        return database.sql("""
                        select c.*, v.plate, f.number, r.title_zh, r.title_en,
                               row_number() over (partition by c.vehicle_id, c.record order by c.weight desc, c.id) = 1 as counts
                          from supervision.contribution c
                          join fleet.vehicle v on v.id = c.vehicle_id
                          left join supervision.finding f on f.id = c.finding_id
                          left join supervision.rule r on r.id = f.rule_id
                         where (:all or c.institution_id = any (:within))
                           and case :kind when 'vehicle' then c.vehicle_id when 'driver' then c.driver_id else c.institution_id end = :subject
                         order by c.seen_on desc, c.vehicle_id, c.record, c.weight desc, c.id
                         limit 500
                        """)
                .param("all", within == null)
                .param("within", within == null ? new UUID[0] : within.toArray(UUID[]::new))
                .param("kind", kind)
                .param("subject", subject)
                .query((row, n) -> contribution(row, sight))
                .list();
    }

    private Contribution contribution(ResultSet row, Sight sight) throws SQLException {
        var model = row.getString("model");
        var signal = row.getString("signal");
        var vehicle = row.getObject("vehicle_id", UUID.class);
        var finding = row.getObject("finding_id", UUID.class);
        var told = row.getString("told_zh");
        return new Contribution(
                model,
                Shelf.signal(signal),
                Shelf.evidence(row.getString("evidence")),
                new Vehicle(
                        vehicle,
                        titles.seen(
                                sight,
                                "vehicle",
                                vehicle,
                                row.getObject("institution_id", UUID.class),
                                row.getString("plate"))),
                row.getString("record"),
                row.getObject("seen_on", LocalDate.class),
                row.getBigDecimal("weight"),
                row.getBoolean("counts"),
                finding == null || row.getString("number") == null
                        ? null
                        : new Finding(
                                finding,
                                row.getString("number"),
                                new Label(row.getString("title_zh"), row.getString("title_en"))),
                told == null ? null : new Label(told, row.getString("told_en")),
                shelf.innocent(model, signal));
    }

    private Item item(ResultSet row, Sight sight) throws SQLException {
        var kind = row.getString("kind");
        var subject = row.getObject("subject_id", UUID.class);
        var institution = row.getObject("institution_id", UUID.class);
        return new Item(
                kind,
                subject,
                titles.seen(sight, kind, subject, institution, row.getString("title")),
                new Institution(institution, row.getString("institution_name")),
                row.getBigDecimal("score"),
                row.getInt("records"),
                row.getInt("vehicles"),
                List.of(json.readValue(row.getString("by_model"), OfModel[].class)).stream()
                        .map(one -> new SuspicionView.OfModel(
                                one.model(), shelf.title(one.model()), one.score(), one.records()))
                        .toList(),
                List.of(json.readValue(row.getString("by_evidence"), OfEvidence[].class)).stream()
                        .map(one -> new SuspicionView.OfEvidence(
                                one.evidence(), Shelf.evidence(one.evidence()), one.p(), one.records()))
                        .toList());
    }
}
