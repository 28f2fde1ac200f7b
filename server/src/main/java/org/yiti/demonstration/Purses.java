package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.yiti.calendar.WorkCalendar;
import org.yiti.demonstration.Organization.Institution;
import org.yiti.demonstration.Treasury.Budget;
import org.yiti.demonstration.Treasury.Contract;
import org.yiti.demonstration.Treasury.Payment;
import org.yiti.demonstration.Treasury.Publication;
import org.yiti.demonstration.Treasury.Spending;
import org.yiti.demonstration.Treasury.TravelClaim;

/** Money spent within its budgets, contracts signed and paid in time. */
final class Purses {
    static final double RECEPTIONS = 30_000;
    static final double MEETINGS = 400_000;
    /** Of which there are budgets, this year the last. */
    static final int YEARS = 2;

    private static final double RUNNING = 240_000;

    private final Treasury treasury;
    private final Chance chance;
    private final LocalDate asOf;
    private final WorkCalendar calendar;
    private final Names names = new Names();

    Purses(Treasury treasury, Chance chance, LocalDate asOf, WorkCalendar calendar) {
        this.treasury = treasury;
        this.chance = chance.under("purses");
        this.asOf = asOf;
        this.calendar = calendar;
    }

    void fill(Institution owner) {
        Chance own = chance.under(owner.code());
        for (int year = asOf.getYear() - YEARS + 1; year <= asOf.getYear(); year++) {
            budget(owner, year, "RECEPTION", RECEPTIONS);
            budget(owner, year, "MEETING", MEETINGS);
            budget(owner, year, "VEHICLE_RUNNING", RUNNING);
            publish(owner, year, own);
        }
        for (int back = 12; back >= 1; back--) {
            YearMonth month = YearMonth.from(asOf).minusMonths(back);
            spend(owner, month, "RECEPTION", RECEPTIONS / 12 * own.real(0.6, 0.95));
            spend(owner, month, "VEHICLE_RUNNING", RUNNING / 12 * own.real(0.6, 0.95));
        }
        buy(owner, own);
        travel(owner, own);
    }

    private void budget(Institution owner, int year, String item, double amount) {
        treasury.budgets.add(new Budget(
                owner.code(),
                year,
                item,
                amount,
                LocalDate.of(year, 2, 10),
                "示财预〔%d〕%s号".formatted(year, owner.code())));
    }

    private void spend(Institution owner, YearMonth month, String item, double amount) {
        treasury.spendings.add(new Spending(owner.code(), month, item, "OWN_BUDGET", Rows.rounded(amount, 2)));
    }

    private void publish(Institution owner, int year, Chance own) {
        LocalDate approved = LocalDate.of(year, 2, 10);
        if (approved.plusDays(15).isBefore(asOf)) {
            treasury.publications.add(new Publication(
                    owner.code(), year, "BUDGET", approved, approved.plusDays(own.whole(3, 15)), true, "门户网站"));
        }
    }

    static String number(String institution) {
        return "HT-" + institution;
    }

    private void buy(Institution owner, Chance own) {
        LocalDate awarded = asOf.minusDays(own.whole(90, 250));
        LocalDate signed = awarded.plusDays(own.whole(5, 20));
        Contract contract = treasury.contracts.add(new Contract(
                number(owner.code()),
                owner.shortName() + "信息系统运行维护服务",
                owner.code(),
                null,
                own.pick(List.of("示范数联科技有限公司", "示范云服务有限公司")),
                "SMALL",
                "SERVICES",
                "信息化运维",
                "CONSULTATION",
                false,
                own.whole(12, 60) * 10_000,
                null,
                null,
                awarded,
                signed,
                calendar.plusWorkdays(signed, 1),
                calendar.plusWorkdays(signed, own.whole(2, 6)),
                signed,
                signed.plusYears(1).minusDays(1),
                30));
        LocalDate delivered = signed.plusDays(own.whole(20, 30));
        treasury.payments.add(new Payment(
                owner.code(),
                contract.contractNo(),
                1,
                Rows.rounded(contract.amount() / 2, 2),
                delivered,
                delivered.plusDays(5),
                "YS-" + owner.code(),
                delivered.plusDays(own.whole(8, 28))));
    }

    private void travel(Institution owner, Chance own) {
        LocalDate from = asOf.minusDays(own.whole(30, 200));
        treasury.travelClaims.add(new TravelClaim(
                "CL-" + owner.code(),
                owner.code(),
                names.draw(own),
                "OTHER",
                from,
                from.plusDays(2),
                "示范省会",
                "990100",
                "RAIL_SECOND",
                320.0,
                2,
                300.0,
                240.0,
                false,
                1850.0));
    }
}
