package org.yiti.law.book;

import java.util.stream.Stream;

/** Reads {@code cases.yml} as far as a rule must have it: examples of what it finds, and of what it leaves alone. */
final class CasesFile {

    private CasesFile() {}

    static void check(String file, String yaml) {
        var root = Located.read(file, yaml).only("background", "cases");
        root.optional("background").ifPresent(CasesFile::checkFacts);
        var cases = root.field("cases");
        cases.items().forEach(CasesFile::checkCase);
        if (finding(cases).noneMatch(found -> found)) {
            throw cases.malformed("no case finds anything");
        }
        if (finding(cases).allMatch(found -> found)) {
            throw cases.malformed("no case finds nothing");
        }
    }

    private static Stream<Boolean> finding(Located cases) {
        return cases.items().stream().map(one -> !one.field("finds").items().isEmpty());
    }

    private static void checkCase(Located one) {
        one.only("name", "as_of", "given", "finds", "unjudged");
        one.field("name").label();
        one.field("as_of").date();
        one.optional("given").ifPresent(CasesFile::checkFacts);
        one.field("finds").items().forEach(Located::entries);
        one.optional("unjudged").ifPresent(u -> u.items().forEach(Located::entries));
    }

    private static void checkFacts(Located facts) {
        facts.entries().values().forEach(rows -> rows.items().forEach(Located::entries));
    }
}
