package org.yiti.ledger.amending;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Masked;
import org.yiti.kernel.ledger.Past;
import org.yiti.kernel.ledger.Reference;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.checking.Stage;
import org.yiti.ledger.checking.Staging;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Reveal;

/** Adds, changes and removes one row of a ledger, under the very checks that a workbook goes through. */
@UseCase
public class AmendLedger {

    private static final Label OTHER_MASK =
            new Label("是脱敏后的样子，但与现有内容不符；请填原文", "looks masked, but not of what is there; type the value itself");

    private final Staging staging;
    private final JdbcClient database;
    private final Ledgers ledgers;
    private final Rows rows;
    private final Scope scope;
    private final ApplicationEventPublisher events;
    private final Reveal reveal;

    AmendLedger(Staging staging, Rows rows, Scope scope, ApplicationEventPublisher events, Reveal reveal) {
        this.reveal = reveal;
        this.staging = staging;
        this.database = staging.database();
        this.ledgers = staging.ledgers();
        this.rows = rows;
        this.scope = scope;
        this.events = events;
    }

    /** @param cells values by column name */
    public UUID add(Ledger ledger, Map<String, @Nullable Object> cells) {
        permit(ledger);
        var columns = known(ledger, cells);
        var stage = Stage.of(staging, ledger, columns, name(), List.of());
        return merged(stage, cells, true, false);
    }

    /**
     * @param cells only those that change
     * @param correcting what is there was entered wrongly: it is not kept as what the row was before
     */
    public Map<String, @Nullable Object> change(
            Ledger ledger, UUID id, int version, Map<String, @Nullable Object> cells, boolean correcting) {
        permit(ledger);
        known(ledger, cells);
        var now = rows.unmasked(ledger, id);
        refuseUnlessMine(ledger, id);
        lock(ledger, id, version);
        var all = new LinkedHashMap<String, @Nullable Object>();
        // what cannot be decrypted is handed back as what stands in its place, and so stays as it is
        ledger.inputs().forEach(column -> all.put(column.name(), cell(now.get(column.name()))));
        if (ledger.past().isPresent()) {
            all.put(Past.SINCE, null); // since when is asked anew with every change
        }
        refuseOtherMasks(ledger, now, cells);
        reveal.compared(
                ledger,
                cells.keySet().stream()
                        .filter(name -> isGuessed(now.get(name), cells.get(name)))
                        .toList());
        cells.forEach((name, value) -> {
            if (!isLeftMasked(ledger.column(name), now.get(name), value)) {
                all.put(name, value);
            }
        });
        var stage = Stage.ofRow(staging, ledger, ledger.inputs(), name(), id, writtenAnew(ledger, now, all));
        merged(stage, all, false, correcting);
        return rows.get(ledger, id);
    }

    /** What cannot be decrypted may still be known to be equal to what is typed over it: it is written all the same. */
    private static Set<Column> writtenAnew(
            Ledger ledger, Map<String, @Nullable Object> now, Map<String, @Nullable Object> written) {
        return ledger.inputs().stream()
                .filter(column -> now.get(column.name()) instanceof Masked masked
                        && masked.isUnreadable()
                        && !masked.text().equals(written.get(column.name())))
                .collect(Collectors.toSet());
    }

    private static @Nullable Object cell(@Nullable Object now) {
        return now instanceof Masked masked ? masked.text() : now;
    }

    /** Nothing is changed then, and nothing but this would tell that somebody knew what is there. */
    private static boolean isGuessed(@Nullable Object now, @Nullable Object given) {
        return now != null && now.equals(given);
    }

    /** A form that was filled with what the mask left hands it back: then nothing was changed. */
    private static boolean isLeftMasked(Column column, @Nullable Object now, @Nullable Object given) {
        var mask = column.grading().mask();
        if (mask == null || now == null || given == null) {
            return false;
        }
        return now instanceof Masked
                ? given instanceof String text && mask.left(text)
                : mask.of(now).text().equals(given);
    }

    /** What looks masked and is not what the mask leaves of what is there says nothing that could be done. */
    private static void refuseOtherMasks(
            Ledger ledger, Map<String, @Nullable Object> now, Map<String, @Nullable Object> cells) {
        var wrong = cells.keySet().stream()
                .filter(name -> {
                    var mask = ledger.column(name).grading().mask();
                    return mask != null
                            && cells.get(name) instanceof String text
                            && mask.left(text)
                            && !isLeftMasked(ledger.column(name), now.get(name), text);
                })
                .map(name -> new Refused.FieldProblem("/" + name, OTHER_MASK.in(LocaleContextHolder.getLocale())))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refused(LedgerRefusal.ROW_REFUSED, Map.of(), wrong);
        }
    }

    public void remove(Ledger ledger, UUID id, int version) {
        permit(ledger);
        var now = rows.look(ledger, id).orElseThrow(() -> new Refused(LedgerRefusal.ROW_NOT_FOUND));
        refuseUnlessMine(ledger, id);
        lock(ledger, id, version);
        for (var other : ledgers.all()) {
            for (var reference : other.references()) {
                if (reference.ledger().equals(ledger.name())
                        && !goesWithIt(other, reference, ledger)
                        && isUsed(other, reference.db(), id)) {
                    throw new Refused(
                            LedgerRefusal.ROW_STILL_USED,
                            Map.of("by", other.title().in(LocaleContextHolder.getLocale())));
                }
            }
        }
        refuseIfItHoldsPapers(id);
        database.sql("delete from " + ledger.name() + " where id = :id")
                .param("id", id)
                .update();
        changed(ledger, now.get("institutionId") instanceof UUID institution ? Set.of(institution) : null);
    }

    private static boolean goesWithIt(Ledger other, Reference reference, Ledger ledger) {
        return ledger.past()
                .filter(past ->
                        past.ledger().equals(other.name()) && past.reference().equals(reference.name()))
                .isPresent();
    }

    private void refuseIfItHoldsPapers(UUID id) {
        var isHolding = database.sql(
                        "select exists (select from ledger.paper where holder_id = :id and removed_at is null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (isHolding) {
            throw new Refused(LedgerRefusal.ROW_HOLDS_PAPERS);
        }
    }

    private boolean isUsed(Ledger other, String reference, UUID id) {
        return Unscoped.because(
                "what others still use must stay, whether or not one may see them",
                () -> database.sql("select exists (select from " + other.name() + " where " + reference + " = :id)")
                        .param("id", id)
                        .query(Boolean.class)
                        .single());
    }

    private void permit(Ledger ledger) {
        scope.require(Permission.WRITE);
        if (ledger.isFlow()) {
            throw new Refused(LedgerRefusal.NOT_LISTED);
        }
        if (ledger.isEveryones() && !scope.account().mayEverywhere(Permission.WRITE)) {
            throw new Refused(LedgerRefusal.ROW_NOT_FOUND);
        }
    }

    /** Whoever sees more than they may change is told so. */
    private void refuseUnlessMine(Ledger ledger, UUID id) {
        if (!rows.may(Permission.WRITE, ledger, id)) {
            throw new Refused(IdentityRefusal.NOT_PERMITTED, Map.of("permission", Permission.WRITE.code()));
        }
    }

    private void lock(Ledger ledger, UUID id, int version) {
        var current = database.sql("select version from " + ledger.name() + " where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new Refused(LedgerRefusal.ROW_NOT_FOUND));
        if (current != version) {
            throw new Refused(LedgerRefusal.ROW_STALE, Map.of("version", current));
        }
    }

    private static List<Column> known(Ledger ledger, Map<String, @Nullable Object> cells) {
        var inputs = ledger.inputs().stream().map(Column::name).collect(Collectors.toSet());
        var unknown = cells.keySet().stream()
                .filter(name -> !inputs.contains(name))
                .map(name -> new Refused.FieldProblem(
                        "/" + name,
                        new Label("没有这一项，或不能填写", "is no column, or cannot be filled in")
                                .in(LocaleContextHolder.getLocale())))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refused(LedgerRefusal.ROW_REFUSED, Map.of(), unknown);
        }
        return ledger.inputs();
    }

    private UUID merged(Stage stage, Map<String, @Nullable Object> cells, boolean fresh, boolean correcting) {
        stage.create();
        try (var writer = stage.writer()) {
            var values = new ArrayList<@Nullable Object>();
            stage.columns().forEach(column -> values.add(cells.get(column.name())));
            writer.row(1, values);
        }
        var outcome = stage.judge(scope.institutions(Permission.WRITE));
        if (outcome.bad() > 0) {
            throw new Refused(LedgerRefusal.ROW_REFUSED, Map.of(), fields(stage));
        }
        if (fresh && outcome.added() == 0) {
            throw new Refused(LedgerRefusal.ROW_EXISTS);
        }
        if (correcting) {
            stage.correct();
        } else {
            stage.merge(null);
        }
        var id = stage.onlyId();
        changed(stage.ledger(), new HashSet<>(stage.touchedInstitutions(10)));
        stage.forget();
        return id;
    }

    private static List<Refused.FieldProblem> fields(Stage stage) {
        var locale = LocaleContextHolder.getLocale();
        return stage.problems(100).stream()
                .filter(Stage.Problem::error)
                .map(problem -> new Refused.FieldProblem(
                        "/" + problem.column(),
                        new Label(problem.messageZh(), problem.messageEn()).in(locale) + allowed(problem, locale)))
                .toList();
    }

    private static String allowed(Stage.Problem problem, Locale locale) {
        if (problem.allowedZh() == null || problem.allowedEn() == null) {
            return "";
        }
        return new Label("；允许：" + problem.allowedZh(), "; allowed: " + problem.allowedEn()).in(locale);
    }

    private void changed(Ledger ledger, @Nullable Set<UUID> institutions) {
        events.publishEvent(new LedgerChanged(ledger.name(), institutions));
    }

    private static String name() {
        return "row_" + UUID.randomUUID().toString().replace("-", "");
    }
}
