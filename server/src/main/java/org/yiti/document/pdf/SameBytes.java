package org.yiti.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yiti.kernel.Sha256;

/** What OpenPDF draws by lot — the prefixes of fonts, the number of the file — is taken from the content instead. */
final class SameBytes {

    private static final Pattern PREFIX = Pattern.compile("/(?:BaseFont|FontName)/([A-Z]{6})\\+");
    private static final Pattern NUMBER = Pattern.compile("/ID \\[<([0-9a-f]{32})><([0-9a-f]{32})>]");
    private static final int LETTERS = 26;

    private SameBytes() {}

    static byte[] of(byte[] written) {
        var named = named(new String(written, ISO_8859_1));
        var number = NUMBER.matcher(named);
        if (!number.find()) {
            throw new IllegalStateException("A PDF without a number");
        }
        var rest = named.substring(0, number.start()) + named.substring(number.end());
        var said = "<" + Sha256.hex(rest.getBytes(ISO_8859_1)).substring(0, 32) + ">";
        return (named.substring(0, number.start()) + "/ID [" + said + said + "]" + named.substring(number.end()))
                .getBytes(ISO_8859_1);
    }

    private static String named(String written) {
        Map<String, String> names = new LinkedHashMap<>();
        var found = PREFIX.matcher(written);
        var named = new StringBuilder(written.length());
        while (found.find()) {
            var name = names.computeIfAbsent(found.group(1), drawn -> name(names.size()));
            found.appendReplacement(named, found.group().replace(found.group(1) + "+", name + "+"));
        }
        return found.appendTail(named).toString();
    }

    private static String name(int number) {
        return "YITI" + (char) ('A' + number / LETTERS) + (char) ('A' + number % LETTERS);
    }
}
