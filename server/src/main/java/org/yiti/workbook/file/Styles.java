package org.yiti.workbook.file;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Tells which cell styles show their number as a date. */
final class Styles extends PartHandler {

    private static final int MOST = 100_000;

    private final Map<Integer, String> formats = new HashMap<>();
    private final BitSet dates = new BitSet();
    private int count;
    private boolean inCellFormats;

    static Styles of(ZipParts parts, @Nullable String path) {
        Styles styles = new Styles();
        if (path != null) {
            styles.parse(parts, path);
        }
        return styles;
    }

    boolean date(int style) {
        return dates.get(style);
    }

    @Override
    void start(String name, Attributes attributes) {
        if (name.equals("numFmt")) {
            String code = attribute(attributes, "formatCode");
            if (code != null && formats.size() < MOST) {
                formats.put(number(attribute(attributes, "numFmtId")), code);
            }
        } else if (name.equals("cellXfs")) {
            inCellFormats = true;
        } else if (name.equals("xf") && inCellFormats && count < MOST) {
            int id = number(attribute(attributes, "numFmtId"));
            String code = formats.get(id);
            dates.set(count++, code == null ? DateFormats.builtIn(id) : DateFormats.isDate(code));
        }
    }

    @Override
    void end(String name) {
        if (name.equals("cellXfs")) {
            inCellFormats = false;
        }
    }

    /** Zero, the general format, for what is no number. */
    static int number(@Nullable String value) {
        try {
            return value == null ? 0 : Math.max(0, Integer.parseInt(value.strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
