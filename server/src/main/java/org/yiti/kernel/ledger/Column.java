package org.yiti.kernel.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** One column of a ledger, as people see it in a workbook, a form, a list and an export. Declared once, at start. */
public final class Column {

    private final String name;
    private final Label label;
    private Kind kind;
    private boolean required;
    private @Nullable String codes;
    private @Nullable String unit;
    private int scale;
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;
    private int maxLength = 200;
    private @Nullable String via;
    private @Nullable String source;
    private boolean sortable;
    private boolean shown = true;
    private List<String> aliases = List.of();
    private List<String> mistaken = List.of();
    private @Nullable Label whyMistaken;
    private @Nullable Label note;
    private @Nullable Format format;
    private Function<Object, Label> titled = value -> new Label(value.toString(), value.toString());
    private boolean identifies;
    private boolean sealed;
    private Grading grading = Grading.of(Grade.L1);

    private Column(String name, Kind kind, String zh, String en) {
        this.name = name;
        this.kind = kind;
        this.label = new Label(zh, en);
    }

    public static Column text(String name, String zh, String en, Grade grade) {
        return new Column(name, Kind.TEXT, zh, en).graded(grade);
    }

    public static Column integer(String name, String zh, String en, Grade grade) {
        return new Column(name, Kind.INTEGER, zh, en).graded(grade);
    }

    public static Column decimal(String name, String zh, String en, @Nullable String unit, int scale, Grade grade) {
        var column = new Column(name, Kind.DECIMAL, zh, en).graded(grade);
        column.unit = unit;
        column.scale = scale;
        return column;
    }

    public static Column date(String name, String zh, String en, Grade grade) {
        return new Column(name, Kind.DATE, zh, en).graded(grade);
    }

    public static Column month(String name, String zh, String en, Grade grade) {
        return new Column(name, Kind.MONTH, zh, en).graded(grade);
    }

    public static Column time(String name, String zh, String en, Grade grade) {
        return new Column(name, Kind.TIME, zh, en).graded(grade);
    }

    public static Column yesNo(String name, String zh, String en, Grade grade) {
        return new Column(name, Kind.BOOLEAN, zh, en).graded(grade);
    }

    /** @param table id of a code table in {@code standards/} */
    public static Column code(String name, String table, String zh, String en, Grade grade) {
        var column = new Column(name, Kind.CODE, zh, en).graded(grade);
        column.codes = table;
        return column;
    }

    public static Column rank(String name, String zh, String en, Grade grade) {
        var column = new Column(name, Kind.RANK, zh, en).graded(grade);
        column.codes = "rank";
        return column;
    }

    /** A column read through a reference; an input when the reference is found by it, otherwise for reading only. */
    public static Column via(String reference, String source, String name, String zh, String en) {
        var column = new Column(name, Kind.TEXT, zh, en);
        column.via = reference;
        column.source = source;
        return column;
    }

    /** Takes the kind that the column has where it is read from. */
    void readAs(Column origin) {
        kind = origin.kind;
        codes = origin.codes;
        unit = origin.unit;
        scale = origin.scale;
        maxLength = origin.maxLength;
        identifies = origin.identifies;
        grading = origin.grading;
        sealed = origin.sealed;
        titled = origin.titled;
    }

    /** Its texts tell rows apart: how wide a letter is typed, or what cannot be seen, must not make another row. */
    public Column identifying() {
        identifies = kind == Kind.TEXT;
        return this;
    }

    private Column graded(Grade grade) {
        grading = Grading.of(grade);
        return this;
    }

    /** Of a natural person, and yet known to whoever works with them. */
    public Column personal() {
        grading = new Grading(grading.grade(), Category.PERSONAL, null);
        return this;
    }

    /** From L3 up a column says why it is guarded, and what is left of it for those who may not see it. */
    public Column guarded(Category category, Mask mask) {
        grading = new Grading(grading.grade(), category, mask);
        return this;
    }

    /** Kept encrypted: found by what it is equal to, and by nothing else. */
    public Column sealed() {
        sealed = true;
        return this;
    }

    public Column needed() {
        required = true;
        return this;
    }

    public Column within(double least, double most) {
        min = BigDecimal.valueOf(least);
        max = BigDecimal.valueOf(most);
        return this;
    }

    public Column upTo(int characters) {
        maxLength = characters;
        return this;
    }

    /** An index makes sorting by it quick. */
    public Column sorted() {
        sortable = true;
        return this;
    }

    /** Not visible in lists unless the user asks for it. */
    public Column tucked() {
        shown = false;
        return this;
    }

    /** Other headers accepted in workbooks. */
    public Column alias(String... others) {
        aliases = List.of(others);
        return this;
    }

    /** Headers of something else that is easily taken for this: refused where they stand, with how to give it right. */
    public Column never(String zh, String en, String... headers) {
        whyMistaken = new Label(zh, en);
        mistaken = List.of(headers);
        return this;
    }

    public Column noted(String zh, String en) {
        note = new Label(zh, en);
        return this;
    }

    /** How the title of an object says it, where the value alone would say nothing: 2层, not 2. */
    public Column titled(Function<Object, Label> words) {
        titled = words;
        return this;
    }

    /** Texts of this column are identifiers with a form of their own. */
    public Column formed(Format form) {
        format = form;
        return this;
    }

    /** How it is to be guarded; a column read through a reference as where it is read from. */
    public Grading grading() {
        return grading;
    }

    public String name() {
        return name;
    }

    /** Its name in the database, snake_case; that of the API is camelCase. */
    public String db() {
        return Names.snake(name);
    }

    /** The header of a workbook column: the Chinese label, with the unit where there is one. */
    public String header() {
        return unit == null ? label.zh() : label.zh() + "(" + unit + ")";
    }

    public Label label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    public boolean required() {
        return required;
    }

    public @Nullable String codes() {
        return codes;
    }

    public @Nullable String unit() {
        return unit;
    }

    public int scale() {
        return scale;
    }

    public @Nullable BigDecimal min() {
        return min;
    }

    public @Nullable BigDecimal max() {
        return max;
    }

    public int maxLength() {
        return maxLength;
    }

    /** The reference this column is read through; null for a column of the ledger's own table. */
    public @Nullable String via() {
        return via;
    }

    /** The column read through {@link #via()}. */
    public @Nullable String source() {
        return source;
    }

    public boolean sortable() {
        return sortable;
    }

    public boolean shown() {
        return shown;
    }

    public List<String> aliases() {
        return aliases;
    }

    public List<String> mistaken() {
        return mistaken;
    }

    /** Why a header of {@link #mistaken()} is not this column. */
    public @Nullable Label whyMistaken() {
        return whyMistaken;
    }

    public @Nullable Label note() {
        return note;
    }

    public @Nullable Format format() {
        return format;
    }

    public Label title(Object value) {
        return titled.apply(value);
    }

    public boolean isSealed() {
        return sealed;
    }

    /** Its texts are codes or numbers by which rows are known. */
    public boolean identifies() {
        return identifies;
    }
}
