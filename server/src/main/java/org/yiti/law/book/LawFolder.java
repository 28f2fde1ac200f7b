package org.yiti.law.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yiti.law.LawIsMalformed;
import org.yiti.law.Rule;

/** All of {@code rules/}: read whole, or refused with every complaint there is. */
record LawFolder(List<Parameter> parameters, List<Rule> rules) {

    private static final String PARAMETERS = "rules/parameters/";

    static LawFolder onClassPath() {
        try {
            var texts = new TreeMap<String, String>();
            for (var pattern : List.of("*.yml", "*.sql")) {
                var found = new PathMatchingResourcePatternResolver().getResources("classpath:rules/**/" + pattern);
                for (var resource : found) {
                    var url = resource.getURL().toString();
                    texts.put(
                            url.substring(url.lastIndexOf("/rules/") + 1),
                            resource.getContentAsString(StandardCharsets.UTF_8));
                }
            }
            return read(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param texts content of every file, by path from {@code rules/} on */
    static LawFolder read(TreeMap<String, String> texts) {
        var complaints = new ArrayList<String>();
        var parameters = readAll(
                texts.keySet().stream().filter(f -> f.startsWith(PARAMETERS)).toList(),
                complaints,
                file -> ParameterFile.read(file, required(texts.get(file), file)));
        complaints.addAll(TighterOnly.complaints(parameters));
        var ids = parameters.stream().map(Parameter::id).collect(Collectors.toSet());
        var rules = readAll(
                texts.keySet().stream().filter(f -> f.endsWith("/rule.yml")).toList(),
                complaints,
                file -> ruleFile(file, texts).read(ids));
        if (!complaints.isEmpty()) {
            throw new LawIsMalformed(complaints);
        }
        return new LawFolder(
                parameters,
                rules.stream().sorted(Comparator.comparing(Rule::id)).toList());
    }

    private static <T> List<T> readAll(List<String> files, List<String> complaints, Function<String, T> reading) {
        var read = new ArrayList<T>();
        for (var file : files) {
            try {
                read.add(reading.apply(file));
            } catch (Malformed e) {
                complaints.add(e.getMessage());
            }
        }
        return read;
    }

    private static RuleFile ruleFile(String file, TreeMap<String, String> texts) {
        var folder = file.substring(0, file.lastIndexOf('/'));
        return new RuleFile(
                folder,
                required(texts.get(file), file),
                required(texts.get(folder + "/find.sql"), folder + "/find.sql"),
                texts.get(folder + "/unjudged.sql"),
                required(texts.get(folder + "/cases.yml"), folder + "/cases.yml"));
    }

    private static String required(@Nullable String text, String file) {
        if (text == null) {
            throw new Malformed(file, "is missing");
        }
        return text;
    }
}
