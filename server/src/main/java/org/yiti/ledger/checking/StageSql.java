package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Reference;
import org.yiti.ledger.LedgerSql;

/** The statements of a {@link Stage}. Every name in them comes from a declaration, never from a user. */
final class StageSql {

    private final Ledgers ledgers;
    private final Ledger ledger;
    private final List<Column> columns;
    private final LookupSql lookups;
    private final String name;
    private final List<Reference> references;
    private final @Nullable UUID only;
    private final FlowSql flow;

    StageSql(
            Ledgers ledgers,
            Ledger ledger,
            List<Column> columns,
            String name,
            List<StageSql> earlier,
            @Nullable UUID only) {
        this.ledgers = ledgers;
        this.ledger = ledger;
        this.columns = columns;
        this.name = name;
        this.only = only;
        this.lookups = new LookupSql(ledgers, ledger, earlier);
        this.flow = new FlowSql(ledger, lookups, raw());
        this.references = ledger.references().stream()
                .filter(reference -> reference.by().stream().allMatch(this::given))
                .toList();
    }

    private boolean given(String column) {
        return columns.stream().anyMatch(c -> c.name().equals(column));
    }

    Ledger ledger() {
        return ledger;
    }

    String raw() {
        return "ledger.raw_" + name;
    }

    String work() {
        return "ledger.work_" + name;
    }

    String createRaw() {
        return "create unlogged table if not exists " + raw() + " (row_no bigint not null"
                + columns.stream()
                        .map(column -> ", " + column.db() + " " + column.kind().type())
                        .collect(joining())
                + ")";
    }

    /** Own columns that are given. */
    private List<Column> own() {
        return columns.stream().filter(column -> column.via() == null).toList();
    }

    private List<String> absent() {
        if (ledger.isFlow()) {
            return List.of();
        }
        return Stream.concat(
                        ledger.own().stream()
                                .filter(column -> !given(column.name()))
                                .map(Column::db),
                        ledger.references().stream()
                                .filter(reference -> !references.contains(reference))
                                .map(Reference::db))
                .toList();
    }

    private List<Reference> others() {
        return references.stream().filter(this::isOther).toList();
    }

    private Optional<Reference> self() {
        return references.stream().filter(reference -> !isOther(reference)).findFirst();
    }

    private boolean isOther(Reference reference) {
        return !reference.ledger().equals(ledger.name());
    }

    String resolve(Map<String, String> defaults) {
        var ranks = columns.stream()
                .filter(column -> column.kind() == Kind.RANK && column.via() == null)
                .toList();
        var keyed = new StringBuilder("select s.row_no");
        columns.forEach(column -> keyed.append(", ")
                .append(value(column, defaults))
                .append(" as ")
                .append(column.db()));
        // What the file does not speak of is as it was, so that checks can look at the whole row.
        absent().forEach(column ->
                keyed.append(", t.").append(column).append(" as ").append(column));
        ranks.forEach(
                rank -> keyed.append(", s.%1$s as %1$s_word, m_%1$s.doubtful as %1$s_doubtful".formatted(rank.db())));
        others().forEach(r -> keyed.append(", r_%s.id as %s, r_%1$s.sound as %1$s_sound".formatted(r.db(), r.db())));
        keyed.append(", ").append(owner()).append(" as owner_id");
        keyed.append(", t.").append(matched()).append(" as existing_id");
        keyed.append(
                ledger.isFlow()
                        ? ", null::uuid as id, "
                                + FlowSql.fate(ledger, own(), own().stream().map(column -> value(column, defaults)))
                                + " as fate"
                        : ", coalesce(t.id, gen_random_uuid()) as id");
        keyed.append(", min(s.row_no) over (partition by ")
                .append(key(defaults))
                .append(") as first_row");
        keyed.append("\n  from ").append(raw()).append(" s");
        others().forEach(r -> keyed.append("\n  left join (")
                .append(lookups.of(r))
                .append(") r_")
                .append(r.db())
                .append(" on ")
                .append(lookups.found(r, "r_" + r.db(), "s")));
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
        keyed.append("\n  left join ")
                .append(ledger.isFlow() ? flow.there() : ledger.name())
                .append(" t on ")
                .append(match(defaults));
        var target = "create unlogged table " + work() + " as\n";
        return ledger.isFlow()
                ? target + "select k.*, true as sound, null::uuid as former_owner_id from (\n" + keyed + ") k"
                : target + "with keyed as materialized (\n" + keyed + ")\n" + compared();
    }

    /** Against the row that is there, when what it refers to among the rows themselves is known, too. */
    private String compared() {
        return "select k.*, true as sound" + selfColumn()
                + (ledger.owner() == null ? ", null::uuid as former_owner_id" : ", t.institution_id as former_owner_id")
                + ",\n  case when k.existing_id is null then 'NEW' when " + differs()
                + " then 'CHANGED' else 'SAME' end as fate"
                + "\n  from keyed k" + selfJoin() + "\n  left join " + ledger.name() + " t on t.id = k.existing_id";
    }

    private static String value(Column column, Map<String, String> defaults) {
        var cell =
                column.kind() == Kind.RANK && column.via() == null ? "m_" + column.db() + ".rank" : "s." + column.db();
        var fallback = column.via() == null ? defaults.get(column.db()) : null;
        return fallback == null ? cell : "coalesce(" + cell + ", " + fallback + ")";
    }

    private String matched() {
        return ledger.isFlow() ? FlowSql.object(ledger).db() : "id";
    }

    private String owner() {
        var owner = ledger.owner();
        if (owner == null) {
            return "null::uuid";
        }
        if (owner.equals("self")) {
            return "t.id";
        }
        var reference = ledger.reference(owner);
        if (!references.contains(reference)) {
            return "t.institution_id";
        }
        return "r_" + reference.db() + (owner.equals("institution") ? ".id" : ".institution_id");
    }

    /** The columns of the table that make the key: own ones, and the ids that the rest of the key finds. */
    private Stream<String> keyParts() {
        var parts = new LinkedHashSet<String>();
        for (var key : ledger.key()) {
            var column = ledger.column(key);
            if (column.via() == null) {
                parts.add(column.db());
            } else {
                ledger.references().stream()
                        .filter(reference -> column.name()
                                        .equals(reference
                                                .by()
                                                .get(reference.by().size() - 1))
                                || reference.name().equals(column.via()))
                        .forEach(reference -> parts.add(reference.db()));
            }
        }
        return parts.stream();
    }

    private String candidate(String part, Map<String, String> defaults) {
        return ledger.references().stream()
                .filter(reference -> reference.db().equals(part))
                .findFirst()
                .map(reference -> references.contains(reference) ? "r_" + part + ".id" : "null::uuid")
                .orElseGet(() -> value(
                        columns.stream()
                                .filter(c -> c.db().equals(part))
                                .findFirst()
                                .orElseThrow(),
                        defaults));
    }

    private boolean optional(String part) {
        return ledger.references().stream().anyMatch(reference -> reference.db().equals(part) && !reference.required());
    }

    private String key(Map<String, String> defaults) {
        return keyParts().map(part -> candidate(part, defaults)).collect(joining(", "));
    }

    private String match(Map<String, String> defaults) {
        if (only != null) {
            return "t.id = '" + only + "'";
        }
        var nothing = "'00000000-0000-0000-0000-000000000000'::uuid";
        return keyParts()
                .map(part -> optional(part)
                        ? "coalesce(t.%1$s, %2$s) = coalesce(%3$s, %2$s)"
                                .formatted(part, nothing, candidate(part, defaults))
                        : "t." + part + " = " + candidate(part, defaults))
                .collect(joining(" and "));
    }

    private String selfColumn() {
        return self().map(reference -> ", p.id as " + reference.db() + ", p.sound as " + reference.db() + "_sound")
                .orElse("");
    }

    private String selfJoin() {
        return self().map(reference -> {
                    var keys = ledger.key().stream()
                            .map(key -> ledger.column(key).db())
                            .collect(joining(", "));
                    return "\n  left join (" + LedgerSql.lookup(ledgers, ledger)
                            + "\n    union all select id, owner_id, true, " + keys
                            + " from keyed where existing_id is null and row_no = first_row) p on "
                            + lookups.found(reference, "p", "k");
                })
                .orElse("");
    }

    private String differs() {
        var all = Stream.concat(
                        own().stream().map(Column::db), references.stream().map(Reference::db))
                .toList();
        var mine = all.stream()
                .map(c -> (self().map(Reference::db).filter(c::equals).isPresent() ? "p.id" : "k." + c));
        return "(" + mine.collect(joining(", ")) + ", 1) is distinct from ("
                + all.stream().map(c -> "t." + c).collect(joining(", ")) + ", 1)";
    }

    List<String> findings(boolean scoped) {
        return new StageFindings(ledgers, ledger, columns, references, work()).all(scoped);
    }

    String markBad() {
        return "update " + work() + " set sound = false where row_no in "
                + "(select row_no from ledger.problem where stage = :stage and error)";
    }

    String count() {
        return "select count(*) filter (where sound and fate = 'NEW'), count(*) filter (where sound and fate = 'CHANGED'), "
                + "count(*) filter (where sound and fate = 'SAME'), count(*) filter (where not sound) from " + work();
    }

    List<String> merge(@Nullable UUID importId) {
        return new MergeSql(ledger, own(), references, work())
                .all(importId, keyParts().collect(joining(", ")));
    }
}
