package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Reference;
import org.yiti.ledger.LedgerSql;

/**
 * Which of several rows that are known by the same number is meant: institutions number their own, and none may learn by
 * a number of its own what another has (docs/adr/0026). The row of the same institution comes first, then the only one
 * that whoever asks sees; where they see several, it is none.
 */
final class ChoiceSql {

    private static final String NOBODY = "null::uuid";

    private final Ledgers ledgers;
    private final StageSql stage;
    private final LookupSql lookups;
    private final Ledger ledger;

    ChoiceSql(Ledgers ledgers, StageSql stage, LookupSql lookups) {
        this.ledgers = ledgers;
        this.stage = stage;
        this.lookups = lookups;
        this.ledger = stage.ledger();
    }

    /**
     * Joins the row that a reference means as {@code r_…}: its id, institution_id, sound, and whether there are too many.
     *
     * @param row alias of the row that refers to it
     * @param owner whose that row is, in SQL
     * @param former what it referred to before
     * @param more rows of the sheet itself that may be meant; empty for none
     */
    String joined(Reference reference, String row, String owner, String former, String more, boolean scoped) {
        var keys = lookups.keys(reference);
        var by = reference.by().stream().map(ledger::column).map(Column::db).collect(joining(", "));
        return """

                  left join (select %1$s, array_agg(id) as ids, array_agg(institution_id) as owners, array_agg(sound) as sounds
                               from (%2$s%3$s) c where (%1$s) in (select %4$s from %5$s) group by %1$s) g_%6$s on %7$s
                  left join lateral (select g_%6$s.ids[at] as id, g_%6$s.owners[at] as institution_id, g_%6$s.sounds[at] as sound,
                                            g_%6$s.ids is not null and at is null as many
                                       from (select case when cardinality(g_%6$s.ids) = 1 then 1
                                                         when %8$s = any (g_%6$s.ids) then array_position(g_%6$s.ids, %8$s)
                                                         when cardinality(array_positions(g_%6$s.owners, %9$s)) = 1
                                                         then array_position(g_%6$s.owners, %9$s) end as at) chosen) r_%6$s on true""".formatted(
                        keys,
                        lookups.of(reference, seen(reference, scoped)),
                        more,
                        by,
                        stage.raw(),
                        reference.db(),
                        lookups.found(reference, "g_" + reference.db(), row),
                        former,
                        isOwner(reference) ? NOBODY : owner);
    }

    private String seen(Reference reference, boolean scoped) {
        if (!scoped) {
            return "";
        }
        return isOwner(reference)
                ? "there.institution_id = any(:scope)"
                : "(there.institution_id = any(:scope) or there.id = any(:seen))";
    }

    private boolean isOwner(Reference reference) {
        return stage.ownerReference().filter(reference::equals).isPresent();
    }

    /** Joins the row {@code t} that is there already; the one of the same institution, or the only one that may come to it. */
    String existing(Map<String, String> defaults, String owner, boolean scoped) {
        var key = stage.key();
        var parts = key.parts().map("t."::concat).collect(joining(", "));
        var own = ledger.key().stream()
                .map(ledger::column)
                .filter(column -> column.via() == null)
                .map(Column::db)
                .toList();
        return """

                  left join (select %1$s, array_agg(t.id) as ids, array_agg(t.institution_id) as owners,
                                    array_agg(t.id) filter (where not (%2$s)) as free
                               from %3$s t where (%4$s) in (select %5$s from %6$s)%7$s group by %1$s) h on %8$s
                  left join %3$s t on t.id = case when %9$s = any (h.owners) then h.ids[array_position(h.owners, %9$s)]
                                                  when cardinality(h.free) = 1 then h.free[1] end""".formatted(
                        parts,
                        claimed(own),
                        ledger.name(),
                        own.stream().map("t."::concat).collect(joining(", ")),
                        String.join(", ", own),
                        stage.raw(),
                        scoped ? " and t.institution_id = any(:scope)" : "",
                        key.matchesCandidate("h", defaults),
                        owner);
    }

    /** Another row of the sheet says that it is that institution's own: then it does not come to this one. */
    private String claimed(List<String> own) {
        if (own.size() < ledger.key().size() || !"institution".equals(ledger.owner()) || !stage.isOwnerGiven()) {
            return "false";
        }
        return "exists (select from " + stage.raw() + " x join organization.institution i on i.code = x."
                + ledger.column(ledger.reference("institution").by().get(0)).db()
                + " where i.id = t.institution_id and "
                + own.stream().map("x.%1$s = t.%1$s"::formatted).collect(joining(" and ")) + ")";
    }

    /**
     * What beside the rows of their part of the tree may be pointed at, asked as who points: what they see of what is
     * shared, and what their own rows point at already.
     */
    Optional<String> seen() {
        var all = new ArrayList<String>();
        for (var reference : stage.references()) {
            if (lookups.isManifold(reference) && !isOwner(reference)) {
                if (ledgers.get(reference.ledger()).isSharedByAll()) {
                    all.add(shared(reference));
                }
                all.add(former(reference));
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("\n union ", all));
    }

    private String shared(Reference reference) {
        var by = reference.by().stream().map(ledger::column).map(Column::db).collect(joining(", "));
        return "select id from (" + LedgerSql.lookup(ledgers, ledgers.get(reference.ledger()), List.of())
                + ") c where (" + lookups.keys(reference) + ") in (select " + by + " from " + stage.raw() + ")";
    }

    private String former(Reference reference) {
        var own = ledger.key().stream()
                .map(ledger::column)
                .filter(column -> column.via() == null && stage.given(column.name()))
                .map(Column::db)
                .collect(Collectors.toList());
        var rows = stage.only()
                .map(id -> "t.id = '" + id + "'")
                .orElseGet(() -> own.isEmpty()
                        ? "true"
                        : "(" + String.join(", ", own) + ") in (select " + String.join(", ", own) + " from "
                                + stage.raw() + ")");
        return "select t." + reference.db() + " from " + ledger.name()
                + " t where t.institution_id = any(:scope) and t." + reference.db() + " is not null and " + rows;
    }
}
