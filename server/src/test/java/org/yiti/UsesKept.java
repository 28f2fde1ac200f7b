package org.yiti;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Who uses what, as triggers keep it, held against the rows that say so. */
public final class UsesKept {

    /** What the triggers keep, counted anew. */
    public static final String COUNTED = """
            select thing as thing_id, institution_id, count(*) as times from (
                select institution_id, unnest(array[floor_id, building_id]) as thing from premises.room
                union all select o.institution_id, unnest(array[r.floor_id, r.building_id]) from premises.occupancy o join premises.room r on r.id = o.room_id
                union all select institution_id, building_id from premises.floor
                union all select institution_id, building_id from premises.lease
                union all select institution_id, building_id from premises.use_agreement
                union all select institution_id, building_id from premises.service_charge
                union all select institution_id, building_id from premises.project
                union all select institution_id, building_id from premises.idle_disposal
                union all select institution_id, building_id from premises.property_contract
                union all select institution_id, building_id from energy.consumption
                union all select institution_id, unnest(array[site_id, building_id, parent_id]) from energy.meter) named
             where thing is not null group by 1, 2
            """;

    private UsesKept() {}

    public static void areWhatTheRowsSay(JdbcClient database) {
        assertThat(database.sql("""
                                with counted as (%s), kept as (select thing_id, institution_id, times from organization.uses)
                                select 'kept ' || kept::text from (table kept except table counted) kept
                                union all select 'counted ' || counted::text from (table counted except table kept) counted
                                """.formatted(COUNTED)).query(String.class).list())
                .isEmpty();
    }
}
