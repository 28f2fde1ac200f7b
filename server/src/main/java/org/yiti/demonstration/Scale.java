package org.yiti.demonstration;

/** How large a world: one city to look at, or a province of forty-two to measure with. */
public enum Scale {
    CITY(1, 1.0),
    PROVINCE(42, 2.1);

    final int cities;
    final double staffing;

    Scale(int cities, double staffing) {
        this.cities = cities;
        this.staffing = staffing;
    }
}
