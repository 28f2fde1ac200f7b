package org.yiti.law.book;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.Sha256;
import org.yiti.law.Confidence;
import org.yiti.law.Rule;
import org.yiti.law.Rule.Basis;
import org.yiti.law.Rule.EvidenceColumn;
import org.yiti.law.Rule.Grounds;
import org.yiti.law.Rule.Heading;
import org.yiti.law.Rule.Question;
import org.yiti.law.Rule.Telling;
import org.yiti.law.RuleFiles;
import org.yiti.law.Severity;

/** Reads the folder of one rule: {@code rule.yml}, {@code find.sql}, {@code cases.yml} and perhaps {@code unjudged.sql}. */
record RuleFile(
        String folder, String rule, String find, @Nullable String unjudged, String cases) {

    private static final String ID = "[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+";
    private static final Pattern COLUMN = Pattern.compile("\\{([^}]*)}");

    RuleFiles written() {
        return new RuleFiles(rule, find, unjudged, cases);
    }

    Rule read(Set<String> parameterIds) {
        var root = Located.read(folder + "/rule.yml", rule)
                .only(
                        "id",
                        "code",
                        "title",
                        "severity",
                        "subject",
                        "unit",
                        "basis",
                        "confidence",
                        "parameters",
                        "watches",
                        "across",
                        "unchecked",
                        "evidence",
                        "running",
                        "explain",
                        "remedy");
        var id = root.field("id").text(ID);
        if (!folder.endsWith(id.replace('.', '/'))) {
            throw root.field("id").malformed("'" + id + "' should be the path of its folder");
        }
        var parameters = texts(root, "parameters");
        checkSql(parameters, parameterIds);
        CasesFile.check(folder + "/cases.yml", cases);
        return new Rule(id, heading(root), grounds(root, parameters), question(root), telling(root));
    }

    private static Heading heading(Located root) {
        return new Heading(
                root.field("code").text("[A-Z]{2}-[0-9]{2}[a-z]?"),
                root.field("title").label(),
                root.field("severity").constant(Severity.class),
                root.field("confidence").constant(Confidence.class),
                root.field("subject").text("[a-z]+"),
                root.textOf("unit"));
    }

    private static Grounds grounds(Located root, List<String> parameters) {
        return new Grounds(
                basis(root),
                parameters,
                watches(root),
                root.optional("across")
                        .map(a -> a.text("true|false").equals("true"))
                        .orElse(false),
                root.optional("unchecked").map(Located::label).orElse(null));
    }

    private static List<Basis> basis(Located root) {
        return root.field("basis").items().stream()
                .map(item -> item.only("source", "article", "text", "from"))
                .map(item -> new Basis(
                        item.field("source").text(),
                        item.textOf("article"),
                        item.field("text").text(),
                        item.field("from").date()))
                .toList();
    }

    private static List<String> watches(Located root) {
        return root.field("watches").items().stream()
                .map(item -> item.text("[a-z]+\\.[a-z_]+"))
                .toList();
    }

    private Question question(Located root) {
        var evidence = root.field("evidence").items().stream()
                .map(item -> item.only("name", "zh", "en", "unit", "codes", "guard"))
                .map(item -> new EvidenceColumn(
                        item.field("name").text("[a-z_]+"),
                        new Label(item.field("zh").text(), item.field("en").text()),
                        item.textOf("unit"),
                        item.textOf("codes"),
                        item.optional("guard")
                                .map(guard -> guard.text("person|track"))
                                .orElse(null)))
                .toList();
        return new Question(find, unjudged, evidence, Set.copyOf(texts(root, "running")), cases, hash());
    }

    private static Telling telling(Located root) {
        var explain = root.field("explain").label();
        if (!columns(explain.zh()).equals(columns(explain.en()))) {
            throw root.field("explain")
                    .malformed("zh and en should name the same columns: " + columns(explain.zh()) + " and "
                            + columns(explain.en()));
        }
        var remedy = root.field("remedy").only("zh", "en", "due_days");
        return new Telling(
                explain,
                new Label(remedy.field("zh").text(), remedy.field("en").text()),
                remedy.field("due_days").number().intValueExact());
    }

    private void checkSql(List<String> parameters, Set<String> parameterIds) {
        var words = NamedParameters.check(folder + "/rule.yml", folder + "/find.sql", find, parameters, parameterIds);
        if (unjudged != null) {
            words.addAll(new RuleSql(folder + "/unjudged.sql", unjudged).check());
        }
        NamedParameters.refuseUnnamed(folder + "/rule.yml", words, parameters, parameterIds);
    }

    static List<String> texts(Located root, String field) {
        return root.optional(field)
                .map(f -> f.items().stream().map(Located::text).toList())
                .orElse(List.of());
    }

    private static Set<String> columns(String template) {
        return COLUMN.matcher(template)
                .results()
                .map(m -> m.group(1).replaceAll("_(zh|en)$", ""))
                .collect(Collectors.toSet());
    }

    private String hash() {
        var digest = Sha256.digest();
        for (var part : List.of(rule, find, unjudged == null ? "" : unjudged)) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
