package org.yiti.supervision.subscriptions;

import org.yiti.kernel.Label;

/** What one may be told of. */
enum Kind {
    FINDING("新发现的问题", "A finding is new, or back"),
    MOVED("案件立案或进入新环节", "A case was opened or moved on"),
    OWED("案件等单位说明或整改", "A case waits for a unit"),
    ASSIGNED("指定我承办", "Put in my charge"),
    DUE("案件快到期", "A case is soon due"),
    LATE("案件逾期", "A case is late"),
    PACKAGE("证据包待审批", "An evidence package waits for a decision");

    private final Label label;

    Kind(String zh, String en) {
        label = new Label(zh, en);
    }

    Label label() {
        return label;
    }
}
