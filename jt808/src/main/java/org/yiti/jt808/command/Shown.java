package org.yiti.jt808.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Explanation;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Refused;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Explained;
import org.yiti.jt808.layout.Word;

/** Explanations and refusals as values that {@link Json} writes. */
final class Shown {

    private Shown() {}

    static Map<String, Object> explanation(Explanation explained, Dialect dialect) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("ok", explained.problem() == null);
        shown.put("version", explained.version().year());
        shown.put("dialect", dialect.name());
        var kind = explained.kind();
        if (kind != null) {
            shown.put("message", kind(kind));
        }
        var problem = explained.problem();
        if (problem != null) {
            shown.put("error", error(problem));
        }
        if (!explained.header().isEmpty()) {
            shown.put("header", fields(explained.header()));
        }
        shown.put("body", fields(explained.body()));
        if (kind != null && problem == null) {
            shown.put("order", Values.order(explained, kind));
        }
        return shown;
    }

    static Map<String, Object> kind(Kind<?> kind) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", kind.hex());
        shown.put("zh", kind.zh());
        shown.put("en", kind.en());
        shown.put("direction", kind.isFromTerminal() ? "up" : "down");
        return shown;
    }

    static Map<String, Object> refusal(Refused refused, Bytes raw) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("ok", false);
        shown.put("error", error(refused));
        shown.put("raw", raw.hex());
        return shown;
    }

    static Map<String, Object> error(Refused refused) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("reason", refused.refusal().wording());
        shown.put("offset", refused.offset());
        shown.put("zh", refused.sentence(Locale.CHINESE));
        shown.put("en", refused.sentence(Locale.ENGLISH));
        return shown;
    }

    private static List<Object> fields(List<Explained> fields) {
        var shown = new ArrayList<>();
        fields.forEach(field -> shown.add(field(field)));
        return shown;
    }

    private static Map<String, Object> field(Explained field) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("offset", field.offset());
        shown.put("length", field.raw().length());
        shown.put("raw", field.raw().hex());
        shown.put("key", field.key());
        shown.put("name", Map.of("zh", field.zh(), "en", field.en()));
        if (field.parts().isEmpty()) {
            shown.put("value", field.value());
        }
        if (!field.unit().isEmpty()) {
            shown.put("unit", field.unit());
        }
        if (!field.meaning().isEmpty()) {
            shown.put("meaning", field.meaning().stream().map(Shown::word).toList());
        }
        if (!field.parts().isEmpty()) {
            shown.put("parts", fields(field.parts()));
        }
        return shown;
    }

    private static Map<String, Object> word(Word word) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("zh", word.zh());
        shown.put("en", word.en());
        return shown;
    }
}
