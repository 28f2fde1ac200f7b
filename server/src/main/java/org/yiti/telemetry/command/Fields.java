package org.yiti.telemetry.command;

import java.util.HashMap;
import java.util.Map;
import org.yiti.jt808.Version;
import org.yiti.jt808.control.TextMessage;

/** What people say of a command, as the fields its message has in an edition. */
public final class Fields {

    private static final int URGENT_BEFORE_2019 = 1;
    private static final int URGENT = 2;
    private static final int NOTICE = 3;

    private Fields() {}

    /** Bits 0 and 1 of a text mean one thing before 2019 and another since; people say {@code urgent}. */
    public static Map<String, Object> of(CommandKind kind, Map<String, Object> body, Version version) {
        if (kind != CommandKind.TEXT || body.containsKey("flags")) {
            return body;
        }
        var urgent = Boolean.TRUE.equals(body.get("urgent"));
        var grave = version == Version.V2019 ? urgent ? URGENT : NOTICE : urgent ? URGENT_BEFORE_2019 : 0;
        var all = new HashMap<>(body);
        all.put("flags", grave | TextMessage.DISPLAY | TextMessage.READ_ALOUD);
        all.put("type", 1);
        return all;
    }
}
