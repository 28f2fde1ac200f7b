package org.yiti.energy.intake;

import org.yiti.meters.json.MeterReading;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A reading as it was told, as text: read and written again it is the same to the letter, so that it can be known again. */
public final class ToldReading {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ToldReading() {}

    public static String written(MeterReading reading) {
        return JSON.writeValueAsString(reading);
    }

    public static MeterReading read(String text) {
        return JSON.readValue(text, MeterReading.class);
    }
}
