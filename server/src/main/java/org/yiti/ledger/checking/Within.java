package org.yiti.ledger.checking;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What rows on their way in may be told of: rows of these institutions, and these of others. */
record Within(UUID[] scope, UUID[] seen) {

    private static final UUID[] NONE = {};

    /**
     * @param seen what asks for the rows of others; asked as whoever brings the rows, since the policies know what they see
     * @param scope null for everywhere
     */
    static Within of(JdbcClient database, Optional<String> seen, @Nullable Set<UUID> scope) {
        if (scope == null) {
            return new Within(NONE, NONE);
        }
        var mine = scope.toArray(UUID[]::new);
        return new Within(
                mine,
                seen.map(question -> database.sql(question)
                                .param("scope", mine)
                                .query(UUID.class)
                                .set()
                                .toArray(UUID[]::new))
                        .orElse(NONE));
    }

    Set<UUID> all() {
        return Stream.of(scope, seen).flatMap(Arrays::stream).collect(Collectors.toSet());
    }
}
