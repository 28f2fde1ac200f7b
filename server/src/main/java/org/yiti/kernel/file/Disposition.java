package org.yiti.kernel.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.util.UriUtils;

/** How a file that goes out is called (RFC 6266): the name as it is, and one that old programs can read. */
public final class Disposition {

    private static final int LONGEST_EXTENSION = 10;

    private Disposition() {}

    /** @param plain for programs that know ASCII only, where little of the name is: letters, digits and dashes, no extension */
    public static String saved(String name, String plain) {
        return of("attachment", name, plain);
    }

    /** Shown in place; saved under this name. */
    public static String shown(String name, String plain) {
        return of("inline", name, plain);
    }

    private static String of(String way, String name, String plain) {
        return way + "; filename=\"" + ascii(name, plain) + "\"; filename*=UTF-8''"
                + UriUtils.encode(name, StandardCharsets.UTF_8);
    }

    private static String ascii(String name, String plain) {
        var dot = name.lastIndexOf('.');
        var isNamed = dot >= 0 && name.length() - dot - 1 <= LONGEST_EXTENSION;
        var base = isNamed ? name.substring(0, dot) : name;
        var readable = base.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        var ending = isNamed ? name.substring(dot + 1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "") : "";
        var isTold = readable.matches(".*[A-Za-z].*") || plain.isEmpty();
        var told = isTold ? readable : readable.isEmpty() ? plain : plain + "-" + readable;
        return told + (ending.isEmpty() ? "" : "." + ending);
    }
}
