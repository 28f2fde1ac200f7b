package org.yiti.supervision.findings;

import org.yiti.kernel.Label;
import org.yiti.law.Severity;

/** Where a finding is on its way. */
enum State {
    NEW("新发现", "New"),
    VERIFYING("核查", "Being verified"),
    EXPLAINING("说明", "To be explained"),
    RECTIFYING("整改", "To be put right"),
    REVIEWING("复核", "Under review"),
    CLOSED("销号", "Closed"),
    DISMISSED("误报", "Dismissed"),
    MENDED("已消除", "Mended");

    private final Label label;

    State(String zh, String en) {
        label = new Label(zh, en);
    }

    Label label() {
        return label;
    }

    /** Nothing is wrong yet where something is only called to mind, and its words say so. */
    Label label(Severity severity) {
        if (severity != Severity.REMINDER) {
            return label;
        }
        return switch (this) {
            case NEW -> new Label("待办理", "To be seen to");
            case CLOSED -> new Label("已停止提醒", "Stopped");
            case MENDED -> new Label("已解除", "Over");
            default -> label;
        };
    }

    boolean open() {
        return this != CLOSED && this != DISMISSED && this != MENDED;
    }
}
