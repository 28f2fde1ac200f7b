package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.yiti.demonstration.Canteens.Canteen;
import org.yiti.demonstration.Canteens.CanteenAssessment;
import org.yiti.demonstration.Canteens.CanteenWorker;
import org.yiti.demonstration.Canteens.FoodWaste;

/** Canteens that nobody assessed, failed, or waste more than they did. */
final class CanteenPlants {
    private final Plants plants;
    private final Canteens canteens;
    private final LocalDate asOf;

    CanteenPlants(Plants plants) {
        this.plants = plants;
        this.canteens = plants.city.upkeep.canteens;
        this.asOf = plants.city.asOf;
    }

    void sow() {
        plants.attempt(this::forgotten);
        plants.attempt(this::unchecked);
        plants.attempt(this::failed);
        plants.attempt(this::halfAssessed);
        plants.attempt(this::wasted);
        plants.attempt(this::certificates);
    }

    private Canteen pick(String name) {
        return plants.pick(name, canteens.canteens.all().stream(), c -> "canteen " + c.code());
    }

    private List<CanteenAssessment> assessed(Canteen canteen, String kind) {
        return canteens.canteenAssessments
                .where(a -> a.canteenCode().equals(canteen.code()) && a.kind().equals(kind))
                .sorted(Comparator.comparing(CanteenAssessment::assessedOn))
                .toList();
    }

    private void forgotten() {
        Canteen canteen = pick("CT-01");
        CanteenAssessment missing = assessed(canteen, "INTERNAL").get(1);
        canteens.canteenAssessments.remove(missing);
        plants.breach("CT-01", canteen.code(), quarter(missing.assessedOn()), "一个季度没有内部评估");
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + "Q" + (day.getMonthValue() + 2) / 3;
    }

    /** Both canteens of a county, so that its centre has checked none of them. */
    private void unchecked() {
        Canteen first = plants.pick(
                "CT-02",
                canteens.canteens.where(c -> !c.institutionCode().startsWith("00", 4)),
                c -> "canteen " + c.code());
        String centre = String.valueOf(plants.city
                .organization
                .institutions
                .get(first.institutionCode())
                .parentCode());
        int year = asOf.getYear() - 1;
        List<CanteenAssessment> checks = canteens.canteenAssessments
                .where(a -> a.kind().equals("SPOT_CHECK")
                        && a.assessedOn().getYear() == year
                        && a.institutionCode()
                                .startsWith(first.institutionCode().substring(0, 6)))
                .toList();
        checks.forEach(canteens.canteenAssessments::remove);
        checks.forEach(check -> plants.take("canteen " + check.canteenCode()));
        plants.breach("CT-02", centre, String.valueOf(year), "全年没有抽查本级机关食堂", 0, 1);
    }

    private void failed() {
        Canteen ignored = pick("CT-03");
        fail(ignored);
        plants.breach("CT-03", ignored.code(), asOf.minusDays(60).toString(), "抽查不合格，到期没有复查");
        Canteen mended = pick("CT-03 mended");
        fail(mended);
        canteens.canteenAssessments.add(new CanteenAssessment(
                mended.institutionCode(), mended.code(), "RE_CHECK", asOf.minusDays(30), 84.0, "QUALIFIED", 3, null));
        plants.nearMiss("CT-03", mended.code(), "抽查不合格，期限当日复查合格");
    }

    private void fail(Canteen canteen) {
        canteens.canteenAssessments.add(new CanteenAssessment(
                canteen.institutionCode(),
                canteen.code(),
                "SPOT_CHECK",
                asOf.minusDays(60),
                52.0,
                "UNQUALIFIED",
                8,
                asOf.minusDays(30)));
    }

    private void halfAssessed() {
        Canteen canteen = pick("CT-04");
        CanteenAssessment half = assessed(canteen, "INTERNAL").get(0);
        canteens.canteenAssessments.change(half, "parts", 6);
        plants.breach("CT-04", canteen.code(), half.assessedOn().toString(), "评估只有六项", 6, 8);
    }

    private void wasted() {
        Canteen canteen = pick("CT-05");
        YearMonth month = YearMonth.from(asOf).minusMonths(1);
        FoodWaste waste = canteens.foodWaste.get(canteen.code() + " " + month);
        canteens.foodWaste.change(waste, "kilograms", Rows.rounded(waste.kilograms() * 1.6, 1));
        plants.breach("CT-05", canteen.code(), month.toString(), "上月人均餐厨垃圾为此前的 1.6 倍");
    }

    private void certificates() {
        CanteenWorker expired = worker("CT-08");
        canteens.canteenWorkers.change(expired, "certificateExpiresOn", asOf.minusDays(3));
        plants.breach("CT-08", expired.canteenCode(), expired.code(), "健康证明 3 天前到期仍在岗");
        CanteenWorker lastDay = worker("CT-08 last day");
        canteens.canteenWorkers.change(lastDay, "certificateExpiresOn", asOf);
        plants.nearMiss("CT-08", lastDay.canteenCode(), "健康证明今天到期");
        CanteenWorker gone = worker("CT-08 left");
        canteens.canteenWorkers.change(gone, "certificateExpiresOn", asOf.minusDays(40), "leftOn", asOf.minusDays(50));
        plants.nearMiss("CT-08", gone.canteenCode(), "健康证明到期前已离岗");
    }

    private CanteenWorker worker(String name) {
        return plants.pick(
                name, canteens.canteenWorkers.where(CanteenWorker::directContact), w -> "canteen " + w.canteenCode());
    }
}
