package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Reference;
import org.yiti.ledger.LedgerSql;

/**
 * Where a cell for a code holds a name or a credit code instead, the code of the only one of that name is written in
 * its place. Of several nothing is guessed; what may not be seen is not found.
 */
final class NamedSql {

    private static final Set<String> NAMES = Set.of("name", "shortName", "creditCode");

    private final Ledgers ledgers;
    private final StageSql stage;
    private final List<StageSql> earlier;
    private final List<String> statements = new ArrayList<>();
    private final Set<String> done = new LinkedHashSet<>();

    NamedSql(Ledgers ledgers, StageSql stage, List<StageSql> earlier) {
        this.ledgers = ledgers;
        this.stage = stage;
        this.earlier = earlier;
    }

    /** @param by the columns of the stage that say within what it is looked for, by the key of the other that they are */
    private record Word(Column column, Ledger of, Column key, List<Column> by, List<Column> within) {}

    List<String> all(boolean scoped) {
        // the institution first: others are looked for within it
        stage.references().stream()
                .sorted((a, b) -> Integer.compare(a.by().size(), b.by().size()))
                .flatMap(reference -> words(reference).stream())
                .filter(word -> done.add(word.column().name()))
                .forEach(word -> settle(word, scoped));
        return statements;
    }

    private List<Word> words(Reference reference) {
        var other = ledgers.get(reference.ledger());
        var words = new ArrayList<Word>();
        for (var i = 0; i < reference.by().size(); i++) {
            var column = stage.ledger().column(reference.by().get(i));
            var key = other.column(other.key().get(i));
            if (key.via() == null) {
                var before = reference.by().subList(0, i).stream()
                        .map(stage.ledger()::column)
                        .toList();
                words.add(new Word(
                        column,
                        other,
                        key,
                        before,
                        other.key().subList(0, i).stream().map(other::column).toList()));
            } else {
                whose(other, key)
                        .ifPresent(of -> words.add(
                                new Word(column, of, of.column(String.valueOf(key.source())), List.of(), List.of())));
            }
        }
        return words.stream()
                .filter(word -> word.key().kind() == Kind.TEXT
                        && !names(word.of(), word.key()).isEmpty())
                .toList();
    }

    private Optional<Ledger> whose(Ledger other, Column key) {
        var of = ledgers.get(other.reference(String.valueOf(key.via())).ledger());
        return of.find(String.valueOf(key.source()))
                .filter(source -> source.via() == null)
                .map(source -> of);
    }

    private static List<Column> names(Ledger of, Column key) {
        return of.own().stream()
                .filter(column -> NAMES.contains(column.name()) && !column.equals(key) && !column.isSealed())
                .toList();
    }

    private void settle(Word word, boolean scoped) {
        var column = word.column().db();
        var matches = matches(word, scoped);
        var same = Stream.concat(Stream.of(word.column()), word.by().stream())
                .map(by -> "m." + by.db() + " = s." + by.db())
                .collect(joining(" and "));
        statements.add("update " + stage.raw() + " s set " + column + " = m.code from (" + matches
                + ") m where m.many = 1 and " + same);
        var title = word.of().title();
        var value = names(word.of(), word.key()).stream()
                        .anyMatch(name -> name.grading().guarded())
                ? "null"
                : "left(s." + column + ", 200)";
        statements.add(
                "insert into ledger.problem (stage, row_no, column_name, value, error, message_zh, message_en, cell)"
                        + " select :stage, s.row_no, '" + word.column().name() + "', " + value + ", true, '在「"
                        + title.zh()
                        + "」中有 ' || m.many || ' 个同名，请填编码', 'names ' || m.many || ' " + title.en()
                        + "; give the code', true from " + stage.raw() + " s join (" + matches
                        + ") m on m.many > 1 and " + same
                        + " where not exists (select from ledger.problem p where p.stage = :stage and p.row_no = s.row_no and p.column_name = '"
                        + word.column().name() + "' and p.message_zh like '%个同名%')");
    }

    /** The words that are no codes, each with the code it means, and how many it could mean. */
    private String matches(Word word, boolean scoped) {
        var given = Stream.concat(Stream.of(word.column()), word.by().stream())
                .map(Column::db)
                .toList();
        var within = new StringBuilder();
        for (var i = 0; i < word.by().size(); i++) {
            within.append(" and t.")
                    .append(word.within().get(i).db())
                    .append(" = u.")
                    .append(word.by().get(i).db());
        }
        var there = there(word, scoped);
        return "select " + given.stream().map(c -> "u." + c).collect(joining(", "))
                + ", min(t.code_of) as code, count(distinct t.code_of) as many from (select u.* from (select distinct "
                + String.join(", ", given) + " from " + stage.raw() + " where "
                + word.column().db()
                + " is not null) u where not exists (select from (" + there + ") t where t.code_of = u."
                + word.column().db()
                + within + ")) u join (" + there + ") t on " + plain("t.word") + " = "
                + plain("u." + word.column().db()) + within + " group by "
                + given.stream().map(c -> "u." + c).collect(joining(", "));
    }

    /** Codes are typed half-width, names as they are. */
    private static String plain(String text) {
        return "translate(" + text + ", '（）　', '() ')";
    }

    /** Each with every name it has: in the ledger, on earlier sheets, and among the rows themselves. */
    private String there(Word word, boolean scoped) {
        var sql = new LedgerSql(ledgers, word.of());
        var names = names(word.of(), word.key());
        var keys = word.within().stream()
                .map(key -> ", " + sql.expression(key) + " as " + key.db())
                .collect(joining());
        var code = sql.expression(word.key());
        var from = sql.from();
        var all = new StringBuilder("select " + code + " as code_of, n.word" + keys + " " + from
                + " cross join lateral (values "
                + names.stream().map(name -> "(t." + name.db() + "::text)").collect(joining(", "))
                + ") n(word) where n.word is not null" + seen(word.of(), scoped));
        Stream.concat(earlier.stream(), Stream.of(stage))
                .filter(other -> other.ledger() == word.of() && hasAll(other, word))
                .forEach(other -> {
                    var given = names.stream()
                            .filter(name -> other.given(name.name()))
                            .toList();
                    if (!given.isEmpty()) {
                        all.append(" union all select r.")
                                .append(word.key().db())
                                .append(", n.word")
                                .append(word.within().stream()
                                        .map(key -> ", r." + key.db())
                                        .collect(joining()))
                                .append(" from ")
                                .append(other.raw())
                                .append(" r cross join lateral (values ")
                                .append(given.stream()
                                        .map(name -> "(r." + name.db() + "::text)")
                                        .collect(joining(", ")))
                                .append(") n(word) where n.word is not null");
                    }
                });
        return all.toString();
    }

    private static boolean hasAll(StageSql other, Word word) {
        return Stream.concat(Stream.of(word.key()), word.within().stream()).allMatch(key -> other.given(key.name()));
    }

    private static String seen(Ledger of, boolean scoped) {
        return !scoped || of.owner() == null || of.isSharedByAll() ? "" : " and t.institution_id = any(:scope)";
    }
}
