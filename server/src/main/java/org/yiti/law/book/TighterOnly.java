package org.yiti.law.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiti.law.Confidence;
import org.yiti.law.book.Parameter.Value;

/** A region may tighten a number of the law, never loosen it. */
final class TighterOnly {

    private TighterOnly() {}

    static List<String> complaints(List<Parameter> parameters) {
        var complaints = new ArrayList<String>();
        for (var parameter : parameters) {
            parameter.values().stream()
                    .filter(value -> value.division() != null)
                    .forEach(region -> parameter
                            .form()
                            .strictness()
                            .among(region.dims())
                            .ifPresent(order -> complaints.addAll(complaints(parameter, region, order))));
        }
        return complaints;
    }

    private static List<String> complaints(Parameter parameter, Value region, Comparator<String> order) {
        var above = above(parameter, region, region.dims());
        var otherwise = parameter.form().otherwise();
        if (above.isEmpty() && otherwise != null) {
            if (otherwise.value() != null && order.compare(region.value(), otherwise.value()) < 0) {
                return List.of(complaint(
                        parameter,
                        region,
                        otherwise.value() + ", which holds where there is no row",
                        parameter.file()));
            }
            var instead = new HashMap<>(region.dims());
            instead.putAll(otherwise.dims());
            above = above(parameter, region, instead);
        }
        return above.stream()
                .filter(other -> order.compare(region.value(), other.value()) < 0)
                .map(other -> complaint(
                        parameter,
                        region,
                        other.value() + " of " + (other.division() == null ? "the country" : other.division()),
                        other.origin().place()))
                .toList();
    }

    private static List<Value> above(Parameter parameter, Value region, Map<String, String> dims) {
        return parameter.values().stream()
                .filter(other -> other.dims().equals(dims) && isAbove(other, region))
                .toList();
    }

    /**
     * One region binds those inside it. A default that the country has for want of a number in its law gives way to a
     * region that sets its own and says why in its note; without a reason it binds like the law.
     */
    private static boolean isAbove(Value above, Value region) {
        if (region.division() == null || !above.valid().overlaps(region.valid())) {
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

    private static String complaint(Parameter parameter, Value region, String binding, String place) {
        return "%s %s: %s of %s is looser than %s (%s); a region may only tighten it, or loosen a mere default with its reason in the note"
                .formatted(region.origin().place(), parameter.id(), region.value(), region.division(), binding, place);
    }
}
