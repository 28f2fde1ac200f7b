package org.yiti.supervision.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.yiti.kernel.Refused;
import org.yiti.law.Severity;
import org.yiti.supervision.SupervisionRefusal;

/** Which findings are asked for, as SQL over {@code supervision.finding f} and {@code supervision.rule r}. */
final class FindingFilter {

    private static final Set<String> FILTERS = Set.of(
            "rule",
            "module",
            "severity",
            "subject",
            "state",
            "minAgeDays",
            "overdue",
            "assignee",
            "case",
            "q",
            "own",
            "firstSeen.from",
            "firstSeen.to",
            "settledOn.from",
            "settledOn.to");
    /** What says how to list, not what. */
    private static final Set<String> AROUND = Set.of("institution", "sort", "after", "limit", "format");

    private static final Set<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::name).collect(Collectors.toUnmodifiableSet());

    /** What came back after its case was closed is still told of there. The case leads to its findings, not each finding to a case. */
    private static final String IN_CASE = """
            f.id in (select finding_id from supervision.case_finding where case_id = any(:case)) and
            (select m.case_id from supervision.case_finding m
              where m.finding_id = f.id and (m.left_at is null or m.left_why = 'BACK_AFTER_CLOSE')
              order by m.left_at is not null, m.id desc limit 1)""";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> bound = new HashMap<>();

    FindingFilter within(@Nullable Set<UUID> institutions) {
        if (institutions != null) {
            and("f.institution_id = any(:institutions)", "institutions", institutions.toArray(UUID[]::new));
        }
        return this;
    }

    FindingFilter where(
            MultiValueMap<String, String> parameters, LocalDate today, String account, List<String> hidden) {
        parameters.keySet().stream()
                .filter(name -> !FILTERS.contains(name) && !AROUND.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refused(SupervisionRefusal.UNKNOWN_FILTER, Map.of("filter", name));
                });
        any(parameters, "rule", "f.rule_id", null);
        any(parameters, "module", "r.module", null);
        any(parameters, "severity", "f.severity", SEVERITIES);
        any(parameters, "subject", "f.subject_id");
        any(parameters, "case", IN_CASE);
        states(parameters);
        var age = parameters.getFirst("minAgeDays");
        if (age != null && !age.isBlank()) {
            and("f.first_seen <= :seen_by", "seen_by", today.minusDays(FilterValues.number("minAgeDays", age)));
        }
        if ("true".equals(parameters.getFirst("overdue"))) {
            and("f.due_on < :today and f.state not in ('CLOSED', 'DISMISSED', 'MENDED')", "today", today);
        }
        FindingDays.read(parameters).forEach((name, asked) -> and(asked.condition(), name, asked.day()));
        var assignee = parameters.getFirst("assignee");
        if ("none".equals(assignee)) {
            also("f.assignee is null", Map.of());
        } else if (assignee != null && !assignee.isBlank()) {
            and("f.assignee = :assignee", "assignee", assignee.equals("me") ? account : assignee);
        }
        var q = parameters.getFirst("q");
        if (q != null && !q.isBlank()) {
            also(CalledFindings.OR_THEIR_RULE, CalledFindings.asked(q.strip(), hidden));
        }
        return this;
    }

    /** Of the institution asked for alone, without those below it. */
    FindingFilter own(MultiValueMap<String, String> parameters, @Nullable UUID institution) {
        if (institution != null && "true".equals(parameters.getFirst("own"))) {
            and("f.institution_id = :own", "own", institution);
        }
        return this;
    }

    /** {@code state=OPEN} is every state that is not settled. */
    private void states(MultiValueMap<String, String> parameters) {
        var wanted = parameters.getOrDefault("state", List.of()).stream()
                .filter(s -> !s.isBlank())
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        var states = new ArrayList<String>();
        for (var state : wanted) {
            if (state.equals("OPEN")) {
                Arrays.stream(State.values())
                        .filter(State::open)
                        .map(State::name)
                        .forEach(states::add);
            } else {
                states.add(known(state));
            }
        }
        and("f.state = any(:states)", "states", states.toArray(String[]::new));
    }

    private static String known(String state) {
        try {
            return State.valueOf(state.toUpperCase(Locale.ROOT)).name();
        } catch (IllegalArgumentException unknown) {
            throw FilterValues.unreadable("state", state);
        }
    }

    private void any(
            MultiValueMap<String, String> parameters, String name, String column, @Nullable Set<String> known) {
        var values = given(parameters, name);
        if (values.isEmpty()) {
            return;
        }
        values.stream()
                .filter(v -> known != null && !known.contains(v))
                .findFirst()
                .ifPresent(v -> {
                    throw FilterValues.unreadable(name, v);
                });
        and(column + " = any(:" + name + ")", name, values.toArray(String[]::new));
    }

    private void any(MultiValueMap<String, String> parameters, String name, String id) {
        var values = given(parameters, name).stream()
                .map(v -> FilterValues.id(name, v.strip()))
                .toList();
        if (!values.isEmpty()) {
            and(id + " = any(:" + name + ")", name, values.toArray(UUID[]::new));
        }
    }

    private static List<String> given(MultiValueMap<String, String> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(v -> !v.isBlank())
                .toList();
    }

    void and(String condition, String name, Object value) {
        conditions.add(condition);
        bound.put(name, value);
    }

    void also(String condition, Map<String, Object> values) {
        conditions.add(condition);
        bound.putAll(values);
    }

    String sql() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    boolean asks(String name) {
        return bound.containsKey(name);
    }

    Map<String, Object> bound() {
        return bound;
    }
}
