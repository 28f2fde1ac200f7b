package org.yiti.law.book;

import java.util.List;
import java.util.Set;

/** What a question reads of the numbers of the law is what its file names, so that who changes a number finds who uses it. */
final class NamedParameters {

    private NamedParameters() {}

    /** @return the words of the question, to which those of others beside it can be added before {@link #refuseUnnamed} */
    static Set<String> check(String yml, String sqlFile, String sql, List<String> parameters, Set<String> known) {
        var words = new RuleSql(sqlFile, sql).check();
        for (var parameter : parameters) {
            if (!known.contains(parameter)) {
                throw new Malformed(yml, "parameters: there is no parameter " + parameter);
            }
            if (!words.contains(relation(parameter))) {
                throw new Malformed(
                        sqlFile,
                        "does not use the parameter " + parameter + " of " + yml.substring(yml.lastIndexOf('/') + 1));
            }
        }
        return words;
    }

    static void refuseUnnamed(String yml, Set<String> words, List<String> parameters, Set<String> known) {
        known.stream()
                .filter(p -> words.contains(relation(p)) && !parameters.contains(p))
                .findFirst()
                .ifPresent(p -> {
                    throw new Malformed(yml, "parameters: " + p + " is used and not named");
                });
    }

    private static String relation(String parameter) {
        return parameter.replace('-', '_').replace('.', '_');
    }
}
