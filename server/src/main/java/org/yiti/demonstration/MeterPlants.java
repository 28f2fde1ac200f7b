package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Energy.Dial;
import org.yiti.demonstration.Energy.Meter;

/** Meters that are missing, silent, stuck, or hang below the wrong one. */
final class MeterPlants {
    /** Days before today on which it moves again. */
    private static final int STUCK_UNTIL = 9;
    /** What readings tell apart. */
    private static final double TOLD = 0.005;

    private final Plants plants;
    private final City city;
    private final Energy energy;

    MeterPlants(Plants plants, Energy energy) {
        this.plants = plants;
        this.city = plants.city;
        this.energy = energy;
    }

    void sow() {
        plants.attempt(this::missing);
        plants.attempt(this::silent);
        plants.attempt(this::stuck);
        plants.attempt(this::wrongRatio);
        plants.attempt(this::wrongParent);
        plants.attempt(this::canteen);
    }

    private Meter item(String name, String item) {
        return item(name, item, m -> true);
    }

    private Meter item(String name, String item, Predicate<Meter> clear) {
        return plants.pick(
                name,
                energy.meters.where(m -> item.equals(m.item()) && !plants.taken("night " + m.buildingCode())),
                m -> "meters of " + m.buildingCode(),
                clear);
    }

    private void missing() {
        Meter cooling = item("EN-02", "HVAC");
        energy.meters.remove(cooling);
        energy.meterPasts
                .where(past -> past.meterCode().equals(cooling.code()))
                .toList()
                .forEach(energy.meterPasts::remove);
        energy.dials.remove(cooling.code());
        plants.counted("EN-02", String.valueOf(cooling.parentCode()), null, "没有空调分项电表", 1);
    }

    private void silent() {
        stop("EN-02b days", 6, true);
        stop("EN-02b lately", 2, false);
    }

    /** The last readings are so many days older than those of the others. */
    private void stop(String name, int days, boolean found) {
        Meter meter = item(name, "POWER");
        LocalDate last = city.asOf.minusDays(1 + days);
        Dial dial = energy.dials.get(meter.code());
        double[] nothing = new double[24];
        Arrays.fill(nothing, Double.NaN);
        energy.dials.put(meter.code(), day -> day.isAfter(last) || dial == null ? nothing : dial.of(day));
        if (found) {
            plants.breach("EN-02b", meter.code(), last.toString(), "停止上传 %d 天".formatted(days), days, 2);
        } else {
            plants.nearMiss("EN-02b", meter.code(), "停止上传两天");
        }
    }

    private void stuck() {
        int days = 10;
        Meter still = stands("EN-02d still", days, true);
        plants.breach("EN-02d", still.code(), since(days), "十天不走字", days * 24, 168);
        plants.nearMiss("EN-02d", stands("EN-02d shut", 5, true).code(), "五天不走字");
        Meter same = stands("EN-02d same", 4, false);
        plants.breach("EN-02d", same.code(), since(4), "四天每小时读数相同", 96, 48);
    }

    private String since(int days) {
        return city.asOf.minusDays(STUCK_UNTIL + days).toString();
    }

    /** For so many days its register does not move, or the same hour is told again and again. */
    private Meter stands(String name, int days, boolean still) {
        LocalDate until = city.asOf.minusDays(STUCK_UNTIL);
        LocalDate from = until.minusDays(days);
        Meter meter = item(name, "SPECIAL", m -> still || standsOut(energy.dials.get(m.code()), from, until));
        Dial dial = energy.dials.get(meter.code());
        double[] same = new double[24];
        Arrays.fill(same, still || dial == null ? 0 : dial.of(from)[0]);
        energy.dials.put(
                meter.code(),
                day -> dial != null && (day.isBefore(from) || !day.isBefore(until)) ? dial.of(day) : same);
        return meter;
    }

    /** The hour that is told again is not by chance the same as the one before it or after. */
    private static boolean standsOut(@Nullable Dial dial, LocalDate from, LocalDate until) {
        return dial != null
                && Math.abs(dial.of(from.minusDays(1))[23] - dial.of(from)[0]) > TOLD
                && Math.abs(dial.of(until)[0] - dial.of(from)[0]) > TOLD;
    }

    /** All four items have a meter, and one of them tells a tenth of what it should. */
    private void wrongRatio() {
        Meter wrong = item("EN-02e", "SPECIAL");
        Dial dial = energy.dials.get(wrong.code());
        if (dial != null) {
            energy.dials.put(
                    wrong.code(),
                    day -> Arrays.stream(dial.of(day))
                            .map(hour -> Rows.rounded(hour / 10, 2))
                            .toArray());
        }
        plants.breach("EN-02e", String.valueOf(wrong.parentCode()), null, "%s 倍率少登记十倍".formatted(wrong.name()));
    }

    /** The canteen that grew too large has no meter of its own either. */
    private void canteen() {
        Premises.Room canteen = plants.pick(
                "EN-10", city.premises.rooms.where(r -> "CANTEEN".equals(r.annexKind())), r -> "canteen " + r.key());
        energy.meters
                .where(m -> canteen.buildingCode().equals(m.buildingCode()) && m.keyArea() != null)
                .toList()
                .forEach(m -> energy.meters.change(m, "keyArea", null));
        plants.breach("EN-10", canteen.institutionCode(), canteen.buildingCode(), "食堂没有单独计量");
    }

    private void wrongParent() {
        Meter stray = item("EN-02c stray", "LIGHTING_SOCKETS");
        Meter other = item("EN-02c other", "LIGHTING_SOCKETS");
        energy.meters.change(stray, "parentCode", other.parentCode());
        plants.breach("EN-02c", String.valueOf(other.parentCode()), null, "%s 错挂到这块总表之下".formatted(stray.name()));
    }
}
