package org.yiti.kernel.code;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/**
 * One entry of a code table.
 *
 * @param code ASCII, stored in the database
 * @param aliases other names people write for it
 * @param grades ranks only: non-leading grades taken for this rank, with a caution
 * @param level ranks only: the level of organ it belongs to
 */
public record Code(
        String code,
        Label label,
        List<String> aliases,
        List<String> grades,
        @Nullable String note,
        @Nullable String unit,
        @Nullable String level) {

    public String zh() {
        return label.zh();
    }

    public String en() {
        return label.en();
    }
}
