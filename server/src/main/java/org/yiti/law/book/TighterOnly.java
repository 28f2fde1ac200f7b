package org.yiti.law.book;

import java.util.ArrayList;
import java.util.List;
import org.yiti.law.Confidence;
import org.yiti.law.book.Parameter.Stricter;
import org.yiti.law.book.Parameter.Value;

/** A region may tighten a number of the law, never loosen it. */
final class TighterOnly {

    private TighterOnly() {}

    static List<String> complaints(List<Parameter> parameters) {
        var complaints = new ArrayList<String>();
        for (var parameter : parameters) {
            if (parameter.form().stricter() == Stricter.NONE) {
                continue;
            }
            for (var region : parameter.values()) {
                parameter.values().stream()
                        .filter(other -> isAbove(other, region))
                        .filter(other -> !parameter.form().stricter().holds(region.amount(), other.amount()))
                        .forEach(other -> complaints.add(complaint(parameter, region, other)));
            }
        }
        return complaints;
    }

    /**
     * One region binds those inside it. A default that the country has for want of a number in its law gives way to a
     * region that sets its own and says why in its note; without a reason it binds like the law.
     */
    private static boolean isAbove(Value above, Value region) {
        if (region.division() == null
                || !above.dims().equals(region.dims())
                || !above.valid().overlaps(region.valid())) {
            return false;
        }
        return above.division() == null
                ? above.origin().confidence() != Confidence.LOCAL || !givesReason(region)
                : contains(above.division(), region.division());
    }

    private static boolean givesReason(Value region) {
        var note = region.origin().note();
        return note != null && !note.isBlank();
    }

    /** By the digits of GB/T 2260: 330000 contains 330100, which contains 330106. */
    private static boolean contains(String above, String division) {
        var stem = above.replaceAll("(00){1,2}$", "");
        return !above.equals(division) && division.startsWith(stem);
    }

    private static String complaint(Parameter parameter, Value region, Value above) {
        return "%s %s: %s of %s is looser than %s of %s (%s); a region may only tighten it, or loosen a mere default with its reason in the note"
                .formatted(
                        region.origin().place(),
                        parameter.id(),
                        region.value(),
                        region.division(),
                        above.value(),
                        above.division() == null ? "the country" : above.division(),
                        above.origin().place());
    }
}
