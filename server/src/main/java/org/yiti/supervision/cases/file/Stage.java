package org.yiti.supervision.cases.file;

import org.yiti.kernel.Label;

/** Where a case is: 预警 → 核查 → 说明/约谈 → 整改 → 复核 → 通报/移送 → 销号. */
public enum Stage {
    ALERT("预警", "Alert"),
    VERIFYING("核查", "Verification"),
    EXPLAINING("说明/约谈", "Explanation or talk"),
    RECTIFYING("整改", "Rectification"),
    REVIEWING("复核", "Review"),
    SETTLING("通报/移送", "Circulation or transfer"),
    CLOSED("销号", "Closed"),
    MERGED("已并案", "Merged");

    private final Label label;

    Stage(String zh, String en) {
        label = new Label(zh, en);
    }

    public Label label() {
        return label;
    }

    public boolean open() {
        return this != CLOSED && this != MERGED;
    }

    /** The unit has to do something; in the others whoever verifies. */
    public boolean waitsForUnit() {
        return this == EXPLAINING || this == RECTIFYING;
    }

    /** The state of its findings that stand; {@code supervision.state_in_case} says the same to the database. */
    String stateOfFindings() {
        return switch (this) {
            case ALERT -> "NEW";
            case SETTLING -> "REVIEWING";
            default -> name();
        };
    }

    /** Where a case begins whose findings are on their way already: none of them is taken past what it has not seen. */
    public static Stage ofFinding(String state) {
        return state.equals("NEW") ? ALERT : valueOf(state);
    }
}
