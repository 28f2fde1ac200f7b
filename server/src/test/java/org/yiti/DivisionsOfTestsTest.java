package org.yiti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Journeys share a database, and which of them do depends on how they are shared out: whoever takes another's code fails there alone. */
class DivisionsOfTestsTest {

    private static final Pattern CODE =
            Pattern.compile("(?:\"code\", \"|values \\('|code = ')(9\\d{5})['\"]|\\\\n(9\\d{5}),");

    @Test
    void noTwoTestsMakeTheSameDivision() throws IOException {
        var users = new TreeMap<String, Set<String>>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file))
                        .results()
                        .map(DivisionsOfTestsTest::code)
                        .forEach(code -> users.computeIfAbsent(code, first -> new TreeSet<>())
                                .add(String.valueOf(file.getFileName())));
            }
        }
        assertThat(users).hasSizeGreaterThan(50);
        assertThat(users.entrySet().stream()
                        .filter(code -> code.getValue().size() > 1)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .isEmpty();
    }

    private static String code(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
