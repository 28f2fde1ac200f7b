package org.yiti.telemetry.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.telemetry.TelemetryRefusal;

/** Places and times that cannot be are refused together, each where it stands. */
final class Possible {

    private final List<Refused.FieldProblem> problems = new ArrayList<>();

    Possible require(boolean fine, String pointer, String zh, String en) {
        if (!fine) {
            problems.add(new Refused.FieldProblem(pointer, new Label(zh, en).in(LocaleContextHolder.getLocale())));
        }
        return this;
    }

    void orRefuse() {
        if (!problems.isEmpty()) {
            throw new Refused(TelemetryRefusal.NO_SUCH_PLACE_OR_TIME, Map.of(), problems);
        }
    }
}
