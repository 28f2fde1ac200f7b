package org.yiti.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Exactly which no it is. */
public final class Refuses {

    private Refuses() {}

    public static MeterRefused with(MeterRefusal refusal, ThrowingCallable act) {
        var refused = catchThrowableOfType(MeterRefused.class, act);
        assertThat(refused).as("It should have been refused: " + refusal).isNotNull();
        assertThat(refused.refusal()).as(refused.getMessage()).isEqualTo(refusal);
        assertThat(refused.sentence(Locale.ENGLISH)).doesNotContain("null").doesNotContainPattern("\\{\\w");
        return refused;
    }

    /** Whatever is read there may be refused; nothing else may come out. */
    public static <T> void orTakes(Consumer<T> reader, T garbage) {
        try {
            reader.accept(garbage);
        } catch (MeterRefused refused) {
            assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE)).doesNotContain("null");
        }
    }
}
