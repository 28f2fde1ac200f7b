package org.yiti.telemetry.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Explained;
import org.yiti.jt808.layout.Measure;
import org.yiti.jt808.layout.Word;
import tools.jackson.databind.json.JsonMapper;

/** What a terminal answered, field by field with its names in both languages, for people to read. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** More is no answer that anybody reads on a page; it stands in {@code telemetry.message}. */
    private static final int LONGEST = 16_000;

    /** How the message is made, which tells nobody anything. */
    private static final Set<String> FRAME = Set.of("serial", "count", "length");

    private Answers() {}

    static @Nullable String of(Packet packet, Version version, Jt808 tongue) {
        if (packet.body().length() > LONGEST) {
            return null;
        }
        var told = new ArrayList<Map<String, Object>>();
        tell(tongue.explain(packet, version).body(), told);
        return JSON.writeValueAsString(told);
    }

    static String refusal(Refused refused) {
        var field = Map.of(
                "zh", refused.sentence(Locale.CHINESE),
                "en", refused.sentence(Locale.ENGLISH));
        return JSON.writeValueAsString(List.of(field));
    }

    /** Lists and parts are told through: of a parameter its value, under its own name or its number. */
    private static void tell(List<Explained> fields, List<Map<String, Object>> into) {
        Object number = "";
        for (var field : fields) {
            if (field.key().equals("id")) {
                number = field.value();
            } else if (field.isGroup()) {
                tell(field.parts(), into);
            } else if (field.tagged() && field.key().equals("value")) {
                into.add(field(
                        field, number instanceof Number one ? "0x%04X".formatted(one.longValue()) : field.zh(), ""));
            } else if (!FRAME.contains(field.key())) {
                into.add(field(field, field.zh(), field.en()));
            }
        }
    }

    private static Map<String, Object> field(Explained field, String zh, String en) {
        var told = new LinkedHashMap<String, Object>();
        told.put("zh", zh);
        told.put("en", en);
        var measure = field.measure();
        told.put("value", measure == null ? String.valueOf(field.value()).replace("\0", "") : plain(measure));
        if (!field.unit().isEmpty()) {
            told.put("unit", field.unit());
        }
        // What the figure says already is no news.
        var said = field.meaning().stream()
                .filter(word -> measure == null || !word.en().equals(measure.toString()))
                .map(Answers::word)
                .toList();
        if (!said.isEmpty()) {
            told.put("meaning", said);
        }
        return told;
    }

    private static String plain(Measure measure) {
        return measure.amount().toPlainString();
    }

    private static Map<String, String> word(Word word) {
        return Map.of("zh", word.zh(), "en", word.en());
    }
}
