package org.yiti.workbook.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.identity.Acting;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.problem.Wording;
import org.yiti.kernel.web.Progress;

/** How imports stand. */
@Component
class ImportQueries {

    private final Imports imports;
    private final UndoBlockers undo;
    private final Wording wording;
    private final Scope scope;

    ImportQueries(Imports imports, UndoBlockers undo, Wording wording, Scope scope) {
        this.imports = imports;
        this.undo = undo;
        this.wording = wording;
        this.scope = scope;
    }

    List<ImportView> newest(@Nullable UUID after, int limit, Locale locale) {
        var account = scope.account();
        return imports
                .newest(account.mayEverywhere(Permission.IMPORT) ? null : account.account(), after, limit)
                .stream()
                .map(found -> view(found, List.of(), locale))
                .toList();
    }

    /** How many there are to see for whoever asks. */
    long count() {
        var account = scope.account();
        return imports.count(account.mayEverywhere(Permission.IMPORT) ? null : account.account());
    }

    Optional<Progress.Standing> standing(UUID id, Locale locale) {
        var listener = scope.account();
        return imports.find(id)
                .map(found -> new Progress.Standing(
                        found.state() + String.valueOf(found.progress()),
                        !found.state().running(),
                        () -> Acting.as(listener, null, null, () -> view(found, locale))));
    }

    ImportView view(Import found, Locale locale) {
        return view(found, undo.of(found), locale);
    }

    private ImportView view(Import found, List<UndoBlockers.Blocker> blockers, Locale locale) {
        var refusal = found.refusal();
        return new ImportView(
                found.id(),
                found.fileName(),
                found.size(),
                found.state(),
                found.progress(),
                found.sheets().stream()
                        .map(s -> new ImportView.Sheet(
                                s.sheet(),
                                s.ledger(),
                                s.title(),
                                s.rows(),
                                s.added(),
                                s.changed(),
                                s.same(),
                                s.bad(),
                                s.derivedColumns() == null ? List.of() : s.derivedColumns(),
                                s.ignoredColumns(),
                                s.missingColumns()))
                        .toList(),
                found.problems(),
                refusal == null
                        ? null
                        : new ImportView.Problem(
                                refusal.type(),
                                wording.of(refusal.wording(), locale, refusal.facts()),
                                refusal.facts()),
                found.account().name(),
                found.createdAt(),
                found.appliedAt(),
                found.state() == Import.State.APPLIED && blockers.isEmpty(),
                blockers);
    }
}
