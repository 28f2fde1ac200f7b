package org.yiti.energy.polling;

import java.io.IOException;
import org.yiti.kernel.Label;

/** Why a device or one of its points gave no value, in both languages. */
final class NotRead extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Label why;

    NotRead(String zh, String en) {
        this(new Label(zh, en));
    }

    NotRead(Label why) {
        super(why.en());
        this.why = why;
    }

    static Label why(IOException failure) {
        return failure instanceof NotRead known
                ? known.why
                : new Label("连接失败：" + failure.getMessage(), "The connection failed: " + failure.getMessage());
    }
}
