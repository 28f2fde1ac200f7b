package org.yiti.workbook.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.kernel.file.Chunks;
import org.yiti.workbook.WorkbookRefusal;

/** What a person does with an import: hand a file in, have it applied, stop it, take it back. */
@UseCase
class ImportWorkbook {

    private final Imports imports;
    private final ImportJobs jobs;
    private final Stages stages;
    private final Scope scope;

    ImportWorkbook(Imports imports, ImportJobs jobs, Stages stages, Scope scope) {
        this.imports = imports;
        this.jobs = jobs;
        this.stages = stages;
        this.scope = scope;
    }

    /** @param key the same key and the same file are the same import, however often they come */
    UUID handIn(String fileName, InputStream file, @Nullable String ledger, @Nullable String key) throws IOException {
        scope.require(Permission.IMPORT);
        var earlier = earlier(key);
        if (earlier.isPresent()) {
            return same(earlier.get(), file);
        }
        try {
            var id = imports.add(fileName, file, ledger, key, scope.account());
            jobs.check(id);
            return id;
        } catch (DuplicateKeyException atOnce) {
            return same(earlier(key).orElseThrow(() -> atOnce), file);
        }
    }

    private Optional<Imports.HandedIn> earlier(@Nullable String key) {
        return key == null ? Optional.empty() : imports.handedIn(scope.account().account(), key);
    }

    private static UUID same(Imports.HandedIn earlier, InputStream file) throws IOException {
        if (!Chunks.sha256Of(file).equals(earlier.sha256())) {
            throw new Refused(WorkbookRefusal.KEY_REUSED);
        }
        return earlier.id();
    }

    /** @param skipBad take the sound rows and leave the others */
    void apply(UUID id, boolean skipBad) {
        scope.require(Permission.IMPORT);
        var checked = get(id);
        if (checked.state() != Import.State.CHECKED) {
            throw new Refused(WorkbookRefusal.NOT_CHECKED, Map.of("state", checked.state()));
        }
        if (checked.problems() > 0 && !skipBad) {
            throw new Refused(WorkbookRefusal.HAS_PROBLEMS, Map.of("rows", checked.problems()));
        }
        imports.skipBad(id, skipBad);
        if (imports.move(id, Import.State.CHECKED, Import.State.APPLYING)) {
            jobs.apply(id);
        }
    }

    void cancel(UUID id) {
        scope.require(Permission.IMPORT);
        var running = get(id);
        if (imports.move(id, Import.State.CHECKED, Import.State.CANCELLED)) {
            stages.drop(running);
            imports.forgetFile(id);
        } else if (imports.move(id, Import.State.WAITING, Import.State.CANCELLED)) {
            imports.forgetFile(id);
        } else if (running.state().running()) {
            imports.requestCancel(id);
        } else {
            throw new Refused(WorkbookRefusal.NOT_RUNNING, Map.of("state", running.state()));
        }
    }

    void undo(UUID id) {
        scope.require(Permission.IMPORT);
        if (!imports.move(get(id).id(), Import.State.APPLIED, Import.State.UNDOING)) {
            throw new Refused(WorkbookRefusal.NOT_APPLIED);
        }
        imports.undoneBy(id, scope.account());
        jobs.undo(id);
    }

    /** Imports are seen by who made them, and by who sees everything. */
    Import get(UUID id) {
        return imports.find(id)
                .filter(found -> scope.account().mayEverywhere(Permission.IMPORT)
                        || found.account().account().equals(scope.account().account()))
                .orElseThrow(() -> new Refused(WorkbookRefusal.IMPORT_NOT_FOUND));
    }
}
