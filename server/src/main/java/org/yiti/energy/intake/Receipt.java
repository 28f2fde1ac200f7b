package org.yiti.energy.intake;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yiti.energy.EnergyRefusal;
import org.yiti.kernel.Refused;

/**
 * What became of a batch. Given only once everything in it that was taken is durable.
 *
 * @param batch as whoever sent it called it
 * @param stored readings that were new
 * @param repeated readings that stood there already, word for word
 * @param refused readings that are not kept, and why; the others are
 */
public record Receipt(String batch, int stored, int repeated, List<Line> refused) {

    private static final long PATIENCE_SECONDS = 60;

    /**
     * @param reading its place in the batch, counted from 0
     * @param type which refusal, such as {@code /problems/energy/meter-not-known}
     */
    public record Line(int reading, String meter, String type, String message) {}

    /** For whoever can wait until what it tells of is durable. */
    public static Receipt awaited(CompletableFuture<Receipt> receipt) {
        try {
            return receipt.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new Refused(EnergyRefusal.INTAKE_FULL);
        } catch (ExecutionException failure) {
            throw new Refused(EnergyRefusal.READINGS_NOT_STORED);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refused(EnergyRefusal.INTAKE_FULL);
        }
    }
}
