package org.yiti.energy.intake;

import java.util.concurrent.CompletableFuture;
import org.yiti.energy.metering.Delivery;
import org.yiti.energy.metering.ReadingStore;

/** A batch in hand: what is taken of it, and whom to tell. */
record Waiting(Intake.Batch batch, Delivery delivery, Sorting.Sorted sorted, CompletableFuture<Receipt> receipt) {

    void tell(ReadingStore.Stored stored, Aside aside) {
        tell(new Receipt(delivery.toldAs(), stored.stored(), stored.repeated(), sorted.refused()), aside);
    }

    /** What was refused is kept before anybody is told so: whoever is not told sends all of it again. */
    void tell(Receipt told, Aside aside) {
        try {
            aside.keep(batch, told.refused());
            receipt.complete(told);
        } catch (RuntimeException failure) {
            receipt.completeExceptionally(failure);
        }
    }
}
