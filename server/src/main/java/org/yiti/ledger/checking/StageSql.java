package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

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
import org.yiti.kernel.ledger.Past;
import org.yiti.kernel.ledger.Reference;

/** The statements of a {@link Stage}. Every name in them comes from a declaration, never from a user. */
final class StageSql {

    private final Ledgers ledgers;
    private final Ledger ledger;
    private final List<Column> columns;
    private final List<StageSql> earlier;
    private final LookupSql lookups;
    private final KeySql key;
    private final FlowSql flow;
    private final String name;
    private final String title;
    private final List<Reference> references;
    private final @Nullable UUID only;

    StageSql(
            Ledgers ledgers,
            Ledger ledger,
            List<Column> columns,
            String name,
            String title,
            List<StageSql> earlier,
            @Nullable UUID only) {
        this.ledgers = ledgers;
        this.ledger = ledger;
        this.columns = columns;
        this.name = name;
        this.title = title;
        this.only = only;
        this.earlier = earlier;
        this.lookups = new LookupSql(ledgers, ledger, earlier);
        this.flow = new FlowSql(ledger, lookups, raw());
        this.references = ledger.references().stream()
                .filter(reference -> reference.by().stream().allMatch(this::given))
                .toList();
        this.key = new KeySql(ledger, columns, references);
    }

    boolean given(String column) {
        return columns.stream().anyMatch(c -> c.name().equals(column));
    }

    Ledger ledger() {
        return ledger;
    }

    List<Column> columns() {
        return columns;
    }

    /** Those references whose columns are all given. */
    List<Reference> references() {
        return references;
    }

    KeySql key() {
        return key;
    }

    /** How people call the sheet. */
    String title() {
        return title;
    }

    /** Earlier sheets of the same ledger. */
    List<StageSql> siblings() {
        return earlier.stream().filter(stage -> stage.ledger == ledger).toList();
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
                        .map(column -> ", " + column.db() + " "
                                + (KeySql.isKept(column)
                                        ? "text"
                                        : column.kind().type()))
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

    Optional<Reference> self() {
        return references.stream().filter(reference -> !isOther(reference)).findFirst();
    }

    private boolean isOther(Reference reference) {
        return !reference.ledger().equals(ledger.name());
    }

    /** The reference whose institution a row belongs to; none where rows are institutions, or everyone's. */
    Optional<Reference> ownerReference() {
        var owner = ledger.owner();
        return owner == null || owner.equals("self") ? Optional.empty() : Optional.of(ledger.reference(owner));
    }

    /** @param scoped whether rows outside {@code :scope} are as if they were not there */
    String resolve(Map<String, String> defaults, boolean scoped) {
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
        others().forEach(r ->
                keyed.append(", r_%1$s.id as %1$s, r_%1$s.sound as %1$s_sound, r_%1$s.institution_id as %1$s_owner"
                        .formatted(r.db())));
        keyed.append(", ").append(owner()).append(" as owner_id");
        keyed.append(", t.")
                .append(ledger.isFlow() ? FlowSql.object(ledger).db() : "id")
                .append(" as existing_id");
        keyed.append(
                ledger.isFlow()
                        ? ", null::uuid as id, "
                                + FlowSql.fate(
                                        ledger, own(), own().stream().map(column -> KeySql.value(column, defaults)))
                                + " as fate"
                        : ", coalesce(t.id, kernel.new_id()) as id");
        keyed.append(", min(s.row_no) over (partition by ")
                .append(key.candidates(defaults))
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
                .append(match(defaults, scoped));
        var target = "create unlogged table " + work() + " as\n";
        return ledger.isFlow()
                ? target + "select k.*, true as sound from (\n" + keyed + ") k"
                : target + "with keyed as materialized (\n" + keyed + ")\n" + compared();
    }

    /** Against the row that is there, when what it refers to among the rows themselves is known, too. */
    private String compared() {
        return "select k.*, true as sound" + selfColumns() + formerReferences()
                + ",\n  case when k.existing_id is null then 'NEW' when " + differs()
                + " then 'CHANGED' else 'SAME' end as fate"
                + "\n  from keyed k" + selfJoin() + "\n  left join " + ledger.name() + " t on t.id = k.existing_id";
    }

    private String match(Map<String, String> defaults, boolean scoped) {
        if (only != null) {
            return "t.id = '" + only + "'";
        }
        var visible = scoped && !ledger.isFlow() && ledger.owner() != null ? " and t.institution_id = any(:scope)" : "";
        return key.matchesCandidate(defaults) + visible;
    }

    private String owner() {
        var reference = ownerReference();
        if (reference.isEmpty()) {
            return ledger.owner() == null ? "null::uuid" : "t.id";
        }
        if (!references.contains(reference.get())) {
            return "t.institution_id";
        }
        return "r_" + reference.get().db() + (reference.get().name().equals("institution") ? ".id" : ".institution_id");
    }

    private String selfColumns() {
        return self().map(reference -> ", p.id as %1$s, p.sound as %1$s_sound, p.institution_id as %1$s_owner"
                        .formatted(reference.db()))
                .orElse("");
    }

    /** Where a row pointed before, so that what was there already may stay. */
    private String formerReferences() {
        return references.stream()
                .map(reference -> ", t.%1$s as %1$s_former".formatted(reference.db()))
                .collect(joining());
    }

    private String selfJoin() {
        return self().map(reference -> {
                    var keys = ledger.key().stream()
                            .map(name -> ledger.column(name).db())
                            .collect(joining(", "));
                    return "\n  left join (" + lookups.of(reference)
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
        var mine = all.stream().map(this::mine);
        return "(" + mine.collect(joining(", ")) + ", 1) is distinct from ("
                + all.stream().map(c -> KeySql.compared(ledger, c, "t." + c)).collect(joining(", ")) + ", 1)";
    }

    /** An empty day since when leaves the one that is there. */
    private String mine(String column) {
        if (ledger.past().isPresent() && column.equals(Past.SINCE)) {
            return "coalesce(k.since, t.since)";
        }
        return self().map(Reference::db).filter(column::equals).isPresent()
                ? "p.id"
                : KeySql.compared(ledger, column, "k." + column);
    }

    List<String> findings(boolean scoped) {
        return new StageFindings(ledgers, this).all(scoped);
    }

    List<String> following() {
        return new StageFindings(ledgers, this).following();
    }

    String markBad() {
        return "update " + work() + " set sound = false where row_no in "
                + "(select row_no from ledger.problem where stage = :stage and error)";
    }

    String count() {
        return "select count(*) filter (where sound and fate = 'NEW'), count(*) filter (where sound and fate = 'CHANGED'), "
                + "count(*) filter (where sound and fate = 'SAME'), count(*) filter (where not sound) from " + work();
    }

    List<String> merge(@Nullable UUID importId, Stage.Outcome outcome, boolean correcting) {
        return new MergeSql(ledger, own(), references, work(), correcting).all(importId, outcome);
    }

    List<String> names(boolean scoped) {
        return new NamedSql(ledgers, this, earlier).all(scoped);
    }
}
