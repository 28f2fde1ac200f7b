package org.yiti.telemetry.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Explained;
import org.yiti.jt808.layout.Word;
import tools.jackson.databind.json.JsonMapper;

/** What a terminal answered, field by field with its names in both languages, for people to read. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** More is no answer that anybody reads on a page; it stands in {@code telemetry.message}. */
    private static final int LONGEST = 16_000;

    private Answers() {}

    static @Nullable String of(Packet packet, Version version) {
        if (packet.body().length() > LONGEST) {
            return null;
        }
        return JSON.writeValueAsString(
                fields(Stranger.CODEC.explain(packet, version).body()));
    }

    static String refusal(Refused refused) {
        var field = Map.of(
                "zh", refused.sentence(Locale.CHINESE),
                "en", refused.sentence(Locale.ENGLISH));
        return JSON.writeValueAsString(List.of(field));
    }

    private static List<Object> fields(List<Explained> fields) {
        var told = new ArrayList<>();
        fields.forEach(field -> told.add(field(field)));
        return told;
    }

    private static Map<String, Object> field(Explained field) {
        var told = new LinkedHashMap<String, Object>();
        told.put("zh", field.zh());
        told.put("en", field.en());
        if (field.parts().isEmpty()) {
            told.put("value", String.valueOf(field.value()).replace("\0", ""));
        } else {
            told.put("parts", fields(field.parts()));
        }
        if (!field.unit().isEmpty()) {
            told.put("unit", field.unit());
        }
        if (!field.meaning().isEmpty()) {
            told.put("meaning", field.meaning().stream().map(Answers::word).toList());
        }
        return told;
    }

    private static Map<String, String> word(Word word) {
        return Map.of("zh", word.zh(), "en", word.en());
    }
}
