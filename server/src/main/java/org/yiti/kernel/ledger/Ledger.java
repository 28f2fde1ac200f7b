package org.yiti.kernel.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/**
 * The declaration of a ledger. From this one declaration come its workbook template, its import with all checks, its
 * forms, its lists and its exports; a module that keeps a ledger declares it as a bean and writes no more code for it.
 */
public final class Ledger {

    private final String name;
    private final String path;
    private final Label title;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, Reference> references = new LinkedHashMap<>();
    private final List<Check> checks = new ArrayList<>();
    private List<String> key = List.of();
    private Label note = new Label("", "");
    private @Nullable String objectKind;
    private List<String> caption = List.of();
    private @Nullable String owner;
    private boolean record;
    private boolean flow;
    private boolean everyones;
    private boolean numerous;
    private boolean sharedByAll;
    private List<String> search = List.of();
    private @Nullable Past past;
    private @Nullable String pastOf;
    private Rehoming rehoming = Rehoming.STAYS;

    private Ledger(String name, String path, Label title) {
        this.name = name;
        this.path = path;
        this.title = title;
    }

    /**
     * @param table schema.table
     * @param plural the last part of its address, {@code premises/rooms}
     */
    public static Ledger of(String table, String plural, String zh, String en) {
        return new Ledger(table, table.substring(0, table.indexOf('.')) + "/" + plural, new Label(zh, en));
    }

    public Ledger columns(Column... all) {
        for (var column : all) {
            columns.put(column.name(), column);
        }
        return this;
    }

    /** The columns, as people see them, that tell a row from every other. */
    public Ledger keyedBy(String... names) {
        key = List.of(names);
        key.stream().map(this::column).filter(column -> column.via() == null).forEach(Column::identifying);
        return this;
    }

    public Ledger refers(String reference, String ledger, boolean required, String... by) {
        references.put(reference, new Reference(reference, ledger, List.of(by), required));
        return this;
    }

    /** The rows belong to the institution named in the column {@code institutionCode}. */
    public Ledger ofInstitution() {
        owner = "institution";
        return refers("institution", "organization.institution", true, "institutionCode");
    }

    /** The rows belong to the institution of what they refer to. */
    public Ledger ofInstitutionOf(String reference) {
        owner = reference;
        return this;
    }

    /** The rows are institutions themselves. */
    public Ledger ofItself() {
        owner = "self";
        return this;
    }

    /** The rows belong to nobody and may be read by everyone. */
    public Ledger ofNobody() {
        everyones = true;
        return this;
    }

    /** Each row is an object with a page of its own, titled by these columns. */
    public Ledger objects(String kind, String... caption) {
        objectKind = kind;
        this.caption = List.of(caption);
        return this;
    }

    /** Rows have a page of their own as well, and are told in the life lines of the things they refer to. */
    public Ledger records(String kind, String... caption) {
        record = true;
        return objects(kind, caption);
    }

    /** Columns found by any part of their text; the table has an index on {@code kernel.fragments} of just these. */
    public Ledger searchedBy(String... columns) {
        search = List.of(columns);
        return this;
    }

    public Ledger checks(Check... all) {
        checks.addAll(List.of(all));
        return this;
    }

    /** Rows flow in by the million, have no page, no list and no life line of their own. */
    public Ledger flowing() {
        flow = true;
        return this;
    }

    /** Rows come by the hundred for one object, and are not told in its life line. */
    public Ledger numerous() {
        numerous = true;
        return this;
    }

    /** Rows of other institutions may point at them: a building houses many, a main meter feeds many. */
    public Ledger sharedByAll() {
        sharedByAll = true;
        return this;
    }

    /**
     * These columns and references hold since a day ({@code since}), and what they were before is kept: changing them
     * ends what was the day before. The database does it ({@code lifeline.attach_past}); it must name the same columns.
     *
     * @param ledger where former states stand, declared with {@link #pastOf}
     * @param reference the reference of that ledger to this one
     */
    public Ledger dated(String ledger, String reference, String... names) {
        past = new Past(ledger, reference, List.of(names));
        checks.addAll(past.checks(name, dated()));
        return columns(Past.since());
    }

    /**
     * The rows are former states of the rows of another ledger, from day to day: they go with them, and are not told a
     * second time. Call it after the columns; the two days come last.
     *
     * @param reference the reference of this ledger to the row they were of
     */
    public Ledger pastOf(String ledger, String reference) {
        pastOf = ledger;
        return numerous().checks(Past.ofPast(ledger, reference)).columns(Past.days());
    }

    /** What becomes of rows when another institution takes over theirs; unless it is said, they stay with it. */
    public Ledger whenMerged(Rehoming what) {
        rehoming = what;
        return this;
    }

    public Ledger noted(String zh, String en) {
        note = new Label(zh, en);
        return this;
    }

    public String name() {
        return name;
    }

    public String module() {
        return name.substring(0, name.indexOf('.'));
    }

    public String path() {
        return path;
    }

    public Label title() {
        return title;
    }

    public Label note() {
        return note;
    }

    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    public Optional<Column> find(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    public Column column(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("Ledger " + this.name + " has no column " + name));
    }

    public List<Reference> references() {
        return List.copyOf(references.values());
    }

    public Reference reference(String name) {
        return Optional.ofNullable(references.get(name))
                .orElseThrow(() -> new IllegalArgumentException("Ledger " + this.name + " has no reference " + name));
    }

    /** The reference that a column helps to find, if it is an input of one. */
    public Optional<Reference> given(Column column) {
        return references.values().stream()
                .filter(reference -> reference.by().contains(column.name()))
                .findFirst();
    }

    /** Columns people fill in: all but those that are only read through a reference. */
    public List<Column> inputs() {
        return columns().stream()
                .filter(column -> column.via() == null || given(column).isPresent())
                .toList();
    }

    /** Columns stored in the ledger's own table. */
    public List<Column> own() {
        return columns().stream().filter(column -> column.via() == null).toList();
    }

    public List<String> key() {
        return key;
    }

    public List<Check> checks() {
        return List.copyOf(checks);
    }

    public @Nullable String objectKind() {
        return objectKind;
    }

    /** Whether rows are things by themselves, with a story of their own, not part of that of others. */
    public boolean isOfThings() {
        return objectKind != null && !record;
    }

    public List<String> caption() {
        return caption;
    }

    public boolean isSharedByAll() {
        return sharedByAll;
    }

    public List<String> search() {
        return search;
    }

    /**
     * The reference whose institution owns a row: {@code institution} when it is given in the row, {@code self} when
     * the row is one; null when nobody owns it.
     */
    public @Nullable String owner() {
        return owner;
    }

    public boolean isFlow() {
        return flow;
    }

    public boolean isNumerous() {
        return numerous;
    }

    public Optional<Past> past() {
        return Optional.ofNullable(past);
    }

    /** The ledger whose former states these rows are. */
    public Optional<String> pastOf() {
        return Optional.ofNullable(pastOf);
    }

    /** The columns of the table that hold since a day; none where nothing is dated. */
    public List<String> dated() {
        return past().map(kept -> kept.of(this)).orElse(List.of());
    }

    public Rehoming rehoming() {
        return rehoming;
    }

    public boolean isEveryones() {
        return everyones;
    }
}
