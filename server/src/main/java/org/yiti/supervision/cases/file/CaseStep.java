package org.yiti.supervision.cases.file;

import static org.yiti.supervision.cases.file.Stage.ALERT;
import static org.yiti.supervision.cases.file.Stage.CLOSED;
import static org.yiti.supervision.cases.file.Stage.EXPLAINING;
import static org.yiti.supervision.cases.file.Stage.RECTIFYING;
import static org.yiti.supervision.cases.file.Stage.REVIEWING;
import static org.yiti.supervision.cases.file.Stage.SETTLING;
import static org.yiti.supervision.cases.file.Stage.VERIFYING;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiti.identity.Permission;
import org.yiti.kernel.Label;
import org.yiti.supervision.steps.StepOf;

/** What a person can do with a case: from which stages, to which, who may, and what they must say. */
public enum CaseStep implements StepOf<Stage> {
    VERIFY("开始核查", "Verify", Permission.VERIFY, EnumSet.of(ALERT), VERIFYING, Asks.NOTHING),
    ASK_EXPLANATION(
            "要求说明", "Ask for an explanation", Permission.VERIFY, EnumSet.of(ALERT, VERIFYING), EXPLAINING, Asks.NOTE),
    TALK("约谈", "Hold a talk", Permission.VERIFY, EnumSet.of(VERIFYING, EXPLAINING, RECTIFYING), null, Asks.NOTE),
    EXPLAIN("提交说明", "Explain", Permission.RECTIFY, EnumSet.of(EXPLAINING), REVIEWING, Asks.NOTE),
    ORDER_RECTIFICATION(
            "责令整改",
            "Order it put right",
            Permission.VERIFY,
            EnumSet.of(VERIFYING, EXPLAINING, REVIEWING),
            RECTIFYING,
            Asks.NOTE),
    REPORT_RECTIFIED("报告已整改", "Report it put right", Permission.RECTIFY, EnumSet.of(RECTIFYING), REVIEWING, Asks.NOTE),
    FAIL_REVIEW("复核不通过", "Send back", Permission.VERIFY, EnumSet.of(REVIEWING), RECTIFYING, Asks.NOTE),
    PASS_REVIEW("复核通过", "Pass the review", Permission.VERIFY, EnumSet.of(REVIEWING), SETTLING, Asks.NOTE),
    CIRCULATE("通报", "Circulate", Permission.VERIFY, EnumSet.of(SETTLING), null, Asks.NOTE),
    TRANSFER("移送", "Transfer", Permission.VERIFY, EnumSet.of(SETTLING), null, Asks.NOTE),
    CLOSE("销号", "Close", Permission.VERIFY, EnumSet.of(SETTLING), CLOSED, Asks.NOTE),
    /** Only where none of its findings stands any more. */
    CLOSE_EARLY(
            "核查终结，销号",
            "Close: nothing stands",
            Permission.VERIFY,
            EnumSet.of(ALERT, VERIFYING, EXPLAINING, RECTIFYING, REVIEWING),
            CLOSED,
            Asks.NOTE),
    REOPEN("重新核查", "Reopen", Permission.VERIFY, EnumSet.of(CLOSED), VERIFYING, Asks.NOTE),
    EXTEND(
            "延期",
            "Extend",
            Permission.VERIFY,
            EnumSet.of(ALERT, VERIFYING, EXPLAINING, RECTIFYING, REVIEWING, SETTLING),
            null,
            Asks.NOTE_AND_DUE),
    ASSIGN(
            "指定承办人",
            "Put in charge",
            Permission.VERIFY,
            EnumSet.of(ALERT, VERIFYING, EXPLAINING, RECTIFYING, REVIEWING, SETTLING),
            null,
            Asks.ASSIGNEE);

    private final Move<Stage> move;

    CaseStep(String zh, String en, Permission permission, Set<Stage> from, @Nullable Stage to, Asks asks) {
        this.move = new Move<>(new Label(zh, en), permission, from, to, asks);
    }

    @Override
    public Move<Stage> move() {
        return move;
    }

    /** Not by the unit's own people, and not by who explained or put it right. */
    public boolean needsOtherEyes() {
        return this == FAIL_REVIEW || this == PASS_REVIEW || closes();
    }

    public boolean closes() {
        return move.to() == CLOSED;
    }

    /** The unit's answer. */
    public boolean answers() {
        return permission() == Permission.RECTIFY;
    }

    /** A day may be named with it: none means as many workdays as the stage has, and later it cannot be. */
    public boolean takesDueOn() {
        var to = move.to();
        return needsDueOn() || (to != null && to.waitsForUnit());
    }
}
