package org.yiti.law;

import org.yiti.kernel.Label;

/** What a finding means until a person has looked at it. */
public enum Severity {
    VIOLATION("违规", "Violation"),
    /** Always needs a person before it is called a breach. */
    SUSPICION("疑点", "Suspicion"),
    REMINDER("提醒", "Reminder");

    private final Label label;

    Severity(String zh, String en) {
        this.label = new Label(zh, en);
    }

    public Label label() {
        return label;
    }
}
