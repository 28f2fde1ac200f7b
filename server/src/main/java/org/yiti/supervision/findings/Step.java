package org.yiti.supervision.findings;

import static org.yiti.supervision.findings.State.CLOSED;
import static org.yiti.supervision.findings.State.DISMISSED;
import static org.yiti.supervision.findings.State.EXPLAINING;
import static org.yiti.supervision.findings.State.MENDED;
import static org.yiti.supervision.findings.State.NEW;
import static org.yiti.supervision.findings.State.RECTIFYING;
import static org.yiti.supervision.findings.State.REVIEWING;
import static org.yiti.supervision.findings.State.VERIFYING;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiti.identity.Permission;
import org.yiti.kernel.Label;
import org.yiti.law.Severity;
import org.yiti.supervision.steps.StepOf;

/**
 * What a person can do with a finding: from which states, to which, who may, and what they must say. A reminder is no
 * accusation: nobody verifies or reviews it. It ends when the new date is entered, or when somebody says why it may.
 */
enum Step implements StepOf<State> {
    VERIFY("开始核查", "Verify", Permission.VERIFY, EnumSet.of(NEW), VERIFYING, Asks.NOTHING),
    ASK_EXPLANATION(
            "要求说明",
            "Ask for an explanation",
            Permission.VERIFY,
            EnumSet.of(NEW, VERIFYING),
            EXPLAINING,
            Asks.NOTE_AND_DUE),
    EXPLAIN("提交说明", "Explain", Permission.RECTIFY, EnumSet.of(EXPLAINING), REVIEWING, Asks.NOTE),
    ORDER_RECTIFICATION(
            "要求整改",
            "Order it put right",
            Permission.VERIFY,
            EnumSet.of(NEW, VERIFYING, EXPLAINING, REVIEWING),
            RECTIFYING,
            Asks.NOTE_AND_DUE),
    REPORT_RECTIFIED("报告已整改", "Report it put right", Permission.RECTIFY, EnumSet.of(RECTIFYING), REVIEWING, Asks.NOTE),
    FAIL_REVIEW("复核不通过", "Send back", Permission.VERIFY, EnumSet.of(REVIEWING), RECTIFYING, Asks.NOTE_AND_DUE),
    CLOSE("销号", "Close", Permission.VERIFY, EnumSet.of(REVIEWING, MENDED), CLOSED, Asks.NOTE),
    DISMISS(
            "认定误报",
            "Dismiss as a false alarm",
            Permission.VERIFY,
            EnumSet.of(NEW, VERIFYING, EXPLAINING, REVIEWING),
            DISMISSED,
            Asks.NOTE),
    REOPEN("重新核查", "Reopen", Permission.VERIFY, EnumSet.of(CLOSED, DISMISSED), VERIFYING, Asks.NOTE),
    ASSIGN(
            "指定负责人",
            "Put in charge",
            Permission.VERIFY,
            EnumSet.of(NEW, VERIFYING, EXPLAINING, RECTIFYING, REVIEWING),
            null,
            Asks.ASSIGNEE),
    STOP_REMINDING("停止提醒", "Stop reminding", Permission.RECTIFY, EnumSet.of(NEW), CLOSED, Asks.NOTE),
    REMIND_AGAIN("恢复提醒", "Remind again", Permission.RECTIFY, EnumSet.of(CLOSED), NEW, Asks.NOTHING);

    private final Move<State> move;

    Step(String zh, String en, Permission permission, Set<State> from, @Nullable State to, Asks asks) {
        this.move = new Move<>(new Label(zh, en), permission, from, to, asks);
    }

    @Override
    public Move<State> move() {
        return move;
    }

    boolean possibleIn(State state, Severity severity) {
        var fits = switch (this) {
            case ASSIGN -> true;
            case STOP_REMINDING, REMIND_AGAIN -> severity == Severity.REMINDER;
            default -> severity != Severity.REMINDER;
        };
        return fits && possibleIn(state);
    }

    /** Whether it is a false alarm is said of each finding; all else is done with the case it is in. */
    boolean possibleInCase(State state) {
        return this == DISMISS || this == REOPEN && state == DISMISSED;
    }

    /** Not by the unit's own people, and not by who explained or put it right. */
    boolean needsOtherEyes() {
        return this == FAIL_REVIEW || this == CLOSE || this == DISMISS;
    }
}
