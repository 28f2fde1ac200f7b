package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.CopyText;
import org.yiti.proof.entry.CanonicalJson;

/** One row in the text form of {@code COPY}. */
final class CopyLine {

    private final StringBuilder line = new StringBuilder(1024);

    /** What needs no escape: numbers, UUIDs, moments. */
    CopyLine plain(@Nullable Object value) {
        line.append(value == null ? "\\N" : value).append('\t');
        return this;
    }

    CopyLine bytes(byte @Nullable [] value) {
        line.append(value == null ? "\\N" : "\\\\x" + HexFormat.of().formatHex(value))
                .append('\t');
        return this;
    }

    CopyLine json(Map<String, String> value) {
        return value.isEmpty() ? plain(null) : text(new String(CanonicalJson.write(value), UTF_8));
    }

    CopyLine ids(List<UUID> values) {
        return plain(
                values.isEmpty()
                        ? null
                        : values.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
    }

    CopyLine text(String value) {
        CopyText.append(line, value);
        line.append('\t');
        return this;
    }

    String end() {
        line.setCharAt(line.length() - 1, '\n');
        return line.toString();
    }
}
