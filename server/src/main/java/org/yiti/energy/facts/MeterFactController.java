package org.yiti.energy.facts;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.energy.EnergyRefusal;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Needs(Permission.READ)
@RequestMapping("/api/energy/meters")
class MeterFactController {

    /** @param end the last hour that is part of it */
    record Told(
            String kind,
            String about,
            OffsetDateTime start,
            OffsetDateTime end,
            boolean settled,
            Map<String, Object> figures) {}

    /** @param more only the latest are told */
    record Facts(List<Told> facts, boolean more) {}

    private static final int MOST = 500;
    private static final TypeReference<Map<String, Object>> FIGURES = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;
    private final Scope scope;

    MeterFactController(JdbcClient database, JsonMapper json, Scope scope) {
        this.database = database;
        this.json = json;
        this.scope = scope;
    }

    /**
     * What is unusual in a meter's hours: gaps, standstill, nights above the usual, levels, days unlike others. The latest
     * first.
     *
     * @param to the last day, included
     */
    @GetMapping("/{id}/facts")
    @Transactional(readOnly = true)
    public Facts facts(@PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        database.sql("select institution_id from energy.meter where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .filter(scope::contains)
                .orElseThrow(() -> new Refused(EnergyRefusal.METER_NOT_FOUND));
        var facts = database.sql("""
                        select kind, about, started_at, ended_at, settled, figures::text from energy.meter_fact
                         where meter_id = :id and started_at < (:to::date + 1)::timestamp at time zone 'Asia/Shanghai'
                           and ended_at >= :from::date::timestamp at time zone 'Asia/Shanghai'
                         order by started_at desc, kind, about limit :most
                        """)
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .param("most", MOST + 1)
                .query((row, n) -> new Told(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant().atOffset(MeterKit.ZONE),
                        row.getTimestamp(4).toInstant().atOffset(MeterKit.ZONE),
                        row.getBoolean(5),
                        json.readValue(row.getString(6), FIGURES)))
                .list();
        return new Facts(facts.subList(0, Math.min(MOST, facts.size())), facts.size() > MOST);
    }
}
