package org.yiti.law;

import org.jspecify.annotations.Nullable;

/**
 * The files of a rule as they are written.
 *
 * @param rule {@code rule.yml}
 * @param find {@code find.sql}
 * @param unjudged {@code unjudged.sql}, which few have
 * @param cases {@code cases.yml}
 */
public record RuleFiles(String rule, String find, @Nullable String unjudged, String cases) {}
