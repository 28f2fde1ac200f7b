package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Past;
import org.yiti.kernel.ledger.Reference;

/** The one statement that finds for every row of a stage what it refers to and what is there already. */
final class ResolveSql {

    private final StageSql stage;
    private final LookupSql lookups;
    private final ChoiceSql choice;
    private final Ledger ledger;
    private final KeySql key;
    private final FlowSql flow;
    private final List<Column> columns;
    private final List<Reference> references;

    ResolveSql(StageSql stage, LookupSql lookups, ChoiceSql choice) {
        this.stage = stage;
        this.lookups = lookups;
        this.choice = choice;
        this.ledger = stage.ledger();
        this.key = stage.key();
        this.flow = new FlowSql(ledger, lookups, stage.raw());
        this.columns = stage.columns();
        this.references = stage.references();
    }

    /** @param scoped whether rows outside {@code :scope} are as if they were not there */
    String all(Map<String, String> defaults, boolean scoped) {
        var ranks = columns.stream()
                .filter(column -> column.kind() == Kind.RANK && column.via() == null)
                .toList();
        var keyed = new StringBuilder("select s.row_no");
        columns.forEach(column -> keyed.append(", ")
                .append(KeySql.value(column, defaults))
                .append(" as ")
                .append(column.db()));
        // What the file does not speak of is as it was, so that checks can look at the whole row.
        absent().forEach(column ->
                keyed.append(", t.").append(column).append(" as ").append(column));
        ranks.forEach(
                rank -> keyed.append(", s.%1$s as %1$s_word, m_%1$s.doubtful as %1$s_doubtful".formatted(rank.db())));
        others().forEach(r -> keyed.append(", ").append(resolved(r)));
        keyed.append(", ").append(owner()).append(" as owner_id");
        keyed.append(", t.")
                .append(ledger.isFlow() ? FlowSql.object(ledger).db() : "id")
                .append(" as existing_id");
        keyed.append(
                ledger.isFlow()
                        ? ", null::uuid as id, "
                                + FlowSql.fate(
                                        ledger,
                                        stage.own(),
                                        stage.own().stream().map(column -> KeySql.value(column, defaults)))
                                + " as fate"
                        : ", coalesce(t.id, kernel.new_id()) as id");
        keyed.append(firstRow(defaults));
        keyed.append("\n  from ").append(stage.raw()).append(" s");
        stage.only()
                .ifPresent(id -> keyed.append("\n  join " + ledger.name() + " f on f.id = '")
                        .append(id)
                        .append("'"));
        others().forEach(r -> keyed.append(joined(r, scoped)));
        if (!isOwnerFirst()) {
            keyed.append(existing(defaults, scoped));
        }
        if (!ranks.isEmpty()) {
            keyed.append("\n  left join (")
                    .append(lookups.levels())
                    .append(") l on l.id = ")
                    .append(owner());
            ranks.forEach(rank -> keyed.append("\n  left join (")
                    .append(LookupSql.meanings())
                    .append(") m_")
                    .append(rank.db())
                    .append(" on m_%1$s.level = l.level and m_%1$s.word = s.%1$s".formatted(rank.db())));
        }
        if (isOwnerFirst()) {
            keyed.append(existing(defaults, scoped));
        }
        var target = "create unlogged table " + stage.work() + " as\n";
        return ledger.isFlow()
                ? target + "select k.*, true as sound from (\n" + keyed + ") k"
                : target + "with keyed as materialized (\n" + keyed + ")\n" + compared(scoped);
    }

    /** Whether a row itself says whose it is; if not, the row that is there does, and must be found first. */
    private boolean isOwnerFirst() {
        return stage.ownerReference().isEmpty() || stage.isOwnerGiven();
    }

    /** Against the row that is there, when what it refers to among the rows themselves is known, too. */
    private String compared(boolean scoped) {
        return "select k.*, true as sound" + selfColumns() + formerReferences()
                + ",\n  case when k.existing_id is null then 'NEW' when " + differs()
                + " then 'CHANGED' else 'SAME' end as fate"
                + "\n  from keyed k\n  left join " + ledger.name() + " t on t.id = k.existing_id" + selfJoin(scoped);
    }

    private String resolved(Reference r) {
        return "r_%1$s.id as %1$s, r_%1$s.sound as %1$s_sound, r_%1$s.institution_id as %1$s_owner".formatted(r.db())
                + (lookups.isManifold(r) ? ", r_%1$s.many as %1$s_many".formatted(r.db()) : "");
    }

    private String joined(Reference r, boolean scoped) {
        return lookups.isManifold(r)
                ? choice.joined(
                        r,
                        "s",
                        stage.isOwnerGiven() ? owner() : "null::uuid",
                        stage.only().isEmpty() ? "null::uuid" : "f." + r.db(),
                        "",
                        scoped)
                : "\n  left join (" + lookups.of(r) + ") r_" + r.db() + " on " + lookups.found(r, "r_" + r.db(), "s");
    }

    private String firstRow(Map<String, String> defaults) {
        var first = ", min(s.row_no) over (partition by " + key.candidates(defaults);
        return stage.isNumbered()
                ? ", case when t.id is null then" + first.substring(1) + (stage.isOwnerGiven() ? ", " + owner() : "")
                        + ") else min(s.row_no) over (partition by t.id) end as first_row"
                        + (stage.only().isEmpty() ? ", t.id is null and cardinality(h.free) > 1 as key_many" : "")
                : first + ") as first_row";
    }

    private String existing(Map<String, String> defaults, boolean scoped) {
        if (stage.only().isPresent()) {
            return "\n  left join " + ledger.name() + " t on t.id = f.id";
        }
        if (stage.isNumbered()) {
            return choice.existing(defaults, stage.isOwnerGiven() ? owner() : "null::uuid", scoped);
        }
        var visible = scoped && !ledger.isFlow() && ledger.owner() != null ? " and t.institution_id = any(:scope)" : "";
        return "\n  left join " + (ledger.isFlow() ? flow.there() : ledger.name()) + " t on "
                + key.matchesCandidate("t", defaults) + visible;
    }

    private String owner() {
        var reference = stage.ownerReference();
        if (reference.isEmpty()) {
            return ledger.owner() == null ? "null::uuid" : "t.id";
        }
        if (!references.contains(reference.get())) {
            return "t.institution_id";
        }
        return "r_" + reference.get().db() + (reference.get().name().equals("institution") ? ".id" : ".institution_id");
    }

    private String selfColumns() {
        return stage.self().map(this::resolved).map(", "::concat).orElse("");
    }

    /** Where a row pointed before, so that what was there already may stay. */
    private String formerReferences() {
        return references.stream()
                .map(reference -> ", t.%1$s as %1$s_former".formatted(reference.db()))
                .collect(joining());
    }

    private String selfJoin(boolean scoped) {
        return stage.self()
                .map(reference -> {
                    var own = "\n    union all select id, owner_id, true, " + lookups.keys(reference)
                            + " from keyed where existing_id is null and row_no = first_row";
                    return lookups.isManifold(reference)
                            ? choice.joined(reference, "k", "k.owner_id", "t." + reference.db(), own, scoped)
                            : "\n  left join (" + lookups.of(reference) + own + ") r_" + reference.db() + " on "
                                    + lookups.found(reference, "r_" + reference.db(), "k");
                })
                .orElse("");
    }

    private String differs() {
        var all = Stream.concat(
                        stage.own().stream().map(Column::db),
                        references.stream().map(Reference::db))
                .toList();
        var mine = all.stream().map(this::mine);
        return (stage.anew().isEmpty() ? "" : "true or ") + "(" + mine.collect(joining(", "))
                + ", 1) is distinct from ("
                + all.stream().map(c -> KeySql.compared(ledger, c, "t." + c)).collect(joining(", ")) + ", 1)";
    }

    /** An empty day since when leaves the one that is there. */
    private String mine(String column) {
        if (ledger.past().isPresent() && column.equals(Past.SINCE)) {
            return "coalesce(k.since, t.since)";
        }
        return stage.self().map(Reference::db).filter(column::equals).isPresent()
                ? "r_" + column + ".id"
                : KeySql.compared(ledger, column, "k." + column);
    }

    private List<String> absent() {
        if (ledger.isFlow()) {
            return List.of();
        }
        return Stream.concat(
                        ledger.own().stream()
                                .filter(column -> !stage.given(column.name()))
                                .map(Column::db),
                        ledger.references().stream()
                                .filter(reference -> !references.contains(reference))
                                .map(Reference::db))
                .toList();
    }

    /** First the one that says whose a row is: others are looked for among what is theirs. */
    private List<Reference> others() {
        return references.stream()
                .filter(stage::isOther)
                .sorted(Comparator.comparing(reference -> !reference.name().equals(ledger.owner())))
                .toList();
    }
}
