package org.yiti.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.calendar.WorkCalendar;
import org.yiti.supervision.EarlierSteps.Taken;
import org.yiti.supervision.EarlierSteps.Waiting;

/** The way one finding goes, step by step on workdays, drawn from what it is about and never from when it is asked. */
final class Pace {

    /** @param byUnit whether the institution takes the step, rather than the inspector */
    record Stride(Taken step, boolean byUnit) {}

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS_TO_EXPLAIN = 10;
    private static final List<String> CAUSES =
            List.of("经核实，系台账登记不及时，已补录相关审批单。", "情况属实，经办人对规定掌握不准，已组织学习并书面检讨。", "因应急任务临时安排，事后已补办审批手续，附情况说明。");
    private static final List<String> ORDERS =
            List.of("请对照标准限期整改，整改情况附照片和调整后的台账。", "请于期限内调整到位，逾期将予通报。", "请会同主管科室核实后整改，并举一反三自查。");

    private final Chance chance;
    private final WorkCalendar calendar;
    private final List<Stride> way = new ArrayList<>();
    private LocalDate day;

    private Pace(Waiting finding, Chance chance, WorkCalendar calendar) {
        this.chance = chance;
        this.calendar = calendar;
        this.day = finding.firstSeen();
    }

    static List<Stride> of(Waiting finding, Chance chance, WorkCalendar calendar) {
        Pace pace = new Pace(finding, chance.under(finding.rule() + finding.subject() + finding.episode()), calendar);
        if (!finding.severity().equals("REMINDER") && pace.chance.happens(0.88)) {
            pace.verified();
            boolean happened = finding.episode().matches("\\d{4}-\\d{2}-\\d{2}.*");
            if (happened || finding.severity().equals("SUSPICION")) {
                pace.explained(happened);
            } else {
                pace.rectified();
            }
        }
        return pace.way;
    }

    private void verified() {
        later(1, 6);
        stride("VERIFY", null, null, false);
        stride("ASSIGN", null, null, false);
    }

    /** What happened once cannot be undone: it is explained, and closed or dismissed. */
    private void explained(boolean happened) {
        later(2, 9);
        stride("ASK_EXPLANATION", "请说明情况并提供派车单、审批单等佐证材料。", calendar.plusWorkdays(day, DAYS_TO_EXPLAIN), false);
        if (!chance.happens(0.7)) {
            return;
        }
        later(3, 14);
        stride("EXPLAIN", chance.pick(CAUSES), null, true);
        if (!happened || !chance.happens(0.7)) {
            return;
        }
        later(2, 8);
        if (chance.happens(0.25)) {
            stride("DISMISS", "经调阅原始单据，属数据登记错误，非违规用车。", null, false);
        } else {
            stride("CLOSE", "说明属实，已批评教育并纳入月度通报，同意销号。", null, false);
        }
    }

    private void rectified() {
        later(2, 10);
        stride("ORDER_RECTIFICATION", chance.pick(ORDERS), calendar.plusWorkdays(day, chance.whole(18, 45)), false);
        if (chance.happens(0.25)) {
            later(12, 25);
            stride("REPORT_RECTIFIED", "已完成调整，台账随后更新，请予复核。", null, true);
        }
    }

    private void later(int least, int most) {
        day = calendar.plusWorkdays(day, chance.whole(least, most));
    }

    private void stride(String step, @Nullable String note, @Nullable LocalDate dueOn, boolean byUnit) {
        Instant at = day.atTime(chance.whole(9, 16), chance.whole(0, 59))
                .atZone(HERE)
                .toInstant();
        way.add(new Stride(new Taken(step, note, dueOn, null, at), byUnit));
    }
}
