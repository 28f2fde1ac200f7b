package org.yiti.workbook.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.xml.sax.Attributes;

/** The list of sheets and the epoch of the dates. */
final class WorkbookXml extends PartHandler {

    /** @param relationship leads to the part that holds the cells */
    record Entry(String relationship, boolean hidden) {}

    private static final int MOST_SHEETS = 10_000;

    private final Map<String, Entry> sheets = new LinkedHashMap<>();
    private boolean from1904;

    static WorkbookXml of(ZipParts parts, String path) {
        WorkbookXml workbook = new WorkbookXml();
        workbook.parse(parts, path);
        return workbook;
    }

    Map<String, Entry> sheets() {
        return sheets;
    }

    boolean from1904() {
        return from1904;
    }

    @Override
    void start(String name, Attributes attributes) {
        if (name.equals("workbookPr")) {
            from1904 = isTrue(attribute(attributes, "date1904"));
        } else if (name.equals("sheet") && sheets.size() < MOST_SHEETS) {
            String title = attribute(attributes, "name");
            String relationship = attribute(attributes, "id");
            String state = attribute(attributes, "state");
            if (title != null && relationship != null) {
                sheets.putIfAbsent(
                        Characters.unescape(title), new Entry(relationship, state != null && !state.equals("visible")));
            }
        }
    }
}
