package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiti.ReferenceData;

class CurvesTest {
    private static final Map<String, double[]> CURVES = curves();

    /** Hours of a meter by its code; 2026-10-31 less 365 days is where they begin. */
    private static Map<String, double[]> curves() {
        Map<String, double[]> curves = new HashMap<>();
        LocalDateTime first = Told.AS_OF.minusDays(365).atStartOfDay();
        Told.CLEAN
                .readings()
                .forEach(r -> curves.computeIfAbsent(r.meterCode(), m -> new double[8760])[
                                (int) java.time.Duration.between(first, r.at()).toHours()] =
                        r.amount());
        return curves;
    }

    @Test
    void three_hundred_meters_have_a_year_of_hours() {
        assertThat(Told.CLEAN.readings().count()).isEqualTo(300L * 8760);
    }

    @Test
    void items_add_up_to_the_main_meter_but_for_what_wires_take() {
        assertThat(CURVES.keySet())
                .filteredOn(code -> code.endsWith("-E"))
                .hasSize(47)
                .allSatisfy(code -> {
                    double main = sum(CURVES.get(code));
                    double items = sum(CURVES.get(code + "1"))
                            + sum(CURVES.get(code + "2"))
                            + sum(CURVES.get(code + "3"))
                            + sum(CURVES.get(code + "4"));
                    assertThat(items / main).isBetween(0.98, 1.0);
                });
    }

    @Test
    void the_monthly_ledger_says_what_the_hours_say() {
        Map<String, Double> booked = new HashMap<>();
        Told.rows(Told.CLEAN, "energy.consumption").stream()
                .filter(c ->
                        c.get("month").equals("2026-07") && c.get("energyKind").equals("ELECTRICITY"))
                .forEach(c -> booked.merge(c.get("buildingCode") + "-E", Told.number(c, "amount"), Double::sum));
        LocalDateTime first = Told.AS_OF.minusDays(365).atStartOfDay();
        int from = (int) java.time.Duration.between(first, LocalDateTime.of(2026, 7, 1, 0, 0))
                .toHours();
        CURVES.forEach((code, hours) -> {
            if (code.endsWith("-E")) {
                double july = 0;
                for (int h = from; h < from + 31 * 24; h++) {
                    july += hours[h];
                }
                assertThat(booked.get(code)).as(code).isCloseTo(july, within(0.01));
            }
        });
    }

    @Test
    void the_shape_of_every_curve_is_one_that_real_office_buildings_have() throws IOException {
        List<double[]> real = realOffices(ReferenceData.folder("energy_bdg2"));
        LocalDateTime first = Told.AS_OF.minusDays(365).atStartOfDay();
        CURVES.forEach((code, hours) -> {
            if (code.endsWith("-E")) {
                double[] shape = Shape.of(first, hours);
                for (int i = 0; i < shape.length; i++) {
                    assertThat(shape[i])
                            .as(code + " " + Shape.NAMES.get(i))
                            .isBetween(Shape.quantile(real, i, 0.05), Shape.quantile(real, i, 0.95));
                }
            }
        });
    }

    private static List<double[]> realOffices(Path folder) throws IOException {
        List<double[]> shapes = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "bgd_Office_*.csv")) {
            for (Path file : files) {
                List<String> lines = Files.readAllLines(file);
                for (int column = 1; column < lines.get(0).split(",").length; column++) {
                    for (int year = 2016; year <= 2017; year++) {
                        shape(lines, column, year, shapes);
                    }
                }
            }
        }
        return shapes;
    }

    private static void shape(List<String> lines, int column, int year, List<double[]> shapes) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
        double[] hours = new double[8784];
        int known = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            LocalDateTime at = LocalDateTime.parse(cells[0], form);
            if (at.getYear() == year) {
                int hour = (at.getDayOfYear() - 1) * 24 + at.getHour();
                hours[hour] = cells[column].isEmpty() ? Double.NaN : Double.parseDouble(cells[column]);
                known += cells[column].isEmpty() ? 0 : 1;
            }
        }
        if (known >= 7500) {
            double[] whole = java.util.Arrays.copyOf(
                    hours, LocalDateTime.of(year, 12, 31, 0, 0).getDayOfYear() * 24);
            shapes.add(Shape.of(LocalDateTime.of(year, 1, 1, 0, 0), whole));
        }
    }

    private static double sum(double[] hours) {
        double sum = 0;
        for (double hour : hours) {
            sum += hour;
        }
        return sum;
    }
}
