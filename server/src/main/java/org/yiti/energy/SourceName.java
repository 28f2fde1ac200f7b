package org.yiti.energy;

import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Format;

/** The name of a gateway is part of its topics: nothing that a topic or a pattern would read otherwise. */
class SourceName implements Format {

    @Override
    public Opinion examine(String text) {
        var name = text.strip();
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
                ? new Opinion(name, null, null)
                : new Opinion(
                        text,
                        null,
                        new Label("应为字母、数字和 . _ -，最多 64 个", "is letters, digits and . _ -, 64 at most"));
    }
}
