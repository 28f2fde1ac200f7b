package org.yiti.safeguard;

import org.yiti.kernel.Label;

/** What a masked value is needed for: a purpose must be clear and reasonable (个人信息保护法 6, 34). */
public enum Purpose {
    SERVICE("办理本人业务", "Service to the person"),
    CONTACT("工作联络", "Contact in the course of work"),
    VERIFICATION("核实数据或问题", "Verification of data or a finding"),
    INSPECTION("监督检查、审计", "Inspection or audit"),
    EMERGENCY("应急处置", "Emergency");

    private final Label label;

    Purpose(String zh, String en) {
        this.label = new Label(zh, en);
    }

    public Label label() {
        return label;
    }
}
