package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import org.yiti.demonstration.Gatherings.Lecture;
import org.yiti.demonstration.Gatherings.Meeting;
import org.yiti.demonstration.Gatherings.MeetingPlan;
import org.yiti.demonstration.Gatherings.Training;
import org.yiti.demonstration.Organization.Institution;

/** Meetings that were planned, and courses within their quota. */
final class Convening {
    static final double QUOTA = 550;

    private final Gatherings gatherings;
    private final Chance chance;
    private final LocalDate asOf;
    private final Names names = new Names();

    Convening(Gatherings gatherings, Chance chance, LocalDate asOf) {
        this.gatherings = gatherings;
        this.chance = chance.under("gatherings");
        this.asOf = asOf;
    }

    void convene(Institution host) {
        Chance own = chance.under(host.code());
        LocalDate last = asOf.minusDays(own.whole(40, 120));
        meet(host, last.minusYears(1), own);
        meet(host, last, own);
        if (host.level().equals("CITY")) {
            train(host, own);
        }
    }

    private void meet(Institution host, LocalDate day, Chance own) {
        String suffix = "%s-%d".formatted(host.code(), day.getYear());
        int delegates = own.whole(60, 110);
        int staff = own.whole(4, 6);
        MeetingPlan plan = gatherings.meetingPlans.add(new MeetingPlan(
                "JH-" + suffix,
                host.code(),
                day.getYear(),
                host.shortName() + day.getYear() + "年系统工作会议",
                "THIRD",
                "部署年度工作",
                1,
                delegates,
                staff,
                (delegates + staff) * QUOTA,
                "会议费",
                LocalDate.of(day.getYear(), 1, 1),
                "示会批〔%d〕%s号".formatted(day.getYear(), host.code())));
        gatherings.meetings.add(new Meeting(
                "HY-" + suffix,
                host.code(),
                plan.planNo(),
                plan.name(),
                "THIRD",
                "IN_PERSON",
                false,
                day,
                day,
                delegates,
                staff,
                own.whole(20, 40),
                "示范市会议中心",
                "APPOINTED_HOTEL",
                4,
                20,
                Math.round((delegates + staff) * QUOTA * own.real(0.5, 0.85)),
                0.0,
                0.0,
                0.0,
                null,
                true,
                true,
                true,
                true,
                day.plusDays(own.whole(8, 30))));
    }

    private void train(Institution host, Chance own) {
        LocalDate from = asOf.minusDays(own.whole(40, 200));
        int trainees = own.whole(30, 60);
        String number = "PX-" + host.code();
        gatherings.trainings.add(new Training(
                number,
                host.code(),
                host.shortName() + "业务培训班",
                "THIRD",
                from,
                from.plusDays(2),
                trainees,
                3,
                Math.round((trainees + 3) * 3 * QUOTA * own.real(0.5, 0.9)),
                "示培批〔%d〕%s号".formatted(from.getYear(), host.code())));
        List<String> standings = List.of("DEPUTY_SENIOR", "SENIOR");
        for (int n = 0; n < standings.size(); n++) {
            double hours = own.whole(3, 4);
            gatherings.lectures.add(new Lecture(
                    host.code(),
                    number,
                    n + 1,
                    names.draw(own),
                    standings.get(n),
                    from.plusDays(n),
                    hours,
                    hours * (n + 1) * own.whole(350, 500)));
        }
    }
}
