package org.yiti.demonstration;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Gatherings.Lecture;
import org.yiti.demonstration.Gatherings.Meeting;
import org.yiti.demonstration.Gatherings.Training;

/** Meetings nobody planned, too large or too dear, and lecturers paid too well. */
final class GatheringPlants {
    private final Plants plants;
    private final Gatherings gatherings;
    private final Treasury treasury;

    GatheringPlants(Plants plants) {
        this.plants = plants;
        this.gatherings = plants.city.upkeep.gatherings;
        this.treasury = plants.city.upkeep.treasury;
    }

    void sow() {
        plants.attempt(this::dear);
        plants.attempt(this::crowded);
        meeting("MT-04", "没有列入年度会议计划", "planNo", null);
        plants.attempt(this::extra);
        meeting("MT-05", "在五星级饭店召开", "stars", 5);
        meeting("MT-06", "发放纪念品", "giftCost", 600.0);
        meeting("MT-07", "报销没有附签到表", "signIn", false);
        plants.attempt(this::overBudget);
        plants.attempt(this::oneMore);
        plants.attempt(this::course);
        plants.attempt(this::lecturer);
    }

    private Meeting pick(String name) {
        return pick(name, m -> true);
    }

    private Meeting pick(String name, Predicate<Meeting> clear) {
        return plants.pick(name, gatherings.meetings.all().stream(), m -> "meetings of " + m.institutionCode(), clear);
    }

    private void meeting(String rule, String done, String column, @Nullable Object value) {
        plants.attempt(() -> {
            Meeting picked = gatherings.meetings.change(pick(rule), column, value);
            plants.breach(rule, picked.meetingNo(), null, done);
        });
    }

    private static double persons(Meeting meeting) {
        Integer staff = meeting.staff();
        return meeting.delegates() + (staff == null ? 0 : staff);
    }

    private void dear() {
        Meeting picked = pick("MT-01");
        double quota = persons(picked) * Convening.QUOTA;
        gatherings.meetings.change(picked, "cost", quota + 4800);
        plants.breach("MT-01", picked.meetingNo(), null, "会议费超过综合定额 4800 元", quota + 4800, quota);
        Meeting exact = pick("MT-01 exact");
        gatherings.meetings.change(exact, "cost", persons(exact) * Convening.QUOTA);
        plants.nearMiss("MT-01", exact.meetingNo(), "会议费恰为综合定额");
    }

    private void crowded() {
        Meeting picked = gatherings.meetings.change(pick("MT-03"), "delegates", 163);
        plants.breach("MT-03", picked.meetingNo(), null, "三类会议参会 163 人", 163, 150);
    }

    private void extra() {
        Meeting picked = pick("MT-04 extra");
        gatherings.meetings.change(picked, "planNo", null, "extraApprovalNo", "示会批〔2026〕增1号");
        plants.nearMiss("MT-04", picked.meetingNo(), "计划外会议，已经批准");
    }

    private void overBudget() {
        Meeting picked = pick("MT-08", m -> m.startsOn().getYear() > plants.city.asOf.getYear() - Purses.YEARS);
        int year = picked.startsOn().getYear();
        Treasury.Budget budget = treasury.budgets.get(picked.institutionCode() + " " + year + " MEETING");
        treasury.budgets.change(budget, "amount", picked.cost() - 900);
        plants.breach(
                "MT-08",
                picked.institutionCode(),
                String.valueOf(year),
                "会议费超过年度预算 900 元",
                picked.cost(),
                picked.cost() - 900);
    }

    private void oneMore() {
        Meeting picked = plants.pick(
                "MT-09",
                gatherings.meetings.where(m -> m.startsOn().isAfter(plants.city.asOf.minusDays(200))),
                m -> "meetings of " + m.institutionCode());
        gatherings.meetings.add(
                Rows.with(picked, "meetingNo", picked.meetingNo() + "X", "name", picked.name() + "（续）"));
        plants.breach(
                "MT-09",
                picked.institutionCode(),
                String.valueOf(picked.startsOn().getYear()),
                "集中召开的会议比上年多一次",
                2,
                1);
    }

    private void course() {
        Training picked = plants.pick("TR-01", gatherings.trainings.all().stream(), t -> "training " + t.trainingNo());
        Integer staff = picked.staff();
        double quota = (picked.trainees() + (staff == null ? 0 : staff)) * 3 * Convening.QUOTA;
        gatherings.trainings.change(picked, "cost", quota + 3300);
        plants.breach("TR-01", picked.trainingNo(), null, "培训费超过综合定额 3300 元", quota + 3300, quota);
    }

    private void lecturer() {
        Lecture picked = plants.pick(
                "TR-02",
                gatherings.lectures.where(l -> l.title().equals("DEPUTY_SENIOR")),
                l -> "training " + l.trainingNo());
        gatherings.lectures.change(picked, "fee", picked.hours() * 800);
        plants.breach("TR-02", picked.trainingNo(), "1", "副高职称每学时 800 元", 800, 500);
    }
}
