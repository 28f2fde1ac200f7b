package org.yiti.supervision.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.yiti.supervision.FindingDossiers;

/** The rule in the wording that a finding was found by, as far as it was kept. */
final class RuleFolder {

    private RuleFolder() {}

    static void write(Packing files, String folder, FindingDossiers.Dossier dossier) {
        var rule = dossier.rule();
        files.put(folder + "version.txt", (dossier.ruleHash() + "\n").getBytes(UTF_8));
        if (rule != null) {
            files.put(folder + "rule.yml", rule.rule().getBytes(UTF_8));
            files.put(folder + "find.sql", rule.find().getBytes(UTF_8));
            files.put(folder + "cases.yml", rule.cases().getBytes(UTF_8));
            if (rule.unjudged() != null) {
                files.put(folder + "unjudged.sql", rule.unjudged().getBytes(UTF_8));
            }
        }
    }
}
