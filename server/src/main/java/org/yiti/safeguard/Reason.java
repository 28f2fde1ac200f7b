package org.yiti.safeguard;

import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;

/** Why something guarded is wanted, in words that somebody can hold against it later. */
public final class Reason {

    private static final int SHORTEST = 4;
    private static final Label TOO_SHORT = new Label("请写明理由", "say why");

    private Reason() {}

    /** Refuses blanks and what says nothing. */
    public static String said(String text) {
        var said = text.strip();
        if (said.codePointCount(0, said.length()) < SHORTEST) {
            throw new Refused(
                    SafeguardRefusal.REASON_TOO_SHORT,
                    Map.of("characters", SHORTEST),
                    List.of(new Refused.FieldProblem("/reason", TOO_SHORT.in(LocaleContextHolder.getLocale()))));
        }
        return said;
    }
}
