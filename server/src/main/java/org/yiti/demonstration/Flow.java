package org.yiti.demonstration;

import java.time.LocalDate;

/** Hourly water or gas of one building, by how many people work there. */
final class Flow {
    private final Schedule schedule;
    private final Chance chance;
    private final String rhythm;
    private final double perDay;
    private final double idle;

    private Flow(Schedule schedule, Chance chance, String rhythm, double perDay, double idle) {
        this.schedule = schedule;
        this.chance = chance;
        this.rhythm = rhythm;
        this.perDay = perDay;
        this.idle = idle;
    }

    static Flow water(String building, int people, Schedule schedule, Chance chance) {
        Chance own = chance.under("water " + building);
        return new Flow(schedule, own, "taps", people * own.real(0.045, 0.072), own.real(0.08, 0.16));
    }

    static Flow gas(String building, int people, Schedule schedule, Chance chance) {
        Chance own = chance.under("gas " + building);
        return new Flow(schedule, own, "meals", people * own.real(0.10, 0.16), 0.03);
    }

    /** m³ by hour. */
    double[] of(LocalDate day) {
        double[] shape = schedule.named(rhythm);
        double sum = 0;
        for (double part : shape) {
            sum += part;
        }
        Chance own = chance.under("noise", day.toEpochDay());
        double whole = perDay * (schedule.working(day) ? 1 : idle) * (1 + 0.06 * own.bell());
        double[] hours = new double[24];
        for (int h = 0; h < 24; h++) {
            hours[h] = Rows.rounded(Math.max(0, whole * shape[h] / sum * (1 + 0.09 * own.bell())), 3);
        }
        return hours;
    }
}
