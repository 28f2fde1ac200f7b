package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.yiti.demonstration.Housekeeping.IdleDisposal;
import org.yiti.demonstration.Housekeeping.LeaseIncome;
import org.yiti.demonstration.Housekeeping.Patrol;
import org.yiti.demonstration.Organization.Institution;
import org.yiti.demonstration.Premises.Lease;
import org.yiti.demonstration.Premises.Room;

/** What a bureau forgets: inspections, filings, rents, plans for idle rooms. */
final class OversightPlants {
    private final Plants plants;
    private final City city;
    private final Premises premises;

    OversightPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        this.premises = plants.city.premises;
    }

    void sow() {
        plants.attempt(this::filings);
        plants.attempt(this::patrols);
        plants.attempt(this::leases);
        plants.attempt(this::rents);
        plants.attempt(this::idle);
        plants.attempt(this::contract);
    }

    private Stream<Institution> users() {
        return city.organization.institutions.where(i -> !i.level().equals("PROVINCE")
                && i.dissolvedOn() == null
                && premises.patrols
                        .where(p -> p.institutionCode().equals(i.code()))
                        .findAny()
                        .isPresent());
    }

    private Institution user(String name) {
        return plants.pick(name, users(), i -> "steward " + i.code());
    }

    private void filings() {
        int last = city.asOf.getYear() - 1;
        boolean due = city.asOf.isAfter(LocalDate.of(city.asOf.getYear(), 3, 31));
        int reported = due ? last : last - 1;
        Institution bureau = plants.pick(
                "OF-12",
                users().filter(i -> i.level().equals("COUNTY") && i.shortName().startsWith("机关事务")),
                i -> "steward " + i.code());
        premises.filings.remove(premises.filings.get(bureau.code() + " " + reported + " ANNUAL_STATISTICS"));
        plants.breach("OF-12", bureau.code(), String.valueOf(reported), "没有报送办公用房统计报告");
        Institution silent = user("OF-18");
        premises.filings.remove(premises.filings.get(silent.code() + " " + last + " INTERNAL_PUBLICITY"));
        plants.breach("OF-18", silent.code(), String.valueOf(last), "没有内部公示");
        Institution secret = plants.pick(
                "OF-18b",
                users().filter(i -> city.organization
                        .staffOf(i.code())
                        .anyMatch(p -> p.rank().matches("CITY_BUREAU_(CHIEF|DEPUTY)"))),
                i -> "steward " + i.code());
        premises.filings.remove(premises.filings.get(secret.code() + " " + last + " LEADER_OFFICES"));
        plants.breach("OF-18b", secret.code(), String.valueOf(last), "没有报备领导干部办公用房");
    }

    private Patrol last(Institution institution) {
        return premises.patrols
                .where(p -> p.institutionCode().equals(institution.code()))
                .findFirst()
                .orElseThrow();
    }

    private void patrols() {
        patrolled("OF-29", 400, true);
        patrolled("OF-29 in time", 360, false);
        Institution careless = user("OF-29b");
        LocalDate by = city.asOf.minusDays(20);
        premises.patrols.change(last(careless), "problems", "消防通道堆放杂物", "mendBy", by, "mendedOn", null);
        plants.breach("OF-29b", careless.code(), null, "巡检问题逾期 20 天未整改", 20, 0);
    }

    private void patrolled(String name, int days, boolean found) {
        Institution institution = user(name);
        premises.patrols.change(
                last(institution),
                "doneOn",
                city.asOf.minusDays(days),
                "problems",
                null,
                "mendBy",
                null,
                "mendedOn",
                null);
        if (found) {
            plants.breach("OF-29", institution.code(), null, "超过一年没有巡检");
        } else {
            plants.nearMiss("OF-29", institution.code(), "巡检不满一年");
        }
    }

    private Lease lease(String name, String prefix) {
        return plants.pick(
                name,
                premises.leases.where(l -> l.contractNo().startsWith(prefix)
                        && !l.contractNo().endsWith("X")
                        && l.endsOn() != null
                        && l.endsOn().isAfter(city.asOf)
                        && l.startsOn().isBefore(city.asOf)),
                l -> "asked " + l.contractNo());
    }

    private void leases() {
        Lease hasty = lease("OF-14", "ZR-");
        premises.leases.change(hasty, "reallocationFinding", null);
        plants.breach("OF-14", hasty.institutionCode(), hasty.contractNo(), "租用前没有核查调剂、置换");
        Lease early = lease("OF-15c", "ZR-");
        premises.leases.change(early, "approvedOn", early.startsOn().plusDays(18));
        plants.breach("OF-15c", early.institutionCode(), early.contractNo(), "起租 18 天后才获批准", 18, 0);
    }

    private void rents() {
        LeaseIncome kept = plants.pick(
                "OF-28b",
                premises.leaseIncomes.where(
                        n -> n.receiptNo() != null && n.endsOn().isBefore(city.asOf.minusDays(40))),
                n -> "rent " + n.contractNo() + n.startsOn());
        premises.leaseIncomes.change(kept, "receiptNo", null);
        plants.counted(
                "OF-28b", kept.institutionCode(), kept.contractNo() + " " + kept.startsOn(), "租金没有缴库凭证", kept.amount());
    }

    private Room idleRoom(String name) {
        return plants.pick(
                name,
                premises.rooms.where(r -> r.idleSince() != null
                        && premises.idleDisposals
                                .where(d -> d.buildingCode().equals(r.buildingCode()))
                                .findAny()
                                .isEmpty()),
                r -> "room " + r.key());
    }

    private void idle() {
        LocalDate since = city.asOf.minusMonths(8);
        Room forgotten = premises.rooms.change(idleRoom("OF-28"), "idleSince", since);
        plants.counted("OF-28", forgotten.key(), null, "闲置八个月没有处置方案", forgotten.usableArea());
        Room planned = premises.rooms.change(idleRoom("OF-28 planned"), "idleSince", since);
        premises.idleDisposals.add(new IdleDisposal(
                planned.institutionCode(),
                "CZ-P-" + planned.key().replace(' ', '-'),
                planned.buildingCode(),
                planned.number(),
                "REALLOCATION",
                planned.usableArea(),
                "示机管处〔%d〕闲99号".formatted(city.asOf.getYear()),
                city.asOf.minusDays(30),
                null));
        plants.nearMiss("OF-28", planned.key(), "闲置八个月，已有处置方案");
    }

    private void contract() {
        Housekeeping.PropertyContract silent =
                plants.pick("EN-09", premises.contracts.all().stream(), c -> "contract " + c.contractNo());
        premises.contracts.change(silent, "energyClause", false);
        plants.breach("EN-09", silent.institutionCode(), silent.contractNo(), "物业合同没有节能要求");
    }
}
