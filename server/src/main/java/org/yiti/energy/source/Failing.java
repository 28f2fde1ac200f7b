package org.yiti.energy.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.meters.MeterRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why something failed, as it is kept: in both languages, since whoever reads it later may read another than whoever caused
 * it. What was kept before that is shown as it is.
 */
public final class Failing {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 500;

    private Failing() {}

    /** Why readings or a history cannot be used. */
    public static Label of(MeterRefused refused) {
        return new Label(refused.sentence(Locale.CHINESE), refused.sentence(Locale.ENGLISH));
    }

    public static @Nullable String kept(@Nullable Label failure) {
        return failure == null
                ? null
                : JSON.writeValueAsString(new Label(shortened(failure.zh()), shortened(failure.en())));
    }

    public static @Nullable String shown(@Nullable String kept, Locale locale) {
        if (kept == null || !kept.startsWith("{")) {
            return kept;
        }
        try {
            return JSON.readValue(kept, Label.class).in(locale);
        } catch (JacksonException plain) {
            return kept;
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
