package org.yiti.jt808.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiti.jt808.layout.Explained;
import org.yiti.jt808.layout.Word;

/** Explained fields as values that {@link Json} writes. */
final class Fields {

    private Fields() {}

    static List<Map<String, Object>> shown(List<Explained> fields) {
        return fields.stream().map(Fields::field).toList();
    }

    private static Map<String, Object> field(Explained field) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("offset", field.offset());
        shown.put("length", field.raw().length());
        shown.put("raw", field.raw().hex());
        shown.put("key", field.key());
        shown.put("name", Shown.names(field.zh(), field.en()));
        if (field.isGroup()) {
            shown.put("parts", shown(field.parts()));
        } else {
            value(field, shown);
        }
        return shown;
    }

    private static void value(Explained field, Map<String, Object> shown) {
        shown.put("value", field.value());
        var measure = field.measure();
        if (measure != null) {
            shown.put("scaled", measure.amount());
            if (!measure.unit().isEmpty()) {
                shown.put("unit", measure.unit());
            }
        }
        if (field.zone() != null) {
            shown.put("zone", field.zone());
            if (field.value().toString().length() == "2026-08-21T10:30:00".length()) {
                shown.put("iso", field.value() + (field.zone().equals("UTC") ? "Z" : "+08:00"));
            }
        }
        if (field.isSensitive()) {
            shown.put("sensitive", true);
        }
        if (!field.meaning().isEmpty()) {
            shown.put("meaning", field.meaning().stream().map(Fields::word).toList());
        }
    }

    private static Map<String, Object> word(Word word) {
        var shown = new LinkedHashMap<String, Object>();
        if (word.bit() >= 0) {
            shown.put("bit", word.bit());
        }
        shown.putAll(Shown.names(word.zh(), word.en()));
        return shown;
    }
}
