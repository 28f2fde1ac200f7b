package org.yiti.energy.intake;

import java.util.List;

/**
 * What became of a batch. Given only once everything in it that was taken is durable.
 *
 * @param batch as whoever sent it called it
 * @param stored readings that were new
 * @param repeated readings that stood there already, word for word
 * @param refused readings that are not kept, and why; the others are
 */
public record Receipt(String batch, int stored, int repeated, List<Line> refused) {

    /**
     * @param reading its place in the batch, counted from 0
     * @param type which refusal, such as {@code /problems/energy/meter-not-known}
     */
    public record Line(int reading, String meter, String type, String message) {}
}
