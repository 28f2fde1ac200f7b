package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    private final StageSql stage;
    private final Ledger ledger;
    private final List<Column> columns;
    private final List<String> statements = new ArrayList<>();
    /** Of rows that point outside the scope nothing else is told: it would be about what one may not see. */
    private String told = "";

    StageFindings(Ledgers ledgers, StageSql stage) {
        this.ledgers = ledgers;
        this.stage = stage;
        this.ledger = stage.ledger();
        this.columns = stage.columns();
    }

    List<String> all(boolean scoped) {
        stage.references().forEach(reference -> pointing(reference, scoped));
        if (scoped) {
            told = stage.references().stream()
                    .map(reference -> " and not coalesce(" + missed(reference, true) + ", false)")
                    .collect(joining());
        }
        find(
                lastKey(),
                true,
                "w.first_row < w.row_no",
                new Label("与本表第 ' || w.first_row || ' 行重复", "repeats row ' || w.first_row || '"));
        stage.siblings().forEach(this::repeated);
        if (stage.isNumbered()) {
            numbers(scoped);
        }
        missing();
        masked();
        ranks();
        stage.self()
                .ifPresent(self -> find(
                        last(self),
                        true,
                        new TreeSql(stage, self).inCircle(),
                        new Label("上下级成环，最终回到自己", "leads in a circle back to itself")));
        ledger.checks().forEach(check -> {
            if (stage.given(check.column())) {
                find(
                        check.column(),
                        check.error(),
                        check.bad().replace("{rows}", rows()).replace("{table}", ledger.name()),
                        check.message());
            }
        });
        if (scoped) {
            outside();
        }
        return statements;
    }

    /** Rows that were thought sound until the row above them was found bad. */
    List<String> following() {
        stage.self().ifPresent(self -> find(last(self), true, new TreeSql(stage, self).underBadRow(), unsound(self)));
        return statements;
    }

    /** All candidate rows of the load for this ledger, by the columns of its table; those of earlier sheets have numbers below zero. */
    private String rows() {
        if (stage.siblings().isEmpty()) {
            return stage.work();
        }
        var columns = Stream.concat(
                        ledger.own().stream().map(Column::db),
                        ledger.references().stream().map(Reference::db))
                .collect(joining(", ", ", id, ", ""));
        return stage.siblings().stream()
                .map(sibling -> " union all select -row_no" + columns + " from " + sibling.work() + " where sound")
                .collect(joining("", "(select row_no" + columns + " from " + stage.work(), ")"));
    }

    private String lastKey() {
        return ledger.key().get(ledger.key().size() - 1);
    }

    private static String last(Reference reference) {
        return reference.by().get(reference.by().size() - 1);
    }

    private void repeated(StageSql sibling) {
        var title = sibling.title().replace("'", "''");
        find(
                lastKey(),
                true,
                "true",
                new Label(
                        "与工作表「" + title + "」第 ' || e.row_no || ' 行重复",
                        "repeats row ' || e.row_no || ' of sheet " + title),
                " join " + sibling.work() + " e on e.row_no = e.first_row and "
                        + (stage.isNumbered()
                                ? "(" + stage.key().same("e", "w")
                                        + " and e.owner_id is not distinct from w.owner_id or e.existing_id = w.existing_id)"
                                : stage.key().same("e", "w")));
    }

    /** Numbers that institutions give themselves: told of others only within the scope. */
    private void numbers(boolean scoped) {
        var same = stage.key().same("o", "w") + (scoped ? " and o.institution_id = any(:scope)" : "");
        if (stage.only().isPresent()) {
            find(
                    lastKey(),
                    true,
                    "exists (select from " + ledger.name() + " o where o.id <> w.id and " + same + ")"
                            + " and not exists (select from " + ledger.name() + " o where o.id = w.id and "
                            + stage.key().same("o", "w") + " and o.institution_id = w.owner_id)",
                    new Label("已被另一记录占用", "is taken by another row"));
            return;
        }
        find(
                lastKey(),
                true,
                "w.key_many and w.owner_id is null",
                new Label("有多个单位使用这一编号，请写明单位", "is used by several institutions; say which"));
        if (stage.given("institutionCode")) {
            find(
                    lastKey(),
                    false,
                    "exists (select from " + ledger.name()
                            + " o where o.id = w.existing_id and o.institution_id <> w.owner_id)",
                    new Label("现属另一单位，导入后转入本单位", "belongs to another institution now and comes to this one"));
        }
    }

    private Label unsound(Reference reference) {
        var there = ledgers.get(reference.ledger()).title();
        return new Label("所引用的「" + there.zh() + "」行有错误", "refers to a row of " + there.en() + " that has errors");
    }

    /** What lies outside the scope is refused in the very words of what does not exist. */
    private void pointing(Reference reference, boolean scoped) {
        var there = ledgers.get(reference.ledger());
        var last = ledger.column(last(reference));
        var id = "w." + reference.db();
        var hidden = scoped ? hidden(reference, there) : null;
        var isManifold = stage.isManifold(reference);
        var elsewhere = hidden == null && !(scoped && isManifold)
                ? new Label("", "")
                : new Label("，或不在您的管理范围内", ", or is outside your scope");
        find(
                last.name(),
                true,
                missed(reference, scoped),
                new Label(
                        "在「" + there.title().zh() + "」中找不到" + elsewhere.zh(),
                        "is not found among " + there.title().en() + elsewhere.en()));
        find(last.name(), true, id + "_sound = false", unsound(reference));
        if (isManifold) {
            find(
                    last.name(),
                    true,
                    id + "_many",
                    new Label(
                            "在「" + there.title().zh() + "」中有多个，无法确定是哪一个",
                            "names several " + there.title().en() + ", and which is not clear"));
        }
    }

    /** Given, and not there or not for this account to point at. */
    private String missed(Reference reference, boolean scoped) {
        var hidden = scoped ? hidden(reference, ledgers.get(reference.ledger())) : null;
        return "(w." + ledger.column(last(reference)).db() + " is not null and (w." + reference.db() + " is null"
                + (hidden == null ? "" : " or " + hidden) + ")"
                + (stage.isManifold(reference) ? " and not coalesce(w." + reference.db() + "_many, false)" : "") + ")";
    }

    private @Nullable String hidden(Reference reference, Ledger there) {
        if (stage.isManifold(reference)) {
            return null; // what may not be seen was not found
        }
        if (stage.ownerReference().filter(reference::equals).isPresent()) {
            return "not (w.owner_id = any(:scope))";
        }
        return there.owner() == null || there.isSharedByAll()
                ? null
                : "(not (w.%1$s_owner = any(:scope)) and w.%1$s is distinct from w.%1$s_former)"
                        .formatted(reference.db());
    }

    /** Rows without an owner to be named, and keys that only rows outside the scope have. */
    private void outside() {
        if (stage.ownerReference().isEmpty()) {
            var when = ledger.owner() == null ? "true" : "w.existing_id is null";
            find(ledger.key().get(0), true, when, new Label("不在您的管理范围内", "is outside your scope"));
        } else if (!ledger.isFlow() && !stage.isNumbered()) {
            find(
                    lastKey(),
                    true,
                    "w.fate = 'NEW' and exists (select from " + ledger.name() + " t where "
                            + stage.key().same("t", "w") + " and not (t.institution_id = any(:scope)))"
                            + " and not exists (select from ledger.problem p where p.stage = :stage and p.row_no = w.row_no and p.error)",
                    new Label("已被管理范围以外的记录占用", "is taken by a row outside your scope"));
        }
    }

    private void missing() {
        ledger.inputs().stream()
                .filter(Column::required)
                .filter(column -> !stage.given(column.name()))
                .forEach(column -> find(
                        column.name(),
                        true,
                        "w.fate = 'NEW'",
                        new Label(
                                "新增行缺少必填列「" + column.header() + "」",
                                "a new row needs the column " + column.label().en())));
    }

    private void masked() {
        columns.stream()
                .filter(KeySql::isKept)
                .forEach(column -> find(
                        column.name(),
                        true,
                        "w.existing_id is null and s." + column.db() + " = '" + Cell.AS_IT_IS + "'",
                        new Label("是脱敏后的内容，新增的行须填原文", "is what a mask leaves; a new row needs the value itself"),
                        " join " + stage.raw() + " s on s.row_no = w.row_no"));
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
                            new Label("职级按非领导职务推定，请核对", "is inferred from a non-leading grade; please check"));
                });
    }

    private void find(String column, boolean error, String when, Label message) {
        find(column, error, when, message, "");
    }

    private void find(String column, boolean error, String when, Label message, String join) {
        var at = ledger.column(column);
        var value = !stage.given(column) || at.grading().guarded()
                ? "null"
                : "w." + at.db() + (at.kind() == Kind.RANK && at.via() == null ? "_word" : "") + "::text";
        var allowed = at.via() == null ? Allowed.in(at) : null;
        statements.add("insert into ledger.problem (stage, row_no, column_name, value, error, message_zh, message_en, "
                + "allowed_zh, allowed_en, cell) select :stage, w.row_no, '" + column + "', left(" + value + ", 200), "
                + error + ", '" + message.zh() + "', '" + message.en() + "', "
                + quoted(allowed == null ? null : allowed.zh()) + ", " + quoted(allowed == null ? null : allowed.en())
                + ", false from " + stage.work() + " w" + join + " where (" + when + ")" + told);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }
}
