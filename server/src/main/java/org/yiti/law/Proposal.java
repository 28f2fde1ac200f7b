package org.yiti.law;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a number of the law would be, were it another.
 *
 * @param division where; null for the whole country
 * @param dims which of them; those dimensions that are not named are all meant
 */
public record Proposal(String parameter, @Nullable String division, Map<String, String> dims, BigDecimal value) {

    public Proposal {
        dims = dims == null ? Map.of() : Map.copyOf(dims);
    }
}
