package org.yiti.supervision.laboratory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.law.Proposal;
import org.yiti.supervision.SupervisionRefusal;

/**
 * How much a rule would find for every value of one of its numbers between two. Asked three times, at the strict end, at
 * the lenient end and at the value in force: what both ends find, it finds for any; what only the strict end finds stops
 * being found at the value its own numbers tell. Where the count so foretold for the value in force is not the one that is
 * asked, the numbers cannot tell, and whoever wants to know a value asks for that one.
 */
@Component
class CountThreshold {

    private static final Duration LONGEST = Duration.ofSeconds(15);

    /**
     * @param threshold the number, with the value in force
     * @param from one end; null to ask for the value alone
     * @param to the other end
     */
    record Request(
            @NotBlank @Size(max = 200) String rule,
            @Valid @NotNull Proposal threshold,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to) {}

    /**
     * @param region division, by its name
     * @param always found for every value between the ends
     * @param stops values beyond which one after another is not found any more, towards the lenient end
     */
    record Region(String region, long always, List<BigDecimal> stops) {}

    /**
     * @param foretold whether values between may be counted by their stops
     * @param found at the value that was asked for
     * @param lenient whether a greater value finds fewer
     */
    record Counted(boolean foretold, long found, boolean lenient, List<Region> regions) {}

    private record Key(UUID subject, String episode) {}

    private record Hit(
            String region,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal limit) {}

    private final AskAside aside;
    private final CheckProposals proposals;
    private final JdbcClient jdbc;
    private final Trials trials;
    private final Scope scope;

    CountThreshold(AskAside aside, CheckProposals proposals, JdbcClient jdbc, Trials trials, Scope scope) {
        this.aside = aside;
        this.proposals = proposals;
        this.jdbc = jdbc;
        this.trials = trials;
        this.scope = scope;
    }

    Counted count(Request request) {
        var find = jdbc.sql("select find_sql from supervision.rule where id = :rule and shipped")
                .param("rule", request.rule())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused(SupervisionRefusal.RULE_NOT_FOUND, Map.of("rule", request.rule())));
        proposals.check(request.rule(), List.of(request.threshold()));
        var at = ask(find, request.threshold());
        if (request.from() == null || request.to() == null) {
            return new Counted(false, at.size(), true, regions(at.values(), Map.of()));
        }
        var low = ask(find, at(request, request.from().min(request.to())));
        var high = ask(find, at(request, request.from().max(request.to())));
        var isLenient = high.size() <= low.size();
        var strict = isLenient ? low : high;
        var strictValue =
                isLenient ? request.from().min(request.to()) : request.from().max(request.to());
        var always = isLenient ? high : low;
        var stops = stops(strict, always.keySet(), strictValue);
        if (stops != null
                && strict.keySet().containsAll(at.keySet())
                && agrees(
                        at.keySet(), always.keySet(), stops, request.threshold().value(), isLenient)) {
            return new Counted(true, at.size(), isLenient, regions(strict.values(), byHit(strict, stops)));
        }
        return new Counted(false, at.size(), isLenient, regions(at.values(), Map.of()));
    }

    private static Map<Hit, BigDecimal> byHit(Map<Key, Hit> strict, Map<Key, BigDecimal> stops) {
        var byHit = new IdentityHashMap<Hit, BigDecimal>();
        stops.forEach((key, stop) -> byHit.put(Objects.requireNonNull(strict.get(key)), stop));
        return byHit;
    }

    private static Proposal at(Request request, BigDecimal value) {
        var threshold = request.threshold();
        return new Proposal(threshold.parameter(), threshold.division(), threshold.dims(), value);
    }

    /** Limits grow as their parameter does, or the check against the value in force will show it. Null where a rule gives no numbers. */
    private static @Nullable Map<Key, BigDecimal> stops(Map<Key, Hit> strict, Set<Key> always, BigDecimal value) {
        var stops = new HashMap<Key, BigDecimal>();
        for (var one : strict.entrySet()) {
            if (always.contains(one.getKey())) {
                continue;
            }
            var hit = one.getValue();
            if (hit.actual() == null || hit.limit() == null || hit.limit().signum() == 0) {
                return null;
            }
            stops.put(one.getKey(), value.multiply(hit.actual()).divide(hit.limit(), MathContext.DECIMAL64));
        }
        return stops;
    }

    private static boolean agrees(
            Set<Key> found, Set<Key> always, Map<Key, BigDecimal> stops, BigDecimal value, boolean lenient) {
        var foretold = new HashSet<>(always);
        stops.forEach((key, stop) -> {
            if (lenient ? value.compareTo(stop) < 0 : value.compareTo(stop) > 0) {
                foretold.add(key);
            }
        });
        return foretold.equals(found);
    }

    private static List<Region> regions(Iterable<Hit> hits, Map<Hit, BigDecimal> stops) {
        record Sum(long[] always, List<BigDecimal> stops) {}
        var sums = new TreeMap<String, Sum>();
        hits.forEach(hit -> {
            var sum = sums.computeIfAbsent(hit.region(), r -> new Sum(new long[1], new ArrayList<>()));
            var stop = stops.get(hit);
            if (stop == null) {
                sum.always()[0]++;
            } else {
                sum.stops().add(stop);
            }
        });
        return sums.entrySet().stream()
                .map(e -> new Region(
                        e.getKey(),
                        e.getValue().always()[0],
                        e.getValue().stops().stream().sorted().toList()))
                .toList();
    }

    private Map<Key, Hit> ask(String find, Proposal threshold) {
        try {
            return aside.ask(
                    new AskAside.Question(find, trials.today(), scope.institutions(), List.of(threshold), LONGEST),
                    CountThreshold::hits);
        } catch (SQLException e) {
            throw Failed.of(e, LONGEST);
        }
    }

    private static Map<Key, Hit> hits(Connection connection) throws SQLException {
        var hits = new HashMap<Key, Hit>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select f.subject_id, f.episode, f.actual, f.limit_value, coalesce(d.name, i.division, '—') as region
                          from pg_temp.found f
                          left join facts.institution i on i.id = f.institution_id
                          left join organization.division d on d.code = i.division
                        """)) {
            while (rows.next()) {
                hits.put(
                        new Key(rows.getObject("subject_id", UUID.class), rows.getString("episode")),
                        new Hit(
                                rows.getString("region"),
                                rows.getBigDecimal("actual"),
                                rows.getBigDecimal("limit_value")));
            }
        }
        return hits;
    }
}
