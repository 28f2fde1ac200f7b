package org.yiti.law.book;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiti.kernel.code.CodeTables;
import org.yiti.law.SuspicionModel;
import org.yiti.law.SuspicionModel.Signal;

/** Reads the folder of one suspicion model: {@code model.yml}, {@code find.sql} and {@code cases.yml}. */
record ModelFile(String folder, String model, String find, String cases) {

    /** @param rules ids of the rules whose findings can be signals */
    SuspicionModel read(Set<String> parameterIds, Set<String> rules) {
        var file = folder + "/model.yml";
        var root = Located.read(file, model).only("id", "title", "tells", "parameters", "signals");
        var id = root.field("id").text("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*");
        if (!folder.endsWith(id.replace('.', '/'))) {
            throw root.field("id").malformed("'" + id + "' should be the path of its folder");
        }
        var parameters = RuleFile.texts(root, "parameters");
        NamedParameters.refuseUnnamed(
                file,
                NamedParameters.check(file, folder + "/find.sql", find, parameters, parameterIds),
                parameters,
                parameterIds);
        CasesFile.check(folder + "/cases.yml", cases);
        var signals = root.field("signals").items().stream()
                .map(item -> signal(item, rules))
                .toList();
        var unasked = signals.stream()
                .filter(signal -> signal.rule() == null && !find.contains("'" + signal.code() + "'"))
                .map(Signal::code)
                .collect(Collectors.toSet());
        if (!unasked.isEmpty()) {
            throw root.field("signals").malformed("neither a rule nor find.sql finds " + unasked);
        }
        return new SuspicionModel(
                id, root.field("title").label(), root.field("tells").label(), parameters, signals, find, cases);
    }

    private static Signal signal(Located item, Set<String> rules) {
        item.only("signal", "evidence", "rule", "innocent");
        var rule = item.textOf("rule");
        if (rule != null && !rules.contains(rule)) {
            throw item.field("rule").malformed("there is no rule " + rule);
        }
        return new Signal(
                code(item.field("signal"), "suspicion-signal"),
                code(item.field("evidence"), "evidence-group"),
                rule,
                item.field("innocent").label());
    }

    private static String code(Located place, String table) {
        var code = place.text();
        if (CodeTables.get(table).find(code).isEmpty()) {
            throw place.malformed("'" + code + "' is no code of " + table);
        }
        return code;
    }

    static boolean isOf(String file) {
        return List.of("model.yml", "find.sql", "cases.yml").contains(file.substring(file.lastIndexOf('/') + 1));
    }
}
