package org.yiti.identity;

import org.yiti.kernel.Label;

/** What a right was given for. Somebody works for one purpose at a time, and has the rights that were given for it. */
public enum Purpose {
    DAILY("日常管理", "Day-to-day work"),
    INSPECTION("专项督查", "Special inspection"),
    STAND_IN("代班", "Standing in"),
    EMERGENCY("应急处置", "Emergency");

    private final Label label;

    Purpose(String zh, String en) {
        this.label = new Label(zh, en);
    }

    public Label label() {
        return label;
    }
}
