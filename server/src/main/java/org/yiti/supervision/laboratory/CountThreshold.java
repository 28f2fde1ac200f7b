package org.yiti.supervision.laboratory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.law.GuardedFacts;
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
        var written = jdbc.sql("select find_sql from supervision.rule where id = :rule and shipped")
                .param("rule", request.rule())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused(SupervisionRefusal.RULE_NOT_FOUND, Map.of("rule", request.rule())));
        var find = GuardedFacts.asked(request.rule(), "facts", written);
        proposals.check(request.rule(), List.of(request.threshold()));
        var at = ask(find, request.threshold());
        if (request.from() == null || request.to() == null) {
            return new Counted(false, at.size(), true, Stops.regions(at.values(), Map.of()));
        }
        var low = ask(find, at(request, request.from().min(request.to())));
        var high = ask(find, at(request, request.from().max(request.to())));
        var isLenient = high.size() <= low.size();
        var strict = isLenient ? low : high;
        var strictValue =
                isLenient ? request.from().min(request.to()) : request.from().max(request.to());
        var always = isLenient ? high : low;
        var stops = Stops.stops(strict, always.keySet(), strictValue);
        if (stops != null
                && strict.keySet().containsAll(at.keySet())
                && Stops.agrees(
                        at.keySet(), always.keySet(), stops, request.threshold().value(), isLenient)) {
            return new Counted(true, at.size(), isLenient, Stops.regions(strict.values(), Stops.byHit(strict, stops)));
        }
        return new Counted(false, at.size(), isLenient, Stops.regions(at.values(), Map.of()));
    }

    private static Proposal at(Request request, BigDecimal value) {
        var threshold = request.threshold();
        return new Proposal(threshold.parameter(), threshold.division(), threshold.dims(), value);
    }

    private Map<Stops.Key, Stops.Hit> ask(String find, Proposal threshold) {
        try {
            return aside.ask(
                    new AskAside.Question(find, trials.today(), scope.institutions(), List.of(threshold), LONGEST),
                    CountThreshold::hits);
        } catch (SQLException e) {
            throw Failed.of(e, LONGEST);
        }
    }

    private static Map<Stops.Key, Stops.Hit> hits(Connection connection) throws SQLException {
        var hits = new HashMap<Stops.Key, Stops.Hit>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select f.subject_id, f.episode, f.actual, f.limit_value, coalesce(d.name, i.division, '—') as region
                          from pg_temp.found f
                          left join facts.institution i on i.id = f.institution_id
                          left join organization.division d on d.code = i.division
                        """)) {
            while (rows.next()) {
                hits.put(
                        new Stops.Key(rows.getObject("subject_id", UUID.class), rows.getString("episode")),
                        new Stops.Hit(
                                rows.getString("region"),
                                rows.getBigDecimal("actual"),
                                rows.getBigDecimal("limit_value")));
            }
        }
        return hits;
    }
}
