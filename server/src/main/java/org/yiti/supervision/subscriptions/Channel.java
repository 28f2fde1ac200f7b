package org.yiti.supervision.subscriptions;

enum Channel {
    MAIL,
    WEBHOOK
}
