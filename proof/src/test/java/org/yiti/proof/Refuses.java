package org.yiti.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Exactly which no it is. */
public final class Refuses {

    private Refuses() {}

    public static void with(Refusal refusal, ThrowingCallable act) {
        var refused = catchThrowableOfType(ProofRefused.class, act);
        assertThat(refused).as("It should have been refused: " + refusal).isNotNull();
        assertThat(refused.refusal()).isEqualTo(refusal);
    }

    /** Whatever is read there may be refused; nothing else may come out. */
    public static <T> void orTakes(Consumer<T> reader, T garbage) {
        try {
            reader.accept(garbage);
        } catch (ProofRefused refused) {
            assertThat(refused.refusal()).isNotNull();
        }
    }
}
