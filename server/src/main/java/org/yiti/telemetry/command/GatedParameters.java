package org.yiti.telemetry.command;

import java.util.List;
import java.util.Map;
import org.yiti.kernel.Refused;
import org.yiti.telemetry.TelemetryRefusal;

/** Parameters by which a terminal would report to somebody else, or let somebody listen: nobody sets those from a page. */
final class GatedParameters {

    private static final long[][] RANGES = {{0x0010, 0x001D}, {0x0023, 0x0026}, {0x0040, 0x0049}};

    private GatedParameters() {}

    static void refuse(CommandKind kind, Map<String, Object> body) {
        if (kind == CommandKind.SET_PARAMETERS && body.get("parameters") instanceof List<?> parameters) {
            for (var parameter : parameters) {
                if (parameter instanceof Map<?, ?> fields && isGated(String.valueOf(fields.get("id")))) {
                    throw new Refused(
                            TelemetryRefusal.PARAMETER_GATED, Map.of("id", String.valueOf(fields.get("id"))));
                }
            }
        }
    }

    private static boolean isGated(String id) {
        try {
            var number = Long.decode(id);
            for (var range : RANGES) {
                if (number >= range[0] && number <= range[1]) {
                    return true;
                }
            }
            return false;
        } catch (NumberFormatException unreadable) {
            // The message will not be made of it either.
            return false;
        }
    }
}
