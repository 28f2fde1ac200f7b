package org.yiti.demonstration;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.yiti.demonstration.Organization.Establishment;

/** What the building standard allows an institution, worked out a second time from premises-standard.txt. */
final class Standard {
    private final City city;
    private final Limits limits = new Limits();
    private final Map<String, Double> numbers = new HashMap<>();

    Standard(City city) {
        this.city = city;
        Lines.of("premises-standard.txt").forEach(line -> numbers.put(line[0], Double.valueOf(line[1])));
    }

    double number(String name) {
        return Objects.requireNonNull(numbers.get(name), name);
    }

    /** m² of service rooms; for institutions of a city with no more posts than the first point of the line. */
    double service(String institution) {
        return number("service per post") * city.organization.headcountOf(institution);
    }

    double buildingArea(String institution, boolean highRise) {
        int posts = city.organization.headcountOf(institution);
        double offices = city.organization
                .establishments
                .where(e -> e.institutionCode().equals(institution))
                .mapToDouble((Establishment e) -> e.headcount() * limits.of(e.rank()))
                .sum();
        double spaces = city.fleet
                .quotas
                .where(q -> q.institutionCode().equals(institution))
                .mapToInt(Fleet.VehicleQuota::quota)
                .sum();
        double first = number("canteen first posts");
        double annex = Math.min(posts, first) * number("canteen per post")
                + Math.max(posts - first, 0) * number("canteen per post beyond")
                + spaces * number("garage per vehicle");
        double factor = number(highRise ? "usable share high-rise" : "usable share");
        return (offices + service(institution)) * (1 + number("equipment share")) / factor + annex;
    }
}
