package org.yiti.workbook.imports;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Refused;
import org.yiti.workbook.WorkbookRefusal;
import org.yiti.workbook.file.UnreadableFile;

/** Keeps a refusal so that it can be told later, in the language of whoever looks. */
final class Refusals {

    private Refusals() {}

    static Import.Refusal of(Refused refused) {
        return new Import.Refusal(
                refused.refusal().type(), refused.refusal().wording(), new LinkedHashMap<>(refused.facts()));
    }

    static Import.Refusal of(UnreadableFile unreadable) {
        var facts = new LinkedHashMap<String, Object>();
        put(facts, "sheet", unreadable.facts().sheet());
        put(facts, "row", unreadable.facts().row());
        put(facts, "column", unreadable.facts().column());
        put(facts, "limit", unreadable.facts().limit());
        var reason = unreadable.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-');
        facts.put("reason", reason);
        return new Import.Refusal(WorkbookRefusal.FILE_UNREADABLE.type(), "workbook.file." + reason, facts);
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
