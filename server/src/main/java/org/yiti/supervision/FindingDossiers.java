package org.yiti.supervision;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.law.RuleFiles;
import org.yiti.safeguard.Sight;

/** Everything a finding stands on, for whoever puts it together with other evidence. */
public interface FindingDossiers {

    /**
     * @param whole the finding as its page tells it, in Chinese
     * @param facts columns of the question that its sentence speaks of
     * @param rule the files of the rule in the wording it was found by; null where that wording was not kept
     * @param ruleHash of that wording
     */
    record Dossier(
            UUID id,
            String number,
            UUID subject,
            Map<String, Object> whole,
            Map<String, Object> facts,
            @Nullable RuleFiles rule,
            String ruleHash) {}

    /** @param sight what of it may be seen */
    Dossier tell(UUID finding, Sight sight);
}
