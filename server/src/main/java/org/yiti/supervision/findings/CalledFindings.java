package org.yiti.supervision.findings;

import java.util.List;
import java.util.Map;
import org.yiti.kernel.Fragments;
import org.yiti.kernel.Like;

/** Findings by a part of what they are called, led to by an index of fragments, as SQL over {@code supervision.finding f}. */
final class CalledFindings {

    /** By number or title. Masked titles are not searched: asked often enough, a search tells what the mask hides. */
    static final String THEMSELVES = """
            (kernel.fragments(f.number, f.subject_title) @> :fragments::text[]
             and (f.number ilike :q or (f.subject_title ilike :q and f.subject_kind <> all(:hidden))))""";

    static final String OR_THEIR_RULE =
            "(" + THEMSELVES + " or f.rule_id = any(array(select id from supervision.rule where title_zh ilike :q)))";

    private CalledFindings() {}

    /**
     * What they are asked with.
     *
     * @param hidden kinds of subjects whose titles are masked for whoever asks
     */
    static Map<String, Object> asked(String wanted, List<String> hidden) {
        return Map.of(
                "fragments",
                Fragments.of(wanted),
                "q",
                Like.containing(wanted),
                "hidden",
                hidden.toArray(String[]::new));
    }
}
