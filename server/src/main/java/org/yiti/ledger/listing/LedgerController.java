package org.yiti.ledger.listing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.CodeTables;
import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Grade;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Past;
import org.yiti.ledger.LedgerSql;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Masking;

/** What ledgers there are and how their columns look: the console draws lists and forms from it. */
@RestController
@Needs(Permission.READ)
@RequestMapping("/api/ledgers")
class LedgerController {

    record CodeView(
            String code, String zh, String en, @Nullable String level) {}

    record LinkView(String kind, String id) {}

    record ColumnView(
            String name,
            Label label,
            String kind,
            boolean required,
            @Nullable String unit,
            int scale,
            @Nullable Number min,
            @Nullable Number max,
            int maxLength,
            @Nullable List<CodeView> codes,
            boolean sortable,
            String filter,
            boolean shown,
            @Nullable LinkView link,
            @Nullable Label note,
            boolean derived,
            @Nullable String refersTo,
            Grade grade,
            Category category,
            boolean masked) {}

    record LedgerView(
            String name,
            String module,
            String path,
            Label title,
            Label note,
            @Nullable String objectKind,
            List<String> key,
            @Nullable String defaultSort,
            boolean writable,
            boolean listed,
            @Nullable DatedView dated,
            List<ColumnView> columns) {}

    /**
     * @param columns inputs that hold since the day in {@code since}
     * @param past where former states are listed, and by which filter those of one row
     */
    record DatedView(List<String> columns, String past, String filter) {}

    private record Seen(Eyes throughout, Eyes somewhere) {}

    private final Ledgers ledgers;
    private final Scope scope;
    private final Masking masking;

    LedgerController(Ledgers ledgers, Scope scope, Masking masking) {
        this.masking = masking;
        this.ledgers = ledgers;
        this.scope = scope;
    }

    @GetMapping
    List<LedgerView> list() {
        var sight = masking.sight();
        var seen = new Seen(sight.throughout(scope.institutions()), sight.anywhere());
        return ledgers.all().stream().map(ledger -> view(ledger, seen)).toList();
    }

    private LedgerView view(Ledger ledger, Seen seen) {
        var sql = new LedgerSql(ledgers, ledger);
        var columns = new ArrayList<ColumnView>();
        ledger.columns().forEach(column -> columns.add(view(ledger, column, sql, seen)));
        var sort = ledger.columns().stream()
                .filter(Column::sortable)
                .findFirst()
                .map(column -> (column.kind() == Kind.TIME ? "-" : "") + column.name());
        return new LedgerView(
                ledger.name(),
                ledger.module(),
                ledger.path(),
                ledger.title(),
                ledger.note(),
                ledger.objectKind(),
                ledger.key(),
                sort.orElse(null),
                scope.account().may(Permission.WRITE)
                        && !ledger.isFlow()
                        && (!ledger.isEveryones() || scope.account().mayEverywhere(Permission.WRITE)),
                !ledger.isFlow(),
                ledger.past().map(past -> dated(ledger, past)).orElse(null),
                columns);
    }

    private DatedView dated(Ledger ledger, Past past) {
        var inputs = ledger.inputs().stream()
                .map(Column::name)
                .filter(name -> past.names().stream()
                        .anyMatch(dated -> dated.equals(name)
                                || ledger.references().stream()
                                        .anyMatch(r -> r.name().equals(dated) && r.by().contains(name))))
                .toList();
        return new DatedView(
                inputs,
                ledgers.get(past.ledger()).path(),
                ledgers.get(past.ledger()).reference(past.reference()).idName());
    }

    private ColumnView view(Ledger ledger, Column column, LedgerSql sql, Seen seen) {
        var masked = !seen.throughout().see(column);
        var link = sql.link(column).map(l -> new LinkView(l.kind(), l.idName()));
        var given = ledger.given(column);
        return new ColumnView(
                column.name(),
                column.label(),
                kind(column),
                column.required(),
                column.unit(),
                column.scale(),
                column.min(),
                column.max(),
                column.maxLength(),
                codes(column),
                column.sortable() && !masked,
                seen.somewhere().see(column) ? filter(column.kind()) : "NONE",
                column.shown(),
                link.orElse(null),
                column.note(),
                column.via() != null && given.isEmpty(),
                given.filter(reference ->
                                reference.by().get(reference.by().size() - 1).equals(column.name()))
                        .map(reference -> ledgers.get(reference.ledger()).path())
                        .orElse(null),
                column.grading().grade(),
                column.grading().category(),
                masked);
    }

    private static String kind(Column column) {
        return column.kind() == Kind.RANK ? "CODE" : column.kind().name();
    }

    private static String filter(Kind kind) {
        return switch (kind) {
            case TEXT -> "TEXT";
            case CODE, RANK -> "CODE";
            case BOOLEAN -> "BOOLEAN";
            default -> "RANGE";
        };
    }

    private static @Nullable List<CodeView> codes(Column column) {
        return column.codes() == null
                ? null
                : CodeTables.get(column.codes()).codes().stream()
                        .map(code -> new CodeView(code.code(), code.zh(), code.en(), code.level()))
                        .toList();
    }
}
