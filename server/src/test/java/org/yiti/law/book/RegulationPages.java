package org.yiti.law.book;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.law.Confidence;
import org.yiti.law.Rule;

/** The pages of {@code docs/regulations/}, written from {@code rules/}: by code, by source, by number. */
final class RegulationPages {

    private static final Map<Confidence, String> HOW_SURE = Map.of(
            Confidence.STATUTE, "已读原文 text read",
            Confidence.VERIFIED, "多个来源一致 sources agree",
            Confidence.SINGLE_SOURCE, "单一来源，条号待核 one source",
            Confidence.TO_CONFIRM, "**待确认，默认停用** to be confirmed, off",
            Confidence.LOCAL, "地方自定，此为默认值 local, a default");

    private static final String HEAD = "<!-- Written by `make docs` from rules/; a test fails when it differs. -->\n\n";

    private final List<Rule> rules;
    private final List<Parameter> parameters;

    RegulationPages(LawFolder law) {
        rules = law.rules().stream()
                .sorted(Comparator.comparing((Rule r) -> r.heading().code()))
                .toList();
        parameters = law.parameters().stream()
                .sorted(Comparator.comparing(Parameter::module).reversed().thenComparing(Parameter::id))
                .toList();
    }

    Map<String, String> all() {
        return Map.of("README.md", codes(), "sources.md", sources(), "parameters.md", numbers());
    }

    private String codes() {
        var page = new StringBuilder(HEAD).append("""
                # 法规和规则 Regulations and rules

                每个编号由哪条规则检查、依据哪一条、用哪些标准、把握如何，以及条款里**没有检查**的部分。[按法规](sources.md) · [按标准](parameters.md) · [规则怎么读](../guide/supervision/shelf.md)

                Which rule answers which code, by which article and numbers, how sure it is, and what of the clause it does **not** check. [By source](sources.md) · [by number](parameters.md)

                | 编号 | 规则 Rule | 依据 Basis | 标准 Numbers | 把握 Confidence | 不检查 Not checked |
                |---|---|---|---|---|---|
                """);
        rules.forEach(rule -> page.append("| %s | [%s](../../rules/%s)<br>%s | %s | %s | %s | %s |\n"
                .formatted(
                        rule.heading().code(),
                        rule.heading().title().zh(),
                        rule.id().replace('.', '/'),
                        rule.heading().title().en(),
                        rule.grounds().basis().stream()
                                .map(b -> b.source() + (b.article() == null ? "" : " " + b.article()))
                                .collect(Collectors.joining("<br>")),
                        rule.grounds().parameters().stream()
                                .map(p -> "[" + p + "](parameters.md#" + p + ")")
                                .collect(Collectors.joining("<br>")),
                        HOW_SURE.get(rule.heading().confidence()),
                        both(rule.grounds().unchecked()))));
        return page.toString();
    }

    private static String both(@Nullable Label label) {
        return label == null ? "" : label.zh() + "<br>" + label.en();
    }

    private String sources() {
        var articles = new TreeMap<String, TreeMap<String, TreeMap<String, String>>>();
        rules.forEach(rule -> rule.grounds()
                .basis()
                .forEach(basis -> articles.computeIfAbsent(basis.source(), s -> new TreeMap<>())
                        .computeIfAbsent(basis.article() == null ? "" : basis.article(), a -> new TreeMap<>())
                        .put(
                                rule.heading().code(),
                                "[%s %s](../../rules/%s)"
                                        .formatted(
                                                rule.heading().code(),
                                                rule.heading().title().zh(),
                                                rule.id().replace('.', '/')))));
        parameters.forEach(parameter -> parameter
                .values()
                .forEach(value -> articles.computeIfAbsent(value.origin().source(), s -> new TreeMap<>())
                        .computeIfAbsent(
                                value.origin().article() == null
                                        ? ""
                                        : value.origin().article(),
                                a -> new TreeMap<>())
                        .put(
                                "~" + parameter.id(),
                                "[" + parameter.form().title().zh() + "](parameters.md#" + parameter.id() + ")")));
        var page = new StringBuilder(HEAD)
                .append("# 按法规 By source\n\n法规 → 条 → 规则和标准。 Source → article → rules and numbers.\n");
        articles.forEach((source, of) -> {
            page.append("\n## ").append(source).append("\n\n");
            of.forEach((article, uses) -> page.append("- ")
                    .append(article.isEmpty() ? "" : article + ": ")
                    .append(String.join(" · ", uses.values()))
                    .append('\n'));
        });
        return page.toString();
    }

    private String numbers() {
        var page = new StringBuilder(HEAD).append("""
                # 按标准 By number

                同一标准可以有几行：全国的、各地区的，各有施行起止。取当天有效的最严一行；全国的“地方自定”默认值在地区自定后让位。
                A number may have several rows, for the country and for regions, each from a day on; the strictest of those in force holds, and a local default of the country steps back where a region sets its own.
                """);
        parameters.forEach(parameter -> {
            page.append("\n## ")
                    .append(parameter.id())
                    .append("\n\n")
                    .append(parameter.form().title().zh())
                    .append(unit(parameter))
                    .append(" · ")
                    .append(parameter.form().title().en())
                    .append(" · [")
                    .append(parameter.file())
                    .append("](../../")
                    .append(parameter.file())
                    .append(") · ")
                    .append(rules.stream()
                            .filter(r -> r.grounds().parameters().contains(parameter.id()))
                            .map(r -> r.heading().code())
                            .collect(Collectors.joining(", ")))
                    .append(
                            "\n\n| 适用 For | 数值 Value | 地区 Region | 施行 From | 把握 Confidence | 来源 Source | 说明 Note |\n|---|---|---|---|---|---|---|\n");
            parameter
                    .values()
                    .forEach(value -> page.append("| %s | %s | %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    parameter.form().dimensions().stream()
                                            .map(d -> value.dims().get(d.name()))
                                            .collect(Collectors.joining(" ")),
                                    value.value(),
                                    value.division() == null ? "全国" : value.division(),
                                    value.valid().from()
                                            + (value.valid().to() == null
                                                    ? ""
                                                    : " – " + value.valid().to()),
                                    HOW_SURE.get(value.origin().confidence()),
                                    value.origin().source()
                                            + (value.origin().article() == null
                                                    ? ""
                                                    : " " + value.origin().article()),
                                    value.origin().note() == null
                                            ? ""
                                            : value.origin().note())));
        });
        return page.toString();
    }

    private static String unit(Parameter parameter) {
        return parameter.form().unit() == null ? "" : "(" + parameter.form().unit() + ")";
    }
}
