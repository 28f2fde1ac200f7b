package org.yiti.meters.json;

import static org.yiti.meters.MeterRefusal.JSON_UNFIT;

import java.util.Map;
import org.yiti.meters.MeterRefused;

/** Where in the text something stands, for whoever has to mend it. */
record Place(int line, int column) {

    MeterRefused unfit(String field, String what) {
        return new MeterRefused(JSON_UNFIT, Map.of("line", line, "column", column, "field", field, "what", what));
    }
}
