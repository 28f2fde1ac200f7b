package org.yiti.kernel.code;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Every code table of {@code standards/}, read from the class path once. */
public final class CodeTables {

    private static final Map<String, CodeTable> TABLES = CodeFiles.read();

    private CodeTables() {}

    public static CodeTable get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No code table " + id));
    }

    public static Optional<CodeTable> find(String id) {
        return Optional.ofNullable(TABLES.get(id));
    }

    public static Collection<CodeTable> all() {
        return TABLES.values();
    }
}
