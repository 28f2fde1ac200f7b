package org.yiti.ledger.paper;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.springframework.web.util.UriUtils;

/** The name of a file from outside, made fit to be shown, kept and given back. */
record FileName(String text) {

    /** Characters; with three bytes each it still fits every file system. */
    static final int LONGEST = 80;

    private static final String NAMELESS = "未命名";
    private static final int LONGEST_EXTENSION = 10;

    /** Only the last part of a path, without what could hide, mislead or be no name on some system. */
    static FileName of(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var visible = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("^[\\s.]+|[\\s.]+$", "");
        var dot = visible.lastIndexOf('.');
        var isNamed = dot > 0 && visible.length() - dot - 1 <= LONGEST_EXTENSION;
        var ending = isNamed ? visible.substring(dot) : "";
        var base = isNamed ? visible.substring(0, dot).strip() : visible;
        return new FileName((base.isEmpty() ? NAMELESS : cut(base, LONGEST - ending.length())) + ending);
    }

    private static String cut(String base, int most) {
        var length = base.codePointCount(0, base.length());
        return length <= most ? base : base.substring(0, base.offsetByCodePoints(0, most));
    }

    /** In small letters; empty when there is none. */
    String extension() {
        var dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** RFC 6266: what old programs can read, and the name as it is. */
    String disposition(boolean inline) {
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii() + "\"; filename*=UTF-8''"
                + UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    String ascii() {
        var dot = text.lastIndexOf('.');
        var base = dot < 0 ? text : text.substring(0, dot);
        var readable = base.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        var ending = extension().replaceAll("[^a-z0-9]", "");
        return (readable.isEmpty() ? "paper" : readable) + (ending.isEmpty() ? "" : "." + ending);
    }
}
