package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import org.yiti.demonstration.Hospitality.Expense;
import org.yiti.demonstration.Hospitality.Guest;
import org.yiti.demonstration.Hospitality.Lodging;
import org.yiti.demonstration.Hospitality.Meal;
import org.yiti.demonstration.Hospitality.Reception;
import org.yiti.demonstration.Organization.Institution;

/** Guests, received as the rules have it. */
final class Hosting {
    private static final List<String> VISITORS =
            List.of("邻市教育局", "邻市财政局", "省发展改革研究院", "邻市机关事务管理局", "邻市审计局", "外省考察组", "省统计局调查队");
    private static final List<String> PURPOSES = List.of("工作调研", "学习考察", "请示汇报工作", "联合检查", "业务交流");
    private static final List<String> TITLES = List.of("局长", "副局长", "处长", "科长", "主任科员");

    private final Hospitality hospitality;
    private final Chance chance;
    private final LocalDate asOf;
    private final Names names = new Names();

    Hosting(Hospitality hospitality, Chance chance, LocalDate asOf) {
        this.hospitality = hospitality;
        this.chance = chance.under("receptions");
        this.asOf = asOf;
    }

    void receive(Institution host) {
        Chance own = chance.under(host.code());
        int first = own.whole(0, VISITORS.size() - 1);
        int times = host.level().equals("CITY") ? 3 : 1;
        for (int n = 0; n < times; n++) {
            LocalDate from = asOf.minusDays(30 + n * 90L + own.whole(0, 40));
            String visitor = VISITORS.get((first + n) % VISITORS.size());
            Reception reception = hospitality.receptions.add(reception(host, n + 1, visitor, from, own));
            list(reception, own);
            feed(reception, own);
            if (reception.endsOn().isAfter(from)) {
                lodge(reception, own);
            }
        }
    }

    private Reception reception(Institution host, int serial, String visitor, LocalDate from, Chance own) {
        LocalDate until = from.plusDays(own.whole(0, 1));
        int guests = own.whole(2, 6);
        String number = "JD-%s-%02d".formatted(host.code(), serial);
        return new Reception(
                number,
                host.code(),
                visitor,
                "990100",
                "示函〔%d〕%s".formatted(from.getYear(), number.substring(3)),
                from.minusDays(6),
                guests,
                from,
                until,
                own.pick(PURPOSES),
                from,
                until,
                guests,
                "SP" + number.substring(2),
                from.minusDays(own.whole(1, 4)),
                "NONE",
                "座谈交流、现场考察",
                host.shortName() + "会议室",
                until.plusDays(own.whole(1, 4)),
                "SETTLED");
    }

    private void list(Reception reception, Chance own) {
        for (int line = 1; line <= reception.guests(); line++) {
            guest(
                    reception,
                    line,
                    reception.guestUnit(),
                    own.pick(TITLES),
                    "GUEST",
                    line == 1 ? "BUREAU" : "OTHER",
                    own);
        }
        guest(reception, reception.guests() + 1, "本单位", "办公室主任", "COMPANION", "OTHER", own);
    }

    private void guest(Reception of, int line, String unit, String title, String part, String tier, Chance own) {
        hospitality.guests.add(
                new Guest(of.institutionCode(), of.receptionNo(), line, names.draw(own), unit, title, part, tier));
    }

    private void feed(Reception reception, Chance own) {
        int companions = own.whole(1, 3);
        double cost = (reception.guests() + companions) * own.whole(55, 95);
        meal(reception, 1, "WORKING_MEAL", companions, cost);
        if (reception.endsOn().isAfter(reception.startsOn())) {
            meal(reception, 2, "GUEST_PAID", 0, reception.guests() * 40.0);
        }
        hospitality.expenses.add(new Expense(
                reception.institutionCode(),
                reception.receptionNo(),
                "PZ" + reception.receptionNo().substring(2),
                reception.endsOn().plusDays(own.whole(6, 15)),
                "MEAL",
                cost,
                own.pick(List.of("TRANSFER", "OFFICIAL_CARD")),
                true,
                true,
                true,
                true));
    }

    private void meal(Reception of, int number, String kind, int companions, double cost) {
        boolean paid = kind.equals("GUEST_PAID");
        hospitality.meals.add(new Meal(
                of.institutionCode(),
                of.receptionNo(),
                number,
                of.startsOn(),
                kind,
                of.guests(),
                companions,
                "机关食堂",
                "CANTEEN",
                cost,
                paid ? cost : null,
                "NONE",
                false,
                false));
    }

    private void lodge(Reception of, Chance own) {
        hospitality.lodgings.add(new Lodging(
                of.institutionCode(),
                of.receptionNo(),
                1,
                "OTHER",
                "STANDARD",
                (of.guests() + 1) / 2,
                1,
                own.whole(260, 340),
                "示范市迎宾馆",
                true,
                false));
    }
}
