package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Hospitality.Guest;
import org.yiti.demonstration.Hospitality.Reception;

/** Guests without a letter, more of them than announced, or whose list nobody signed. */
final class HospitalityPlants {
    private final Plants plants;
    private final Hospitality hospitality;

    HospitalityPlants(Plants plants) {
        this.plants = plants;
        this.hospitality = plants.city.upkeep.hospitality;
    }

    void sow() {
        reception("RC-01", "没有派出单位公函", "letterNo", null);
        plants.attempt(this::cancelled);
        plants.attempt(this::letterTwice);
        plants.attempt(this::approvals);
        reception("RC-09", "在机场迎送", "greeting", "AIRPORT");
        plants.attempt(this::lists);
        reception("RC-10b", "接待清单没有活动场所", "places", null);
        plants.attempt(this::moreThanAnnounced);
        plants.attempt(this::sameCity);
        plants.attempt(this::cluster);
    }

    private Reception pick(String name, Predicate<Reception> wanted) {
        return plants.pick(name, hospitality.receptions.where(wanted), r -> "reception " + r.receptionNo());
    }

    private Reception change(Reception reception, @Nullable Object... namesAndValues) {
        return hospitality.receptions.change(reception, namesAndValues);
    }

    private void reception(String rule, String done, String column, @Nullable Object value) {
        plants.attempt(() -> {
            Reception picked = change(pick(rule, r -> true), column, value);
            plants.breach(rule, picked.receptionNo(), null, done);
        });
    }

    private void cancelled() {
        Reception picked = change(pick("RC-01 cancelled", r -> true), "letterNo", null, "status", "CANCELLED");
        plants.nearMiss("RC-01", picked.receptionNo(), "没有公函，接待已取消");
    }

    private void letterTwice() {
        Reception later = pick("RC-01b", r -> r.receptionNo().endsWith("-01") && third(r) != null);
        Reception earlier = third(later);
        if (earlier != null) {
            plants.take("reception " + earlier.receptionNo());
            change(later, "letterNo", earlier.letterNo());
            plants.breach("RC-01b", later.receptionNo(), null, "公函此前已用于另一次接待");
        }
    }

    private @Nullable Reception third(Reception first) {
        return hospitality
                .receptions
                .where(r -> r.receptionNo().equals(first.receptionNo().replaceAll("01$", "03")))
                .filter(r -> !plants.taken("reception " + r.receptionNo()))
                .findFirst()
                .orElse(null);
    }

    private void approvals() {
        Reception late = pick("RC-02", r -> true);
        change(late, "approvedOn", late.startsOn().plusDays(1));
        plants.breach("RC-02", late.receptionNo(), null, "开始次日才补批");
        Reception sameDay = pick("RC-02 same day", r -> true);
        change(sameDay, "approvedOn", sameDay.startsOn());
        plants.nearMiss("RC-02", sameDay.receptionNo(), "接待当日审批");
    }

    private void lists() {
        Reception late = pick("RC-10", r -> true);
        change(late, "listSignedOn", late.endsOn().plusDays(6));
        plants.breach("RC-10", late.receptionNo(), null, "接待结束后第 6 天才审签清单");
        Reception fifth = pick("RC-10 fifth day", r -> true);
        change(fifth, "listSignedOn", fifth.endsOn().plusDays(5));
        plants.nearMiss("RC-10", fifth.receptionNo(), "第 5 天审签清单");
    }

    private void moreThanAnnounced() {
        Reception more = pick("RC-13", r -> true);
        change(more, "guests", more.guests() + 1);
        hospitality
                .guests
                .where(g ->
                        g.receptionNo().equals(more.receptionNo()) && g.part().equals("GUEST"))
                .findFirst()
                .ifPresent(g -> hospitality.guests.add(Rows.with(g, "lineNo", 99, "name", g.name() + "二")));
        plants.breach("RC-13", more.receptionNo(), null, "比公函多来 1 人");
        Reception fewer = pick("RC-13 fewer", r -> true);
        change(fewer, "letterPersons", fewer.guests() + 1);
        plants.nearMiss("RC-13", fewer.receptionNo(), "比公函少来 1 人");
    }

    private void sameCity() {
        Reception picked = pick("RC-14", r -> true);
        change(picked, "guestDivision", picked.institutionCode().substring(0, 4) + "99");
        plants.breach("RC-14", picked.receptionNo(), null, "同城单位来访并安排工作餐");
    }

    /** Two more of the same visitor in the days before. */
    private void cluster() {
        Reception last = pick("RC-16", r -> r.endsOn().equals(r.startsOn()));
        for (int before : List.of(2, 4)) {
            LocalDate day = last.startsOn().minusDays(before);
            Reception again = hospitality.receptions.add(Rows.with(
                    last,
                    "receptionNo",
                    last.receptionNo() + before,
                    "letterNo",
                    last.letterNo() + before,
                    "startsOn",
                    day,
                    "endsOn",
                    day));
            change(again, "letterFrom", day, "letterTo", day, "approvedOn", day, "listSignedOn", day);
            plants.take("reception " + again.receptionNo());
            List<Guest> guests = hospitality
                    .guests
                    .where(g -> g.receptionNo().equals(last.receptionNo()))
                    .toList();
            guests.forEach(g -> hospitality.guests.add(Rows.with(g, "receptionNo", again.receptionNo())));
        }
        plants.counted("RC-16", last.receptionNo(), null, "5 天内第三次接待同一单位", 3);
    }
}
