package org.yiti.supervision.findings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.code.Code;
import org.yiti.kernel.code.CodeTables;

/** The numbers a finding stood on, with what they depend on in words: codes are read by nobody. */
final class WordedParameters {

    private WordedParameters() {}

    /** @param used each with {@code codes}, the tables that word its {@code dims} and its {@code value}; they are taken out */
    static List<Map<String, Object>> of(List<Map<String, Object>> used) {
        for (var one : used) {
            if (one.remove("codes") instanceof Map<?, ?> codes) {
                one.computeIfPresent("dims", (name, dims) -> dims(codes, (Map<?, ?>) dims));
                one.computeIfPresent("value", (name, value) -> word(codes.get("value"), value));
            }
        }
        return used;
    }

    private static List<Object> dims(Map<?, ?> codes, Map<?, ?> dims) {
        return dims.entrySet().stream()
                .<Object>map(dim -> word(codes.get(dim.getKey()), dim.getValue()))
                .toList();
    }

    /** A table or a code that is no longer there is told as it was kept. */
    private static Object word(@Nullable Object table, Object code) {
        return table == null
                ? code
                : CodeTables.find(table.toString())
                        .flatMap(t -> t.find(code.toString()))
                        .<Object>map(Code::label)
                        .orElse(code);
    }
}
