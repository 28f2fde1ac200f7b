package org.yiti.supervision.findings;

import org.yiti.kernel.Label;

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

    boolean open() {
        return this != CLOSED && this != DISMISSED && this != MENDED;
    }
}
