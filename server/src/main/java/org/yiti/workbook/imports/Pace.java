package org.yiti.workbook.imports;

import java.util.UUID;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Reports how fast work goes, twice a second, and notices when somebody wants it stopped. */
final class Pace {

    /** Somebody asked to stop. */
    static final class Cancelled extends RuntimeException {}

    private static final long EVERY_NANOS = 500_000_000L;

    private final Imports imports;
    private final UUID id;
    private final long begun = System.nanoTime();
    private long reported;
    private long rows;

    Pace(Imports imports, UUID id) {
        this.imports = imports;
        this.id = id;
    }

    /** @param share of the whole work done, 0 to 1 */
    void row(String phase, @Nullable String sheet, DoubleSupplier share) {
        rows++;
        if ((rows & 127) == 0 && System.nanoTime() - reported > EVERY_NANOS) {
            report(phase, sheet, share.getAsDouble());
        }
    }

    void report(String phase, @Nullable String sheet, double share) {
        reported = System.nanoTime();
        var seconds = (reported - begun) / 1e9;
        var left = share > 0.01 ? Long.valueOf(Math.round(seconds / share * (1 - share))) : null;
        var progress =
                new Import.Progress(phase, sheet, rows, share, Math.round(rows / Math.max(0.001, seconds)), left);
        if (imports.report(id, progress)) {
            throw new Cancelled();
        }
    }
}
