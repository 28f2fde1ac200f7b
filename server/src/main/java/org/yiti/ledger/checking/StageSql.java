package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Reference;

/** The statements of a {@link Stage}. Every name in them comes from a declaration, never from a user. */
final class StageSql {

    /** @param anew columns of the table that are written although they are equal to what is there */
    record Only(UUID id, Set<String> anew) {}

    private final Ledgers ledgers;
    private final Ledger ledger;
    private final List<Column> columns;
    private final List<StageSql> earlier;
    private final LookupSql lookups;
    private final KeySql key;
    private final ChoiceSql choice;
    private final String name;
    private final String title;
    private final List<Reference> references;
    private final @Nullable Only only;

    StageSql(
            Ledgers ledgers,
            Ledger ledger,
            List<Column> columns,
            String name,
            String title,
            List<StageSql> earlier,
            @Nullable Only only) {
        this.ledgers = ledgers;
        this.ledger = ledger;
        this.columns = columns;
        this.name = name;
        this.title = title;
        this.only = only;
        this.earlier = earlier;
        this.lookups = new LookupSql(ledgers, ledger, earlier);
        this.references = ledger.references().stream()
                .filter(reference -> reference.by().stream().allMatch(this::given))
                .toList();
        this.key = new KeySql(ledger, columns, references);
        this.choice = new ChoiceSql(ledgers, this, lookups);
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
    /** Whose the rows were, where they say anew whose they are. */
    Optional<String> ownerBefore() {
        return ledger.isFlow()
                ? Optional.empty()
                : references.stream()
                        .filter(reference -> reference.name().equals("institution"))
                        .map(reference -> reference.db() + "_former")
                        .findFirst();
    }

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
    List<Column> own() {
        return columns.stream().filter(column -> column.via() == null).toList();
    }

    Optional<Reference> self() {
        return references.stream().filter(reference -> !isOther(reference)).findFirst();
    }

    boolean isOther(Reference reference) {
        return !reference.ledger().equals(ledger.name());
    }

    /** The reference whose institution a row belongs to; none where rows are institutions, or everyone's. */
    Optional<Reference> ownerReference() {
        var owner = ledger.owner();
        return owner == null || owner.equals("self") ? Optional.empty() : Optional.of(ledger.reference(owner));
    }

    /** Whether several rows may be known by what the reference says. */
    boolean isManifold(Reference reference) {
        return lookups.isManifold(reference);
    }

    boolean isNumbered() {
        return Ledgers.isNumberedByInstitution(ledger);
    }

    /** Whether rows say whose they are. */
    boolean isOwnerGiven() {
        return ownerReference().filter(references::contains).isPresent();
    }

    /** The only row that is spoken of, whatever its key becomes. */
    Optional<UUID> only() {
        return Optional.ofNullable(only).map(Only::id);
    }

    Set<String> anew() {
        return only == null ? Set.of() : only.anew();
    }

    Optional<String> seen() {
        return choice.seen();
    }

    /** @param scoped whether rows outside {@code :scope} are as if they were not there */
    String resolve(Map<String, String> defaults, boolean scoped) {
        return new ResolveSql(this, lookups, choice).all(defaults, scoped);
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
        return new MergeSql(ledger, own(), references, work(), correcting, anew()).all(importId, outcome);
    }

    List<String> names(boolean scoped) {
        return new NamedSql(ledgers, this, earlier).all(scoped);
    }
}
