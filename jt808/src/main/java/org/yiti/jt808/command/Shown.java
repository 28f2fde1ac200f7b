package org.yiti.jt808.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.layout.Bytes;

/** Explanations and refusals as values that {@link Json} writes. */
final class Shown {

    private static final Map<String, Object> GUESS = names(
            "标准未能解释全部内容,按该方言推测;不同厂商可能另有含义",
            "the standard does not explain all of it; a guess by that dialect, makers may mean something else");

    private Shown() {}

    /** One frame: what it says, and what it is when it is written again. */
    static Map<String, Object> frame(Choice choice, Bytes content, String wire) {
        var explained = choice.explanation();
        var shown = explanation(choice);
        shown.put("checksum", String.format("%02x", Frames.checksum(content)));
        if (explained.kind() != null) {
            var again = again(choice.jt808(), content);
            shown.put("again", again);
            shown.put("identical", !again.isEmpty() && wire.contains(again));
            shown.put("order", Values.order(choice.jt808(), explained, content));
        }
        return shown;
    }

    private static String again(Jt808 jt808, Bytes content) {
        try {
            return Bytes.of(jt808.encode(jt808.decode(content, null))).hex();
        } catch (Refused unread) {
            return "";
        }
    }

    /** A message that came in packages. */
    static Map<String, Object> assembled(Choice choice, int packages) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("assembled", packages);
        shown.putAll(explanation(choice));
        shown.put("order", Values.byFields(choice.jt808(), choice.explanation()));
        return shown;
    }

    private static Map<String, Object> explanation(Choice choice) {
        var explained = choice.explanation();
        var refused = choice.refused();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("ok", refused == null);
        shown.put("version", explained.version().year());
        shown.put(
                "versionFrom",
                names(explained.basis().word().zh(), explained.basis().word().en()));
        shown.put("dialect", choice.jt808().dialect().name());
        if (choice.isGuess()) {
            shown.put("dialectFrom", GUESS);
        }
        var kind = explained.kind();
        if (kind != null) {
            shown.put("message", kind(kind));
        }
        if (refused != null) {
            shown.put("error", error(refused));
        }
        shown.put(
                "deviations", explained.deviations().stream().map(Shown::error).toList());
        if (!explained.header().isEmpty()) {
            shown.put("header", Fields.shown(explained.header()));
        }
        shown.put("body", Fields.shown(explained.body()));
        return shown;
    }

    static Map<String, Object> kind(Kind<?> kind) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", kind.hex());
        shown.put("zh", kind.zh());
        shown.put("en", kind.en());
        shown.put("direction", kind.isFromTerminal() ? "up" : "down");
        var editions = new ArrayList<String>();
        Arrays.stream(Version.values()).filter(kind::isOf).map(Version::year).forEach(editions::add);
        shown.put("editions", editions);
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
        shown.putAll(names(refused.sentence(Locale.CHINESE), refused.sentence(Locale.ENGLISH)));
        return shown;
    }

    static Map<String, Object> names(String zh, String en) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("zh", zh);
        shown.put("en", en);
        return shown;
    }
}
