package org.yiti.premises.stackplan;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Refused;
import org.yiti.premises.PremisesRefusal;
import org.yiti.premises.stackplan.StackPlanQueries.Building;
import org.yiti.premises.stackplan.StackPlanQueries.Named;

/** A building as it was on a day. */
@Component
class BuildingOnDay {

    private final JdbcClient database;

    BuildingOnDay(JdbcClient database) {
        this.database = database;
    }

    /** Whose it is, not whose it was: who gave it away looks into it no longer. */
    UUID holder(UUID building) {
        return database.sql("select institution_id from premises.building where id = :id")
                .param("id", building)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Refused(PremisesRefusal.BUILDING_NOT_FOUND));
    }

    /** What is not known of the day is as it is now. */
    Building on(UUID building, LocalDate day) {
        return database.sql("""
                        select coalesce(s.name, b.name) as name, b.code, coalesce(s.building_area, b.building_area) as building_area,
                               case when s.building_id is null then b.usable_area else s.usable_area end as usable_area,
                               coalesce(s.storeys, b.storeys) as storeys, b.storeys_below, i.id as institution_id, i.name as institution_name
                          from premises.building b
                          left join facts.building_state s on s.building_id = b.id and s.valid @> :day::date
                          join organization.institution i on i.id = coalesce(s.institution_id, b.institution_id)
                         where b.id = :id
                        """)
                .param("id", building)
                .param("day", day)
                .query((row, n) -> new Building(
                        building,
                        row.getString("name"),
                        row.getString("code"),
                        row.getBigDecimal("building_area"),
                        row.getBigDecimal("usable_area"),
                        row.getInt("storeys"),
                        row.getInt("storeys_below"),
                        new Named(row.getObject("institution_id", UUID.class), row.getString("institution_name"))))
                .optional()
                .orElseThrow(() -> new Refused(PremisesRefusal.BUILDING_NOT_FOUND));
    }
}
