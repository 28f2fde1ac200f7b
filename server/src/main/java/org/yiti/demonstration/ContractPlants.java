package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Treasury.Contract;
import org.yiti.demonstration.Treasury.Payment;

/** Contracts late on every day the law counts, split, stretched, or paid before anything was accepted. */
final class ContractPlants {
    private final Plants plants;
    private final Treasury treasury;
    private final LocalDate asOf;

    ContractPlants(Plants plants) {
        this.plants = plants;
        this.treasury = plants.city.upkeep.treasury;
        this.asOf = plants.city.asOf;
    }

    void sow() {
        plants.attempt(this::signedLate);
        plants.attempt(this::announcedLate);
        contract("FD-04c", "合同没有备案", this::isCounted, "filedOn", null);
        plants.attempt(this::supplement);
        plants.attempt(this::split);
        plants.attempt(this::paidLate);
        plants.attempt(this::unaccepted);
        plants.attempt(this::singleSource);
        plants.attempt(this::ownPurchase);
    }

    private Contract pick(String name) {
        return pick(name, c -> true);
    }

    /** Of those that were there: what was planted beside one of them is part of what is found of that. */
    private Contract pick(String name, Predicate<Contract> clear) {
        return plants.pick(
                name,
                treasury.contracts.all().stream(),
                c -> "contract " + c.contractNo(),
                c -> c.contractNo().equals(Purses.number(c.institutionCode())) && clear.test(c));
    }

    /** Which of the days after it was signed are workdays is known. */
    private boolean isCounted(Contract contract) {
        return plants.city.calendar.isCovered(contract.signedOn().plusDays(20).getYear());
    }

    private void contract(String rule, String done, Predicate<Contract> clear, String column, @Nullable Object value) {
        plants.attempt(() -> {
            Contract picked = treasury.contracts.change(pick(rule, clear), column, value);
            plants.breach(rule, picked.contractNo(), null, done);
        });
    }

    private void signedLate() {
        Contract late = pick("FD-04");
        treasury.contracts.change(late, "awardedOn", late.signedOn().minusDays(41));
        plants.breach("FD-04", late.contractNo(), null, "通知书发出 41 天后签订", 41, 30);
        Contract inTime = pick("FD-04 in time");
        treasury.contracts.change(inTime, "awardedOn", inTime.signedOn().minusDays(30));
        plants.nearMiss("FD-04", inTime.contractNo(), "第 30 天签订");
    }

    private void announcedLate() {
        Contract late = pick("FD-04b", this::isCounted);
        treasury.contracts.change(late, "announcedOn", late.signedOn().plusDays(20));
        plants.breach("FD-04b", late.contractNo(), null, "签订 20 天后才公告");
    }

    private void supplement() {
        Contract base = pick("FD-05");
        double added = Rows.rounded(base.amount() * 0.2, 2);
        treasury.contracts.add(Rows.with(
                base,
                "contractNo",
                base.contractNo() + "B",
                "baseNo",
                base.contractNo(),
                "amount",
                added,
                "awardedOn",
                null));
        plants.breach("FD-05", base.contractNo(), null, "补充合同为原合同的 20%", added, Rows.rounded(base.amount() * 0.1, 2));
    }

    private void split() {
        Contract base = pick("FD-06");
        for (String part : new String[] {"P1", "P2"}) {
            treasury.contracts.add(Rows.with(
                    base,
                    "contractNo",
                    base.contractNo() + part,
                    "budgetItem",
                    "专用设备更新",
                    "method",
                    "INQUIRY",
                    "amount",
                    1_100_000.0));
        }
        plants.breach(
                "FD-06",
                base.institutionCode(),
                base.signedOn().getYear() + " 专用设备更新",
                "同一项目分两次询价采购，累计 220 万元",
                2_200_000,
                2_000_000);
    }

    private Payment payment(String name) {
        return plants.pick(name, treasury.payments.all().stream(), p -> "contract " + p.contractNo());
    }

    private void paidLate() {
        Payment late = payment("FD-07");
        treasury.payments.change(
                late, "deliveredOn", asOf.minusDays(60), "acceptedOn", asOf.minusDays(50), "paidOn", asOf.minusDays(9));
        plants.breach("FD-07", late.contractNo(), "1", "交付 51 天后才付款");
        Payment inTime = payment("FD-07 in time");
        treasury.payments.change(
                inTime,
                "deliveredOn",
                asOf.minusDays(40),
                "acceptedOn",
                asOf.minusDays(30),
                "paidOn",
                asOf.minusDays(10));
        plants.nearMiss("FD-07", inTime.contractNo(), "第 30 天付款");
    }

    private void unaccepted() {
        Payment picked = treasury.payments.change(payment("FD-08"), "acceptanceNo", null);
        plants.breach("FD-08", picked.contractNo(), "1", "没有验收书即付款");
    }

    private void singleSource() {
        Contract picked = pick("FD-09");
        treasury.contracts.change(
                picked,
                "method",
                "SINGLE_SOURCE",
                "amount",
                2_100_000.0,
                "noticeFrom",
                picked.signedOn().minusDays(30),
                "noticeTo",
                picked.signedOn().minusDays(29));
        plants.breach("FD-09", picked.contractNo(), null, "单一来源只公示两天");
    }

    private void ownPurchase() {
        Contract picked = treasury.contracts.change(pick("FD-10"), "inCatalogue", true, "method", "SELF");
        plants.breach("FD-10", picked.contractNo(), null, "集中采购目录内的项目自行采购");
    }
}
