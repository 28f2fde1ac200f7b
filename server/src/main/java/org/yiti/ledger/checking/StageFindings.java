package org.yiti.ledger.checking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Reference;

/** What can be wrong with rows as a whole: one statement each, writing what it finds into {@code ledger.problem}. */
final class StageFindings {

    private final Ledgers ledgers;
    private final Ledger ledger;
    private final List<Column> columns;
    private final List<Reference> references;
    private final String work;
    private final List<String> statements = new ArrayList<>();

    StageFindings(Ledgers ledgers, Ledger ledger, List<Column> columns, List<Reference> references, String work) {
        this.ledgers = ledgers;
        this.ledger = ledger;
        this.columns = columns;
        this.references = references;
        this.work = work;
    }

    List<String> all(boolean scoped) {
        references.forEach(this::pointing);
        find(
                ledger.key().get(ledger.key().size() - 1),
                true,
                "w.first_row < w.row_no",
                new Label("与本表第 ' || w.first_row || ' 行重复", "repeats row ' || w.first_row || '"));
        missing();
        ranks();
        ledger.checks().forEach(check -> {
            if (columns.stream().anyMatch(column -> column.name().equals(check.column()))) {
                find(
                        check.column(),
                        check.error(),
                        check.bad().replace("{rows}", work).replace("{table}", ledger.name()),
                        check.message());
            }
        });
        if (scoped) {
            find(
                    ledger.key().get(0),
                    true,
                    "not (coalesce(w.owner_id, w.id) = any(:scope)) or not (coalesce(w.former_owner_id, w.owner_id, w.id) = any(:scope))",
                    new Label("不在您的管理范围内", "is outside your scope"));
        }
        return statements;
    }

    private void pointing(Reference reference) {
        var last = ledger.column(reference.by().get(reference.by().size() - 1));
        var there = ledgers.get(reference.ledger()).title();
        var asked = "w." + last.db() + " is not null";
        find(
                last.name(),
                true,
                asked + " and w." + reference.db() + " is null",
                new Label("在「" + there.zh() + "」中找不到", "is not found among " + there.en()));
        find(
                last.name(),
                true,
                "w." + reference.db() + "_sound = false",
                new Label("所引用的「" + there.zh() + "」行有错误", "refers to a row of " + there.en() + " that has errors"));
    }

    private void missing() {
        ledger.inputs().stream()
                .filter(Column::required)
                .filter(column -> columns.stream().noneMatch(c -> c.name().equals(column.name())))
                .forEach(column -> find(
                        column.name(),
                        true,
                        "w.fate = 'NEW'",
                        new Label(
                                "新增行缺少必填列「" + column.header() + "」",
                                "a new row needs the column " + column.label().en())));
    }

    private void ranks() {
        columns.stream()
                .filter(column -> column.kind() == Kind.RANK && column.via() == null)
                .forEach(column -> {
                    find(
                            column.name(),
                            true,
                            "w.%1$s_word is not null and w.%1$s is null and w.owner_id is not null"
                                    .formatted(column.db()),
                            new Label("该层级机关没有此职级", "is no rank at the level of this institution"));
                    find(
                            column.name(),
                            false,
                            "w.%s_doubtful".formatted(column.db()),
                            new Label("职级按非领导职务推定,请核对", "is inferred from a non-leading grade; please check"));
                });
    }

    private void find(String column, boolean error, String when, Label message) {
        var at = ledger.column(column);
        var given = columns.stream().anyMatch(c -> c.name().equals(column));
        var value = !given
                ? "null"
                : "w." + at.db() + (at.kind() == Kind.RANK && at.via() == null ? "_word" : "") + "::text";
        var allowed = at.via() == null ? Allowed.in(at) : null;
        statements.add("insert into ledger.problem (stage, row_no, column_name, value, error, message_zh, message_en, "
                + "allowed_zh, allowed_en, cell) select :stage, w.row_no, '" + column + "', left(" + value + ", 200), "
                + error + ", '" + message.zh() + "', '" + message.en() + "', "
                + quoted(allowed == null ? null : allowed.zh()) + ", " + quoted(allowed == null ? null : allowed.en())
                + ", false from " + work
                + " w where " + when);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }
}
