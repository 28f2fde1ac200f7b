package org.yiti.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The place after which a page begins, as it travels: what the last row of the page before is sorted by. */
public final class Cursor {

    /** No text of the database has it. */
    private static final String BETWEEN = "\u0000";

    private Cursor() {}

    public static String of(Object... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.stream(parts)
                        .map(String::valueOf)
                        .collect(Collectors.joining(BETWEEN))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** What was made of so many parts, read; refuses what was not. */
    public static <T> T read(String cursor, int parts, Function<List<String>, T> reading) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var found = List.of(text.split(BETWEEN, -1));
            if (found.size() == parts) {
                return reading.apply(found);
            }
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            throw new Refused(KernelRefusal.UNREADABLE_CURSOR);
        }
        throw new Refused(KernelRefusal.UNREADABLE_CURSOR);
    }
}
