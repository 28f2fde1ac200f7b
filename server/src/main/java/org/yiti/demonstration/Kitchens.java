package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.yiti.demonstration.Canteens.Canteen;
import org.yiti.demonstration.Canteens.CanteenAssessment;
import org.yiti.demonstration.Canteens.CanteenWorker;
import org.yiti.demonstration.Canteens.FoodSample;
import org.yiti.demonstration.Canteens.FoodWaste;
import org.yiti.demonstration.Organization.Institution;

/** Canteens that are assessed every quarter, checked every year, and waste about as much as they always did. */
final class Kitchens {
    private static final List<String> DISHES = List.of("红烧肉", "清炒时蔬", "番茄炒蛋", "冬瓜排骨汤");

    private final Canteens canteens;
    private final Chance chance;
    private final LocalDate asOf;
    private final Names names = new Names();

    Kitchens(Canteens canteens, Chance chance, LocalDate asOf) {
        this.canteens = canteens;
        this.chance = chance.under("canteens");
        this.asOf = asOf;
    }

    void open(Institution host) {
        Chance own = chance.under(host.code());
        LocalDate opened = LocalDate.of(asOf.getYear() - 1, 1, 1).minusDays(own.whole(5, 60));
        Canteen canteen = canteens.canteens.add(new Canteen(
                "ST-" + host.code(),
                host.shortName() + "食堂",
                host.code(),
                own.pick(List.of("SELF", "OUTSOURCED")),
                own.whole(60, 240),
                "JY2" + host.code(),
                asOf.plusDays(own.whole(200, 1200)),
                opened,
                null));
        assess(canteen, own);
        staff(canteen, own);
        cook(canteen, own);
    }

    private void assess(Canteen canteen, Chance own) {
        LocalDate quarter = LocalDate.of(asOf.getYear() - 1, 1, 1);
        for (; quarter.plusDays(50).isBefore(asOf); quarter = quarter.plusMonths(3)) {
            assessment(canteen, "INTERNAL", quarter.plusDays(own.whole(30, 50)), own.whole(82, 97));
        }
        for (int year = asOf.getYear() - 1; year <= asOf.getYear(); year++) {
            LocalDate day = LocalDate.of(year, 6, own.whole(5, 25));
            if (!day.isAfter(asOf)) {
                assessment(canteen, "SPOT_CHECK", day, own.whole(80, 95));
            }
        }
    }

    private void assessment(Canteen canteen, String kind, LocalDate day, double score) {
        canteens.canteenAssessments.add(new CanteenAssessment(
                canteen.institutionCode(),
                canteen.code(),
                kind,
                day,
                score,
                score < 90 ? "GOOD" : "EXCELLENT",
                8,
                null));
    }

    private void staff(Canteen canteen, Chance own) {
        for (int n = 1; n <= 3; n++) {
            canteens.canteenWorkers.add(new CanteenWorker(
                    canteen.institutionCode(),
                    "%s-%02d".formatted(canteen.code(), n),
                    canteen.code(),
                    names.draw(own),
                    n < 3,
                    n < 3 ? asOf.plusDays(own.whole(20, 330)) : null,
                    canteen.openedOn(),
                    null));
        }
    }

    private void cook(Canteen canteen, Chance own) {
        for (int n = 0; n < 2; n++) {
            LocalDate day = asOf.minusDays(3 + n);
            canteens.foodSamples.add(new FoodSample(
                    canteen.institutionCode(),
                    canteen.code(),
                    own.pick(DISHES),
                    day.atTime(11, 10),
                    own.whole(130, 160),
                    day.plusDays(2).atTime(11, 30)));
        }
        int diners = own.whole(2000, 6000);
        for (int back = 8; back >= 1; back--) {
            canteens.foodWaste.add(new FoodWaste(
                    canteen.institutionCode(),
                    canteen.code(),
                    YearMonth.from(asOf).minusMonths(back),
                    diners,
                    Rows.rounded(diners * own.real(0.078, 0.084), 1)));
        }
    }
}
