package org.yiti.demonstration;

/** How large a world: one city to look at, eight or a province of forty-two to measure with. */
public enum Scale {
    CITY(1, 1.0, 365),
    /** A year of hours of twelve thousand meters would be 110 million rows; two months hold every whole month a rule looks at. */
    PROVINCE(42, 2.1, 62),
    /** A fifth of a province, which is loaded in ten minutes. */
    REGION(8, 2.1, 62);

    final int cities;
    final double staffing;
    final int readingDays;

    Scale(int cities, double staffing, int readingDays) {
        this.cities = cities;
        this.staffing = staffing;
        this.readingDays = readingDays;
    }
}
