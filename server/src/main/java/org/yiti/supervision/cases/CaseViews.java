package org.yiti.supervision.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The trays of an inspector's inbox, as SQL over {@code supervision.case_file c}. */
final class CaseViews {

    /** The unit has the word, or whoever verifies; where one does both, only what verifying waits for. */
    private static final String WAITING = """
            (c.stage in ('ALERT', 'VERIFYING', 'REVIEWING', 'SETTLING') and (:verify_all or c.institution_id = any (:verify))
                 and (c.assignee is null or c.assignee = :me)
             or c.stage in ('EXPLAINING', 'RECTIFYING') and (:rectify_all or c.institution_id = any (:rectify))
                 and not (:verify_all or c.institution_id = any (:verify)))
            """;

    private static final String OPEN = "c.stage not in ('CLOSED', 'MERGED')";

    static final Map<String, String> SQL = views();

    private static Map<String, String> views() {
        var views = new LinkedHashMap<String, String>();
        views.put("waiting", WAITING);
        views.put("mine", OPEN + " and c.assignee = :me");
        views.put("late", OPEN + " and c.due_on < :today");
        views.put(
                "escalated",
                OPEN + " and c.escalated_for = c.due_on and (:verify_all or c.escalated_to = any (:verify))");
        views.put("owed", "c.stage in ('EXPLAINING', 'RECTIFYING')");
        views.put("open", OPEN);
        views.put("closed", "c.stage = 'CLOSED'");
        return Collections.unmodifiableMap(views);
    }

    private CaseViews() {}
}
