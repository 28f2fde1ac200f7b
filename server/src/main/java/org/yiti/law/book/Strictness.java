package org.yiti.law.book;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.code.Code;
import org.yiti.kernel.code.CodeTable;
import org.yiti.law.book.Parameter.Stricter;

/**
 * Which of two values of a parameter binds more.
 *
 * @param codes what words the values, where they are codes
 */
record Strictness(Stricter stricter, @Nullable CodeTable codes) {

    private static final Comparator<String> BY_NUMBER = Comparator.comparing(BigDecimal::new);

    /** The greater one is the stricter one; empty where neither is. */
    Optional<Comparator<String>> among(Map<String, String> dims) {
        return Optional.ofNullable(
                switch (stricter.at(dims)) {
                    case LOWER -> BY_NUMBER.reversed();
                    case HIGHER -> BY_NUMBER;
                    case EARLIER -> Comparator.<String>reverseOrder();
                    case FURTHER -> Comparator.comparing(order()::indexOf);
                    case NARROWER, NONE -> null;
                });
    }

    private List<String> order() {
        return codes == null
                ? List.of()
                : codes.codes().stream().map(Code::code).toList();
    }
}
