package org.yiti.workbook.imports;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.identity.Account;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Ledger;

/** A workbook on its way into the ledgers. */
record Import(
        UUID id,
        String fileName,
        long size,
        @Nullable String ledger,
        State state,
        boolean cancelRequested,
        boolean skipBad,
        Progress progress,
        List<SheetResult> sheets,
        @Nullable Refusal refusal,
        Account account,
        @Nullable Account undoneBy,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime appliedAt) {

    boolean touches(String ledger) {
        return sheets.stream().anyMatch(sheet -> ledger.equals(sheet.ledger()));
    }

    /** What the rows of a ledger were before is written as they are. */
    boolean touches(Ledger ledger) {
        return touches(ledger.name()) || ledger.pastOf().filter(this::touches).isPresent();
    }

    enum State {
        WAITING,
        CHECKING,
        CHECKED,
        APPLYING,
        APPLIED,
        FAILED,
        CANCELLED,
        UNDOING,
        UNDONE;

        boolean running() {
            return this == WAITING || this == CHECKING || this == APPLYING || this == UNDOING;
        }
    }

    /**
     * @param share of the work done, 0 to 1
     * @param secondsLeft null while it cannot be told
     */
    record Progress(
            @Nullable String phase,
            @Nullable String sheet,
            long rowsDone,
            double share,
            long rowsPerSecond,
            @Nullable Long secondsLeft) {
        static final Progress NONE = new Progress(null, null, 0, 0, 0, null);
    }

    /** What became of one sheet; {@code ledger} is null for a sheet that no ledger fits; {@code title} is the nearest one's then, if any. */
    record SheetResult(
            String sheet,
            @Nullable String ledger,
            @Nullable Label title,
            @Nullable String stage,
            int headerRow,
            long rows,
            long added,
            long changed,
            long same,
            long bad,
            @Nullable List<String> derivedColumns,
            List<String> ignoredColumns,
            List<String> missingColumns,
            Map<String, Integer> columns) {}

    /** Why the whole import came to nothing: a key of the wordings and its facts. */
    record Refusal(String type, String wording, Map<String, Object> facts) {}

    long problems() {
        return sheets.stream().mapToLong(SheetResult::bad).sum();
    }
}
