package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import org.yiti.demonstration.Estate.Asset;
import org.yiti.demonstration.Estate.Basis;
import org.yiti.demonstration.Estate.Disposal;
import org.yiti.demonstration.Estate.Income;
import org.yiti.demonstration.Estate.Report;
import org.yiti.demonstration.Estate.Stocktake;
import org.yiti.demonstration.Organization.Institution;
import org.yiti.demonstration.Warehouse.Entry;
import org.yiti.demonstration.Warehouse.Loan;
import org.yiti.demonstration.Warehouse.Request;
import org.yiti.demonstration.Warehouse.VehicleRequest;

/** What institutions own, within the standards and counted every year. */
final class Belongings {
    /** Category, class of GB/T 14885, name, price, how many. */
    private static final List<Object[]> KIT = List.of(
            new Object[] {"DESKTOP", "A02010105", "台式计算机", 4800.0, 3},
            new Object[] {"LAPTOP", "A02010108", "便携式计算机", 6800.0, 1},
            new Object[] {"PRINTER_A4", "A02021003", "黑白激光打印机", 1100.0, 1},
            new Object[] {"COPIER", "A02020100", "数码复印机", 28000.0, 1},
            new Object[] {"DESK", "A05010201", "办公桌", 2600.0, 2});

    private final Estate estate;
    private final Warehouse warehouse;
    private final Organization organization;
    private final Chance chance;
    private final LocalDate asOf;

    Belongings(Estate estate, Warehouse warehouse, Organization organization, Chance chance, LocalDate asOf) {
        this.estate = estate;
        this.warehouse = warehouse;
        this.organization = organization;
        this.chance = chance.under("belongings");
        this.asOf = asOf;
    }

    void equip(Institution owner) {
        Chance own = chance.under(owner.code());
        int serial = 0;
        for (Object[] line : KIT) {
            for (int n = 0; n < (int) line[4]; n++) {
                estate.assets.add(asset(owner, ++serial, line, asOf.minusDays(own.whole(200, 1500)), "IN_USE"));
            }
        }
        count(owner, serial, own);
        gaveUp(owner, ++serial, own);
        stored(owner, ++serial, own);
        if (owner.level().equals("CITY")) {
            ask(owner, own);
        }
    }

    private static Asset asset(Institution owner, int serial, Object[] line, LocalDate bought, String status) {
        return new Asset(
                "ZC-%s-%03d".formatted(owner.code(), serial),
                (String) line[2],
                owner.code(),
                (String) line[1],
                (String) line[0],
                "DIVISION",
                null,
                (double) line[3],
                bought,
                "PURCHASE",
                "OWN",
                status,
                null,
                null,
                null,
                owner.shortName(),
                null,
                null);
    }

    private void count(Institution owner, int things, Chance own) {
        int established = (int) organization
                .staffOf(owner.code())
                .filter(p -> p.leftOn() == null && p.staffing().equals("ESTABLISHED"))
                .count();
        estate.bases.add(new Basis(
                owner.code(), LocalDate.of(2021, 1, 1), null, Math.max(8, established), false, "示资基〔2021〕1号"));
        double value = things * 3000.0;
        estate.stocktakes.add(new Stocktake(
                owner.code(),
                asOf.minusDays(own.whole(30, 300)),
                "PERIODIC",
                things,
                things,
                value,
                value,
                null,
                null));
        for (int year = asOf.getYear() - 2; year < asOf.getYear(); year++) {
            LocalDate filed = LocalDate.of(year + 1, 3, own.whole(1, 28));
            if (!filed.isAfter(asOf)) {
                estate.reports.add(
                        new Report(owner.code(), year, filed, "示资报〔%d〕%s号".formatted(year + 1, owner.code())));
            }
        }
    }

    private void gaveUp(Institution owner, int serial, Chance own) {
        LocalDate day = asOf.minusDays(own.whole(40, 300));
        Asset old = estate.assets.add(Rows.with(
                asset(owner, serial, KIT.get(0), day.minusDays(own.whole(2600, 3600)), "DISPOSED"), "disposedOn", day));
        String number = "示资处〔%d〕%s号".formatted(day.getYear(), owner.code());
        estate.disposals.add(new Disposal(
                owner.code(),
                old.cardNo(),
                day,
                "SCRAP",
                number,
                number,
                day.minusDays(10),
                null,
                null,
                false,
                day.plusDays(5)));
        estate.incomes.add(new Income(
                "SK-" + owner.code(),
                owner.code(),
                "DISPOSAL",
                day.plusDays(3),
                own.whole(80, 300),
                day.plusDays(own.whole(5, 15)),
                "JK-" + owner.code()));
    }

    private void stored(Institution owner, int serial, Chance own) {
        LocalDate entered = asOf.minusDays(own.whole(60, 200));
        Asset kept = estate.assets.add(Rows.with(
                asset(
                        owner,
                        serial,
                        new Object[] {"OTHER", "A02091100", "会议音响", 9000.0, 1},
                        asOf.minusDays(900),
                        "IN_WAREHOUSE"),
                "idleSince",
                entered.minusDays(30)));
        warehouse.warehouseEntries.add(
                new Entry(owner.code(), kept.cardNo(), entered, "IDLE", "示范市公物仓", false, "GOOD", null));
        LocalDate lent = entered.plusDays(10);
        warehouse.loans.add(new Loan(
                owner.code(),
                kept.cardNo(),
                lent,
                "示范市工作专班",
                lent.plusDays(40),
                lent.plusDays(own.whole(20, 39)),
                false,
                null));
    }

    private void ask(Institution owner, Chance own) {
        warehouse.requests.add(new Request(
                "PZ-" + owner.code(),
                owner.code(),
                asOf.minusDays(own.whole(20, 120)),
                "PURCHASE",
                "DESKTOP",
                "DIVISION",
                2,
                4900.0,
                true,
                null,
                null,
                "APPROVED"));
        warehouse.vehicleRequests.add(new VehicleRequest(
                "GC-" + owner.code(),
                owner.code(),
                asOf.minusDays(own.whole(20, 300)),
                "EMERGENCY",
                "SEDAN",
                "BATTERY_ELECTRIC",
                own.whole(120, 180) * 1000,
                "APPROVED"));
    }
}
