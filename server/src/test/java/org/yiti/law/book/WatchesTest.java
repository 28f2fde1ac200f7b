package org.yiti.law.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiti.TestDatabase;
import org.yiti.law.Rule;

/** A change in a ledger that a rule reads is judged at once: the rule watches every ledger its facts are made of. */
class WatchesTest {

    private static final LawFolder LAW = LawFolder.onClassPath();
    /** What is no ledger of anybody: it is loaded with the server, and every night everything is judged anew. */
    private static final Set<String> NOBODYS = Set.of("calendar.day", "organization.division");

    /** What the database keeps of ledgers by itself. */
    private static final Map<String, Set<String>> KEPT_OF = Map.of(
            "energy.meter_day", Set.of("energy.reading"),
            "energy.closed_month", Set.of("energy.consumption"),
            "energy.month_entry", Set.of("energy.consumption"),
            "telemetry.fitting", Set.of("telemetry.terminal"),
            "telemetry.yard", Set.of("telemetry.fence"),
            "fleet.filling", Set.of("fleet.fuel_record"),
            "fleet.vehicle_month", Set.of("fleet.trip"),
            "fleet.trip_outside_orders", Set.of("fleet.trip", "fleet.dispatch_order"),
            "fleet.trip_past_order", Set.of("fleet.trip", "fleet.dispatch_order"));

    /** Columns for whose sake alone facts are made of a second ledger. */
    private static final Map<String, String> ONLY_FOR =
            Map.of("vehicle fleet.disposal", "retired_on", "room premises.building", ".title");

    /** No rule asks for it: consumption is counted by it. */
    private static final String COUNTED_BY = "carbon-factor";

    private static final String SCORED_BY = "suspicion-";

    /** Nor for these: cases are held to them. */
    private static final String DUE_BY = "case-";

    /** Nor for these: what an inspection measures on the spot is held to them. */
    private static final String MEASURED_BY = "on-site-";

    private static final Pattern ASKED = Pattern.compile("\\b(?:from|join)\\s+(\\w+)");
    private static final Map<String, Set<String>> LEDGERS_OF_FACTS = ledgersOfFacts();

    @TestFactory
    Stream<DynamicTest> everyLedgerARuleReadsIsWatched() {
        return LAW.rules().stream()
                .map(rule -> dynamicTest(
                        rule.id(),
                        () -> assertThat(rule.grounds().watches()).containsExactlyInAnyOrderElementsOf(read(rule))));
    }

    @Test
    void everyParameterIsOfUseToARule() {
        assertThat(LAW.parameters().stream()
                        .map(Parameter::id)
                        .filter(id -> !id.equals(COUNTED_BY)
                                && !id.startsWith(SCORED_BY)
                                && !id.startsWith(DUE_BY)
                                && !id.startsWith(MEASURED_BY)))
                .allSatisfy(id -> assertThat(LAW.rules())
                        .anyMatch(rule -> rule.grounds().parameters().contains(id)));
    }

    private static Set<String> read(Rule rule) {
        var unjudged = rule.question().unjudged();
        var question = rule.question().find() + " " + (unjudged == null ? "" : unjudged);
        return ASKED.matcher(question)
                .results()
                .flatMap(m -> LEDGERS_OF_FACTS.getOrDefault(m.group(1), Set.of()).stream()
                        .filter(ledger -> question.contains(ONLY_FOR.getOrDefault(m.group(1) + " " + ledger, ""))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> ledgersOfFacts() {
        var ledgers = new TreeMap<String, Set<String>>();
        TestDatabase.fresh().jdbc().sql("""
                select distinct v.relname as facts, n.nspname || '.' || t.relname as ledger
                  from pg_class v
                  join pg_rewrite w on w.ev_class = v.oid
                  join pg_depend d on d.objid = w.oid and d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass
                  join pg_class t on t.oid = d.refobjid and t.oid <> v.oid
                  join pg_namespace n on n.oid = t.relnamespace
                 where v.relnamespace = 'facts'::regnamespace
                """).query(row -> {
            for (var ledger : KEPT_OF.getOrDefault(row.getString("ledger"), Set.of(row.getString("ledger")))) {
                if (!NOBODYS.contains(ledger)) {
                    ledgers.computeIfAbsent(row.getString("facts"), f -> new TreeSet<>())
                            .add(ledger);
                }
            }
        });
        return ledgers;
    }
}
