package org.yiti.ledger.reorganization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.LedgerRefusal;

/**
 * Takes the steps of a reorganization in the transaction under way. Who is taken over comes under whoever takes it over,
 * dissolved, with what happened while it was by itself: so whoever may see the one sees the story of the other.
 */
@Component
class Rehome {

    private final JdbcClient database;
    private final MergeStatements statements;

    Rehome(JdbcClient database, Ledgers ledgers) {
        this.database = database;
        this.statements = new MergeStatements(ledgers);
    }

    void take(Reorganization reorganization) {
        database.sql(MergeStatements.SUCCESSION).update();
        var day = reorganization.effectiveOn();
        for (var step : reorganization.steps()) {
            switch (step.kind()) {
                case MOVE -> hang(step.institution(), Objects.requireNonNull(step.target()), day);
                case MERGE -> merge(step.institution(), Objects.requireNonNull(step.target()), day);
                case RENAME ->
                    change("name = :name", step.institution(), day, Map.of("name", String.valueOf(step.name())));
            }
        }
    }

    private void hang(UUID institution, UUID parent, LocalDate day) {
        refuseCircle(institution, parent);
        change("parent_id = :parent", institution, day, Map.of("parent", parent));
    }

    private void merge(UUID source, UUID target, LocalDate day) {
        refuseCircle(source, target);
        statements.concerned().forEach(ledger -> {
            refuseChangedLater(ledger, source, day);
            OwnNumbers.clashing(ledger).ifPresent(question -> refuseClash(ledger, question, source, target, day));
        });
        for (var ledger : statements.concerned()) {
            statements.of(ledger).forEach(statement -> run(statement, source, target, day));
        }
        statements.pointing().forEach(statement -> run(statement, source, target, day));
        for (var child : children(source)) {
            hang(child, target, day);
        }
        change("parent_id = :parent, dissolved_on = :day", source, day, Map.of("parent", target));
    }

    private List<UUID> children(UUID institution) {
        return database.sql("select id from organization.institution where parent_id = :id order by code")
                .param("id", institution)
                .query(UUID.class)
                .list();
    }

    private void run(String statement, UUID source, UUID target, LocalDate day) {
        database.sql(statement)
                .param("source", source)
                .param("target", target)
                .param("day", day)
                .update();
    }

    private void change(String what, UUID institution, LocalDate day, Map<String, ?> values) {
        var since = since(institution);
        if (since != null && since.isAfter(day)) {
            throw new Refused(
                    LedgerRefusal.REORGANIZATION_TOO_EARLY,
                    Map.of("institution", name(institution), "since", since, "day", day));
        }
        database.sql("update organization.institution set " + what + ", since = :day where id = :id")
                .params(values)
                .param("day", day)
                .param("id", institution)
                .update();
    }

    private @Nullable LocalDate since(UUID institution) {
        return database.sql("select since from organization.institution where id = :id for update")
                .param("id", institution)
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .optional()
                .orElse(null);
    }

    private void refuseCircle(UUID institution, UUID under) {
        var isBelow = database.sql(
                        "select exists (select from organization.below where root = :root and member = :member)")
                .param("root", institution)
                .param("member", under)
                .query(Boolean.class)
                .single();
        if (isBelow) {
            throw new Refused(
                    LedgerRefusal.REORGANIZATION_IN_A_CIRCLE,
                    Map.of("institution", name(institution), "target", name(under)));
        }
    }

    private void refuseChangedLater(Ledger ledger, UUID source, LocalDate day) {
        if (!MergeStatements.isDatedByInstitution(ledger)) {
            return;
        }
        var later = database.sql(MergeStatements.changedLater(ledger))
                .param("source", source)
                .param("day", day)
                .query(Long.class)
                .single();
        if (later > 0) {
            throw new Refused(
                    LedgerRefusal.REORGANIZATION_ROWS_CHANGED_LATER,
                    Map.of(
                            "institution",
                            name(source),
                            "ledger",
                            ledger.title().in(LocaleContextHolder.getLocale()),
                            "count",
                            later,
                            "day",
                            day));
        }
    }

    private void refuseClash(Ledger ledger, String question, UUID source, UUID target, LocalDate day) {
        var numbers = database.sql(question)
                .param("source", source)
                .param("target", target)
                .param("day", day)
                .query(String.class)
                .list();
        if (!numbers.isEmpty()) {
            throw new Refused(
                    LedgerRefusal.REORGANIZATION_NUMBERS_CLASH,
                    Map.of(
                            "institution",
                            name(source),
                            "target",
                            name(target),
                            "ledger",
                            ledger.title().in(LocaleContextHolder.getLocale()),
                            "numbers",
                            String.join(" ", numbers)));
        }
    }

    private String name(UUID institution) {
        return database.sql("select name from organization.institution where id = :id")
                .param("id", institution)
                .query(String.class)
                .optional()
                .orElse(institution.toString());
    }
}
