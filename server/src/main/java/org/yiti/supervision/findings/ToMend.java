package org.yiti.supervision.findings;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.calendar.WorkCalendar;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A unit's own page: what it has to mend, why, how, by when, and whom to ask; the soonest due first. */
@Component
class ToMend {

    private static final int SHOWN = 100;

    record InCase(UUID id, String number) {}

    /**
     * @param clauses of the law, in its words
     * @param remedy what to do, with the numbers of this finding
     * @param workdaysLeft negative when it is late
     */
    record Line(
            FindingView.Item finding,
            List<?> clauses,
            String remedy,
            int workdaysLeft,
            @Nullable InCase inCase) {}

    /**
     * @param total open ones, those not shown included
     * @param late of these
     * @param reminders nothing is wrong yet
     */
    record Page(
            FindingView.Institution institution,
            LocalDate asOf,
            long total,
            long late,
            long reminders,
            List<Line> lines,
            List<WhomToAsk.Contact> contacts) {}

    private record Kept(
            Label remedy,
            String basis,
            String facts,
            String columns,
            @Nullable InCase inCase) {}

    private record Totals(String name, long open, long late, long reminders) {}

    private final JdbcClient database;
    private final FindingQueries findings;
    private final FindingEyes eyes;
    private final WhomToAsk whom;
    private final WorkCalendar calendar;
    private final Scope scope;
    private final JsonMapper json;

    ToMend(
            JdbcClient database,
            FindingQueries findings,
            FindingEyes eyes,
            WhomToAsk whom,
            WorkCalendar calendar,
            Scope scope,
            JsonMapper json) {
        this.database = database;
        this.findings = findings;
        this.eyes = eyes;
        this.whom = whom;
        this.calendar = calendar;
        this.scope = scope;
        this.json = json;
    }

    /** @param institution null for where whoever asks works */
    @Transactional(readOnly = true)
    public Page of(@Nullable UUID institution, Locale locale) {
        var unit = institution == null ? scope.account().institutionId() : institution;
        if (unit == null) {
            throw new Refused(SupervisionRefusal.UNIT_NOT_CHOSEN);
        }
        var within = scope.subtree(unit);
        var sight = eyes.own();
        var filter = new FindingFilter().within(within);
        filter.also("f.state not in ('CLOSED', 'DISMISSED', 'MENDED') and f.severity <> 'REMINDER'", Map.of());
        var items = findings.list(filter, "f.due_on, f.severity desc, f.id", SHOWN, locale, sight);
        var kept = kept(items.stream().map(FindingView.Item::id).toList());
        var totals = totals(unit, within);
        return new Page(
                new FindingView.Institution(unit, totals.name()),
                findings.today(),
                totals.open(),
                totals.late(),
                totals.reminders(),
                items.stream()
                        .map(item -> line(item, kept.get(item.id()), FindingEyes.Looking.at(sight, item), locale))
                        .toList(),
                whom.of(unit, within));
    }

    private Line line(FindingView.Item item, @Nullable Kept kept, FindingEyes.Looking looking, Locale locale) {
        if (kept == null) {
            throw new IllegalStateException("A finding went while it was read");
        }
        return new Line(
                item,
                json.readValue(kept.basis(), new TypeReference<List<Map<String, Object>>>() {}),
                FindingQueries.summary(
                        kept.remedy().in(locale),
                        eyes.facts(looking, json.readTree(kept.facts()), kept.columns()),
                        locale),
                calendar.workdaysLeft(findings.today(), item.dueOn()),
                kept.inCase());
    }

    private Map<UUID, Kept> kept(List<UUID> ids) {
        var all = new HashMap<UUID, Kept>();
        database.sql("""
                        select f.id, r.remedy_zh, r.remedy_en, r.basis, f.facts, r.evidence as columns, c.id as case_id, c.number as case_number
                          from supervision.finding f
                          join supervision.rule r on r.id = f.rule_id
                          left join supervision.case_finding m on m.finding_id = f.id and m.left_at is null
                          left join supervision.case_file c on c.id = m.case_id
                         where f.id = any (:ids)
                        """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            var inCase = row.getObject("case_id", UUID.class);
            all.put(
                    row.getObject("id", UUID.class),
                    new Kept(
                            new Label(row.getString("remedy_zh"), row.getString("remedy_en")),
                            row.getString("basis"),
                            row.getString("facts"),
                            row.getString("columns"),
                            inCase == null ? null : new InCase(inCase, row.getString("case_number"))));
        });
        return all;
    }

    private Totals totals(UUID unit, Set<UUID> within) {
        return database.sql("""
                        select i.name, count(f.id) filter (where f.severity <> 'REMINDER') as open,
                               count(f.id) filter (where f.severity <> 'REMINDER' and f.due_on < :today) as late,
                               count(f.id) filter (where f.severity = 'REMINDER') as reminders
                          from organization.institution i
                          left join supervision.finding f
                            on f.institution_id = any (:within) and f.state not in ('CLOSED', 'DISMISSED', 'MENDED')
                         where i.id = :unit group by i.name
                        """)
                .param("today", findings.today())
                .param("within", within.toArray(UUID[]::new))
                .param("unit", unit)
                .query(Totals.class)
                .single();
    }
}
