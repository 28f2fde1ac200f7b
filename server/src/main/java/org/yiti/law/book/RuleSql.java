package org.yiti.law.book;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question of a rule as text: one query over facts, with the placeholders of {@link org.yiti.law.Asked}. PostgreSQL
 * itself keeps it from writing and from reading anything but facts; here is refused what could talk it out of that.
 */
final class RuleSql {

    /** As PostgreSQL reads it: what looks like a string or a comment within a quoted name is neither. */
    private static final Pattern STRING_OR_COMMENT =
            Pattern.compile("'(?:[^']|'')*'|--[^\n\r]*|/\\*.*?\\*/|\"[^\"]*\"", Pattern.DOTALL);
    /** Spellings under which a string does not end, or a name does not read, as it seems to. */
    private static final Pattern DISGUISED = Pattern.compile("(?<!\\w)(?:[eE]'|[uU]&['\"])|\\$");
    /** What acts, changes the role or runs a text as SQL. */
    private static final Pattern ACTING = Pattern.compile(
            "\\b(set_config|pg_\\w+|lo_\\w+|dblink\\w*|\\w+_to_xml\\w*|ts_stat|ts_rewrite|nextval|setval)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Cases lay tables of their own over the facts: by its whole name the fact itself would be asked. */
    private static final Pattern QUALIFIED =
            Pattern.compile("(?<![\\w.\"])\"?facts\"?\\s*\\.", Pattern.CASE_INSENSITIVE);

    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!:):(?!as_of\\b|judged\\([\\w.]+\\))([a-zA-Z_]+)");

    private final String file;
    private final String bare;

    RuleSql(String file, String text) {
        this.file = file;
        if (DISGUISED.matcher(text).find()) {
            throw new Malformed(file, "should spell strings and names plainly: no E'…', no U&…, no $");
        }
        this.bare = STRING_OR_COMMENT.matcher(text).replaceAll(found -> bare(found.group()));
    }

    private static String bare(String found) {
        return found.startsWith("'") ? "''" : found.startsWith("\"") ? Matcher.quoteReplacement(found) : " ";
    }

    /** @return the words it consists of, those of strings and comments left out */
    Set<String> check() {
        if (bare.contains(";")) {
            throw new Malformed(file, "should be one query without a semicolon");
        }
        PLACEHOLDER.matcher(bare).results().map(m -> m.group(1)).findFirst().ifPresent(p -> {
            throw new Malformed(file, "knows no placeholder :" + p + ", only :as_of and :judged(column)");
        });
        ACTING.matcher(bare).results().map(m -> m.group(1)).findFirst().ifPresent(name -> {
            throw new Malformed(file, "calls " + name + ": a rule asks for facts and does nothing else");
        });
        if (QUALIFIED.matcher(bare).find()) {
            throw new Malformed(file, "should name facts without their schema: trip, not facts.trip");
        }
        return new HashSet<>(List.of(bare.split("\\W+")));
    }
}
