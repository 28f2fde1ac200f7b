package org.yiti.meters.json;

import static org.yiti.meters.MeterRefusal.TOPIC_MALFORMED;

import java.util.regex.Pattern;
import org.yiti.meters.MeterRefused;

/**
 * {@code yiti/{gateway}/readings}, on which a gateway publishes, and {@code yiti/{gateway}/receipts}, on which it hears what
 * is stored. The name of the gateway is all that the broker's access list has to compare.
 */
public record ReadingTopic(String gateway) {

    /** What the server subscribes to. */
    public static final String ALL = "yiti/+/readings";

    private static final Pattern GATEWAY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public ReadingTopic {
        if (!GATEWAY.matcher(gateway).matches()) {
            throw new MeterRefused(TOPIC_MALFORMED);
        }
    }

    public static ReadingTopic parse(String topic) {
        var levels = topic.split("/", -1);
        if (levels.length != 3 || !levels[0].equals("yiti") || !levels[2].equals("readings")) {
            throw new MeterRefused(TOPIC_MALFORMED);
        }
        return new ReadingTopic(levels[1]);
    }

    public String readings() {
        return "yiti/" + gateway + "/readings";
    }

    public String receipts() {
        return "yiti/" + gateway + "/receipts";
    }
}
