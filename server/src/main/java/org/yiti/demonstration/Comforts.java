package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import org.yiti.demonstration.Amenities.CanteenAccount;
import org.yiti.demonstration.Amenities.FileHandover;
import org.yiti.demonstration.Amenities.RoomBooking;
import org.yiti.demonstration.Amenities.ServiceItem;
import org.yiti.demonstration.Amenities.ServiceRecord;
import org.yiti.demonstration.Amenities.Usage;
import org.yiti.demonstration.Canteens.Canteen;
import org.yiti.demonstration.Estate.Asset;
import org.yiti.demonstration.Organization.Institution;

/** Services within their catalogue, equipment that is used, accounts kept apart, files handed over. */
final class Comforts {
    private static final double ATTENDANCE = 500;

    private final Amenities amenities;
    private final Estate estate;
    private final Chance chance;
    private final LocalDate asOf;

    Comforts(Amenities amenities, Estate estate, Chance chance, LocalDate asOf) {
        this.amenities = amenities;
        this.estate = estate;
        this.chance = chance.under("comforts");
        this.asOf = asOf;
    }

    void offer(Institution owner) {
        Chance own = chance.under(owner.code());
        serve(owner, own);
        meet(owner, own);
        file(owner, own);
        if (owner.level().equals("CITY")) {
            measure(owner, own);
        }
    }

    private void serve(Institution owner, Chance own) {
        amenities.serviceItems.add(new ServiceItem(
                "FW-01",
                "会议服务",
                owner.code(),
                "场",
                ATTENDANCE,
                LocalDate.of(asOf.getYear() - 1, 1, 1),
                null,
                "示后〔2025〕1号"));
        amenities.serviceRecords.add(new ServiceRecord(
                "FJ-" + owner.code(),
                owner.code(),
                "FW-01",
                "会议服务",
                owner.shortName() + "办公室",
                asOf.minusDays(own.whole(5, 200)),
                1.0,
                (double) own.whole(200, 500)));
    }

    private void meet(Institution owner, Chance own) {
        LocalDate day = asOf.minusDays(own.whole(5, 20));
        for (int hour = 9; hour <= 14; hour += 5) {
            amenities.roomBookings.add(new RoomBooking(
                    "YD-%s-%02d".formatted(owner.code(), hour),
                    owner.code(),
                    owner.shortName() + "三楼会议室",
                    "办公室",
                    day.atTime(hour, 0),
                    day.atTime(hour + 2, 0),
                    day.atTime(hour, 5),
                    null));
        }
    }

    private void file(Institution owner, Chance own) {
        LocalDate made = asOf.minusDays(own.whole(200, 600));
        amenities.fileHandovers.add(new FileHandover(
                "DA-" + owner.code(),
                "办公用房使用协议",
                owner.code(),
                "ALLOCATION",
                made,
                made.plusDays(own.whole(10, 120)),
                "YJ-" + owner.code()));
    }

    private void measure(Institution owner, Chance own) {
        Asset large = estate.assets.add(new Asset(
                "ZC-%s-900".formatted(owner.code()),
                "大型扫描存储系统",
                owner.code(),
                "A02010699",
                "OTHER",
                "DIVISION",
                null,
                620_000.0,
                LocalDate.of(asOf.getYear() - 2, 3, 1),
                "PURCHASE",
                "OWN",
                "IN_USE",
                null,
                null,
                null,
                owner.shortName(),
                null,
                null));
        amenities.usages.add(new Usage(
                owner.code(),
                large.cardNo(),
                asOf.getYear() - 1,
                1_800.0,
                own.whole(600, 1_500),
                own.whole(10, 90) * 1.0));
    }

    void account(Canteen canteen) {
        Chance own = chance.under(canteen.code());
        YearMonth last = YearMonth.from(asOf).minusMonths(1);
        for (int back = 2; back >= 0; back--) {
            YearMonth month = last.minusMonths(back);
            amenities.canteenAccounts.add(new CanteenAccount(
                    canteen.institutionCode(),
                    canteen.code(),
                    month,
                    "STAFF",
                    "STAFF_MEAL",
                    own.whole(40_000, 90_000)));
            amenities.canteenAccounts.add(new CanteenAccount(
                    canteen.institutionCode(),
                    canteen.code(),
                    month,
                    "RECEPTION",
                    "RECEPTION_MEAL",
                    own.whole(300, 3_000)));
        }
    }
}
