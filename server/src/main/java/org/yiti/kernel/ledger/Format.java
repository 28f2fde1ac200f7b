package org.yiti.kernel.ledger;

import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** The form of an identifier, such as a credit code or a plate. */
@FunctionalInterface
public interface Format {

    /**
     * @param text as it shall be stored
     * @param doubt a warning that does not stop the row; null when the form is right
     * @param error why it cannot be such an identifier; null when it can
     */
    record Opinion(
            String text, @Nullable Label doubt, @Nullable Label error) {}

    Opinion examine(String text);
}
