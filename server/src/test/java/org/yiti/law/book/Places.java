package org.yiti.law.book;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The columns a sentence of a rule speaks of. */
final class Places {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)(?::[a-z-]+)?}");

    private Places() {}

    static Set<String> of(String template) {
        return PLACE.matcher(template).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }
}
