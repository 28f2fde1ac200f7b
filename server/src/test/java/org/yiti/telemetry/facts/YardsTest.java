package org.yiti.telemetry.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;

/** How far outside a fence a place is. */
class YardsTest {

    private static final double LON = 113.2;
    private static final double LAT = 30.1;

    private final JdbcClient database = TestDatabase.fresh().jdbc();

    private int outside(@Nullable Integer radius, @Nullable String boundary, double lon, double lat) {
        return database.sql("""
                        select telemetry.metres_outside(row(null, 1, null, 'y', 'YARD', false, :x::numeric, :y::numeric, :radius::integer,
                               :boundary::text, null, null)::telemetry.fence, :lon, :lat)
                        """)
                .param("x", radius == null ? null : LON)
                .param("y", radius == null ? null : LAT)
                .param("radius", radius)
                .param("boundary", boundary)
                .param("lon", BigDecimal.valueOf(lon))
                .param("lat", BigDecimal.valueOf(lat))
                .query(Integer.class)
                .single();
    }

    @Test
    void withinACircleItIsNoneAndOutsideItIsFromItsEdge() {
        assertThat(outside(150, null, LON, LAT)).isZero();
        assertThat(outside(150, null, LON, LAT + 0.001)).isZero();
        // 0.01° of latitude are 1112 m.
        assertThat(outside(150, null, LON, LAT + 0.01)).isBetween(961, 963);
    }

    @Test
    void withinAnOutlineItIsNoneAndOutsideItIsFromItsNearestSide() {
        var outline = "113.19 30.09; 113.21 30.09;113.21 30.11; 113.19  30.11";

        assertThat(outside(null, outline, LON, LAT)).isZero();
        assertThat(outside(null, outline, LON, 30.12)).isBetween(1111, 1113);
        // 0.01° of longitude at 30.1° are 962 m.
        assertThat(outside(null, outline, 113.22, LAT)).isBetween(961, 963);
    }

    @Test
    void aNotchOfAnOutlineIsOutside() {
        var notched = "113.19 30.09; 113.21 30.09; 113.21 30.11; 113.20 30.10; 113.19 30.11";

        assertThat(outside(null, notched, LON, 30.108)).isPositive();
        assertThat(outside(null, notched, LON, 30.092)).isZero();
    }
}
