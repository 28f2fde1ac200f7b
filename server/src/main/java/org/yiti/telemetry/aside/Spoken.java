package org.yiti.telemetry.aside;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Header;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Explained;
import org.yiti.jt808.layout.Word;
import org.yiti.kernel.Label;
import org.yiti.telemetry.track.Saying;

/** A message field by field, in the language of whoever reads it. */
final class Spoken {

    /** @param depth of parts within parts, from 0 */
    record Field(int depth, String name, String value) {}

    /**
     * @param kind such as {@code 0x0702}
     * @param problem why it is explained only so far
     * @param body hexadecimal
     */
    record Message(
            String kind,
            String name,
            String edition,
            int serial,
            List<Field> fields,
            @Nullable String problem,
            String body) {}

    private static final Jt808 ANY = new Jt808(Dialect.LENIENT);
    private static final int LENGTH = 0x3ff;
    /** Pictures are long, and nobody reads them byte by byte. */
    private static final int MOST_TEXT = 2000;

    private static final int MOST_FIELDS = 500;

    private Spoken() {}

    static Message of(Saying saying, Locale locale) {
        var version = Version.valueOf("V" + saying.edition());
        var body = Bytes.of(saying.body());
        var attributes = Math.min(LENGTH, saying.body().length) | (version == Version.V2019 ? 1 << 14 : 0);
        var header =
                new Header(saying.kind(), attributes, version == Version.V2019 ? 1 : 0, "0", saying.serial(), 0, 0);
        var explained = ANY.explain(new Packet(header, body), version);
        var fields = new ArrayList<Field>();
        tell(explained.body(), 0, locale, fields);
        var kind = explained.kind();
        var problem = explained.problem();
        return new Message(
                "0x%04X".formatted(saying.kind()),
                kind == null ? "" : new Label(kind.zh(), kind.en()).in(locale),
                saying.edition(),
                saying.serial(),
                fields,
                problem == null ? null : problem.sentence(locale),
                shortened(body.hex()));
    }

    private static void tell(List<Explained> all, int depth, Locale locale, List<Field> told) {
        for (var one : all) {
            if (told.size() < MOST_FIELDS) {
                told.add(new Field(depth, new Label(one.zh(), one.en()).in(locale), value(one, locale)));
                tell(one.parts(), depth + 1, locale, told);
            }
        }
    }

    private static String value(Explained one, Locale locale) {
        if (one.isSensitive()) {
            return "***";
        }
        var words = one.meaning().stream().map(word -> in(word, locale)).collect(Collectors.joining(", "));
        var measure = one.measure();
        var value = measure == null ? String.valueOf(one.value()) : measure.toString();
        return shortened(words.isEmpty() ? value : value + " " + words);
    }

    private static String in(Word word, Locale locale) {
        return new Label(word.zh(), word.en()).in(locale);
    }

    private static String shortened(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "…" : text;
    }
}
