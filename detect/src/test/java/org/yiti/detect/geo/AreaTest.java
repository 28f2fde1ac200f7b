package org.yiti.detect.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;

class AreaTest {

    private static final Line SQUARE = ring(30, 120, 30, 120.02, 30.02, 120.02, 30.02, 120);
    private static final Line HOLE = ring(30.005, 120.005, 30.005, 120.015, 30.015, 120.015, 30.015, 120.005);

    private static Line ring(double... corners) {
        var latitudes = new double[corners.length / 2];
        var longitudes = new double[corners.length / 2];
        for (var i = 0; i < latitudes.length; i++) {
            latitudes[i] = corners[2 * i];
            longitudes[i] = corners[2 * i + 1];
        }
        return new Line(latitudes, longitudes);
    }

    @Test
    void whatIsInAHoleIsOutside() {
        var area = new Polygon(List.of(SQUARE, HOLE));
        assertThat(area.depth(30.0025, 120.01)).isCloseTo(278, within(1.0));
        assertThat(area.depth(30.01, 120.01)).isNegative();
        assertThat(area.depth(29.999, 120.01)).isCloseTo(-111.2, within(0.5));
        assertThat(area.depth(31, 120.01)).isLessThan(-1_000);
    }

    @Test
    void aPlaceOnAnEdgeSharedByTwoAreasIsInExactlyOne() {
        var left = new Polygon(List.of(SQUARE));
        var right = new Polygon(List.of(ring(30, 120.02, 30, 120.04, 30.02, 120.04, 30.02, 120.02)));
        var leftLine = SQUARE.closed();
        var rightLine =
                ring(30, 120.02, 30, 120.04, 30.02, 120.04, 30.02, 120.02).closed();
        assertThat(leftLine.around(30.01, 120.02)).isNotEqualTo(rightLine.around(30.01, 120.02));
        assertThat(left.depth(30.01, 120.02)).isCloseTo(0, within(1e-6));
        assertThat(right.depth(30.01, 120.02)).isCloseTo(0, within(1e-6));
    }

    @Test
    void cornersToldTwiceAndInnerCornersDoNotMatter() {
        var bent =
                new Polygon(List.of(ring(30, 120, 30, 120.02, 30, 120.02, 30.01, 120.01, 30.02, 120.02, 30.02, 120)));
        assertThat(bent.depth(30.01, 120.005)).isPositive();
        assertThat(bent.depth(30.01, 120.015)).isNegative();
    }

    @Test
    void acrossThe180thMeridianItIsTheSame() {
        var area = new Polygon(List.of(ring(10, 179.99, 10, -179.99, 10.02, -179.99, 10.02, 179.99)));
        assertThat(area.depth(10.01, 179.995)).isPositive();
        assertThat(area.depth(10.01, -179.995)).isPositive();
        assertThat(area.depth(10.01, 179.98)).isNegative();
        assertThat(area.crossed(10.01, 179.98, 10.01, 179.995)).isTrue();
    }

    @Test
    void aWayThroughAThinAreaTouchesItThoughBothItsEndsAreOutside() {
        var thin = new Polygon(List.of(ring(30, 120, 30, 120.0001, 30.02, 120.0001, 30.02, 120)));
        assertThat(thin.crossed(30.01, 119.99, 30.01, 120.01)).isTrue();
        assertThat(thin.crossed(30.03, 119.99, 30.03, 120.01)).isFalse();
        var circle = new Circle(30, 120, 1);
        assertThat(circle.crossed(30, 119.99, 30, 120.01)).isTrue();
        assertThat(circle.crossed(30.001, 119.99, 30.001, 120.01)).isFalse();
        assertThat(circle.depth(30, 120)).isEqualTo(1);
    }

    /** The reference is of a sphere with the radius of the equator. */
    @Test
    void distancesAreThoseOfTheSphere() {
        assertThat(Earth.metres(31.17530398364597, 121.531541859215, 39.91334545536069, 116.38404722455657))
                .isCloseTo(1_078_164, withinPercentage(0.12));
        assertThat(Earth.metres(30, 120, 30.09, 120.09))
                .isCloseTo(
                        Earth.metres(30, 120, 30.045, 120.045) + Earth.metres(30.045, 120.045, 30.09, 120.09),
                        within(0.5));
    }
}
