package org.yiti.ledger.paper;

import java.text.Normalizer;
import java.util.Locale;
import org.yiti.kernel.file.Disposition;

/** The name of a file from outside, made fit to be shown, kept and given back. */
record FileName(String text) {

    /** Characters; with three bytes each it still fits every file system. */
    static final int LONGEST = 80;

    private static final String NAMELESS = "未命名";
    private static final String PLAIN = "paper";
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

    String disposition(boolean inline) {
        return inline ? Disposition.shown(text, PLAIN) : Disposition.saved(text, PLAIN);
    }
}
