package org.yiti.proof.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked on the command line. */
record Question(
        Optional<String> bundle, Optional<String> proof, List<String> keys, List<String> earlier, Locale locale) {

    /** Nothing when it cannot be understood. */
    static Optional<Question> of(String[] arguments, Locale machine) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var bundles = new ArrayList<String>();
        var proofs = new ArrayList<String>();
        var keys = new ArrayList<String>();
        var earlier = new ArrayList<String>();
        var languages = new ArrayList<String>();
        while (!rest.isEmpty()) {
            var word = rest.remove();
            var list = list(word, proofs, keys, earlier, languages);
            if (list == null && word.startsWith("-") || list != null && rest.isEmpty()) {
                return Optional.empty();
            }
            if (list == null) {
                bundles.add(word);
            } else {
                list.add(rest.remove());
            }
        }
        var understood = bundles.size() + proofs.size() == 1
                && (proofs.isEmpty() || earlier.isEmpty())
                && languages.size() <= 1
                && List.of("zh", "en").containsAll(languages);
        var locale = languages.isEmpty() ? machine : new Locale(languages.get(0));
        return understood
                ? Optional.of(new Question(
                        bundles.stream().findFirst(), proofs.stream().findFirst(), keys, earlier, locale))
                : Optional.empty();
    }

    private static @Nullable List<String> list(
            String word, List<String> proofs, List<String> keys, List<String> earlier, List<String> languages) {
        return switch (word) {
            case "--proof" -> proofs;
            case "--key" -> keys;
            case "--earlier" -> earlier;
            case "--lang" -> languages;
            default -> null;
        };
    }
}
