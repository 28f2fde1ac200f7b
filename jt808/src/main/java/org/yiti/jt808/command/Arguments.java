package org.yiti.jt808.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Dialects;
import org.yiti.jt808.Version;

/** What the command was asked for; nothing when that is not to be understood. */
record Arguments(
        Act act,
        List<String> given,
        @Nullable Version version,
        @Nullable Dialect dialect) {

    enum Act {
        DECODE,
        ENCODE,
        MESSAGES
    }

    static Optional<Arguments> of(String... words) {
        if (words.length == 0) {
            return Optional.empty();
        }
        var given = new ArrayList<String>();
        Version version = null;
        Dialect dialect = null;
        try {
            var act = Act.valueOf(words[0].toUpperCase(java.util.Locale.ROOT));
            for (var i = 1; i < words.length; i++) {
                switch (words[i]) {
                    case "--version" -> version = Version.valueOf("V" + words[++i]);
                    case "--dialect" -> dialect = Dialects.named(words[++i]).orElseThrow(IllegalArgumentException::new);
                    default -> given.add(words[i]);
                }
            }
            var isOption = given.stream().anyMatch(word -> word.startsWith("--"));
            return isOption ? Optional.empty() : Optional.of(new Arguments(act, given, version, dialect));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unfit) {
            return Optional.empty();
        }
    }

    /** The one that was named; otherwise the standard, and what may be tried where it does not suffice. */
    List<Dialect> dialects() {
        return dialect != null
                ? List.of(dialect)
                : List.of(Dialect.STANDARD, Dialects.TRACKER, Dialect.LENIENT, Dialects.ALTERNATIVE);
    }
}
