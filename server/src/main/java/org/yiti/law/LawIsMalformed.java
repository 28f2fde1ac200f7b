package org.yiti.law;

import java.util.List;

/** The files under {@code rules/} do not say what they should; every complaint names file, line and field. */
public final class LawIsMalformed extends RuntimeException {

    private final List<String> complaints;

    public LawIsMalformed(List<String> complaints) {
        super("The law cannot be loaded:\n" + String.join("\n", complaints));
        this.complaints = List.copyOf(complaints);
    }

    public List<String> complaints() {
        return complaints;
    }
}
