package org.yiti.ledger.checking;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yiti.kernel.code.Code;
import org.yiti.kernel.code.CodeTables;

/** Words for ranks. The same word may mean another rank at another level: 正处级 at a county is its head. */
final class Ranks {

    /** A word, at a level, means a rank; {@code doubtful} when it names a grade that only usually does. */
    record Meaning(String level, String word, String rank, boolean doubtful) {}

    private static final List<Meaning> MEANINGS = read();
    private static final Set<String> WORDS = words();

    private Ranks() {}

    static String spelling(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}·•]+", "")
                .toUpperCase(Locale.ROOT);
    }

    static boolean isKnown(String spelling) {
        return WORDS.contains(spelling);
    }

    static List<Meaning> meanings() {
        return MEANINGS;
    }

    private static Set<String> words() {
        var words = new HashSet<String>();
        MEANINGS.forEach(meaning -> words.add(meaning.word()));
        return words;
    }

    private static List<Meaning> read() {
        Map<String, Meaning> found = new LinkedHashMap<>();
        for (var code : CodeTables.get("rank").codes()) {
            Stream.concat(Stream.of(code.code(), code.zh(), code.en()), code.aliases().stream())
                    .forEach(word -> put(found, code, word, false));
            code.grades().forEach(word -> put(found, code, word, true));
        }
        return new ArrayList<>(found.values());
    }

    private static void put(Map<String, Meaning> found, Code code, String word, boolean doubtful) {
        var level = String.valueOf(code.level());
        found.putIfAbsent(level + " " + spelling(word), new Meaning(level, spelling(word), code.code(), doubtful));
    }
}
