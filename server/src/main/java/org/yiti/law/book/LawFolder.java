package org.yiti.law.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yiti.law.LawIsMalformed;
import org.yiti.law.Metric;
import org.yiti.law.Rule;
import org.yiti.law.RuleFiles;
import org.yiti.law.SuspicionModel;

/** All of {@code rules/}: read whole, or refused with every complaint there is. */
record LawFolder(
        List<Parameter> parameters,
        List<Rule> rules,
        Map<String, RuleFiles> written,
        List<SuspicionModel> models,
        List<Metric> metrics) {

    private static final Pattern ID = Pattern.compile("(?m)^id:\\s*[\"']?([a-z][a-z0-9.-]*)");
    private static final String PARAMETERS = "rules/parameters/";
    private static final String MODELS = "rules/models/";
    private static final String METRICS = "rules/metrics/";
    private static final Set<String> OF_A_RULE = Set.of("rule.yml", "find.sql", "unjudged.sql", "cases.yml");

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
        complaints.addAll(strays(texts.keySet()));
        // of those that cannot be read as well: what is wrong with them is said once
        var ids = texts.keySet().stream()
                .filter(f -> f.startsWith(PARAMETERS))
                .map(f -> f.substring(f.lastIndexOf('/') + 1).replace(".yml", ""))
                .collect(Collectors.toSet());
        var rules = readAll(
                texts.keySet().stream().filter(f -> f.endsWith("/rule.yml")).toList(),
                complaints,
                file -> ruleFile(file, texts).read(ids));
        var ruleIds = rules.stream().map(Rule::id).collect(Collectors.toSet());
        var models = readAll(
                texts.keySet().stream().filter(f -> f.endsWith("/model.yml")).toList(),
                complaints,
                file -> modelFile(file, texts).read(ids, ruleIds));
        var metrics = readAll(
                texts.keySet().stream().filter(f -> f.endsWith("/metric.yml")).toList(),
                complaints,
                file -> metricFile(file, texts).read(ids));
        complaints.addAll(twice("parameter", parameters.stream().map(Parameter::id)));
        complaints.addAll(
                twice("code", rules.stream().map(rule -> rule.heading().code())));
        if (!complaints.isEmpty()) {
            throw new LawIsMalformed(complaints);
        }
        return new LawFolder(
                parameters,
                rules.stream().sorted(Comparator.comparing(Rule::id)).toList(),
                rules.stream().collect(Collectors.toMap(Rule::id, rule -> written(rule, texts))),
                models,
                metrics);
    }

    private static RuleFiles written(Rule rule, TreeMap<String, String> texts) {
        var folder = "rules/" + rule.id().replace('.', '/');
        return ruleFile(folder + "/rule.yml", texts).written();
    }

    /** A rule that lies in no folder: its id says where it would. */
    Rule read(RuleFiles files) {
        var id = ID.matcher(files.rule());
        var path = id.find() ? id.group(1).replace('.', '/') : "own";
        try {
            return new RuleFile("rules/" + path, files.rule(), files.find(), files.unjudged(), files.cases())
                    .read(parameters.stream().map(Parameter::id).collect(Collectors.toSet()));
        } catch (Malformed e) {
            throw new LawIsMalformed(List.of(String.valueOf(e.getMessage())));
        }
    }

    RuleFiles files(String ruleId) {
        return Objects.requireNonNull(written.get(ruleId), ruleId);
    }

    /** A misspelt name would otherwise be a rule that nobody misses. */
    private static List<String> strays(Set<String> files) {
        return files.stream()
                .filter(file -> !file.startsWith(PARAMETERS)
                        && !(file.startsWith(MODELS) && ModelFile.isOf(file))
                        && !(file.startsWith(METRICS) && MetricFile.isOf(file)))
                .filter(file -> !OF_A_RULE.contains(file.substring(file.lastIndexOf('/') + 1))
                        || !files.contains(file.substring(0, file.lastIndexOf('/')) + "/rule.yml"))
                .map(file ->
                        file + " belongs to no rule: a rule has rule.yml, find.sql, cases.yml and perhaps unjudged.sql")
                .toList();
    }

    private static List<String> twice(String what, Stream<String> names) {
        var seen = new HashSet<String>();
        return names.filter(name -> !seen.add(name))
                .map(name -> "rules/: the " + what + " " + name + " is there twice")
                .toList();
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

    private static ModelFile modelFile(String file, TreeMap<String, String> texts) {
        var folder = file.substring(0, file.lastIndexOf('/'));
        return new ModelFile(
                folder,
                required(texts.get(file), file),
                required(texts.get(folder + "/find.sql"), folder + "/find.sql"),
                required(texts.get(folder + "/cases.yml"), folder + "/cases.yml"));
    }

    private static MetricFile metricFile(String file, TreeMap<String, String> texts) {
        var folder = file.substring(0, file.lastIndexOf('/'));
        return new MetricFile(
                folder,
                required(texts.get(file), file),
                required(texts.get(folder + "/figure.sql"), folder + "/figure.sql"),
                required(texts.get(folder + "/cases.yml"), folder + "/cases.yml"));
    }

    private static String required(@Nullable String text, String file) {
        if (text == null) {
            throw new Malformed(file, "is missing");
        }
        return text;
    }
}
