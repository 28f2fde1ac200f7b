package org.yiti.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The plain tables the world is drawn from, in resources beside this package: cells parted by a bar, # begins a remark. */
final class Lines {
    private Lines() {}

    static List<String[]> of(String name) {
        try (InputStream in = Objects.requireNonNull(Lines.class.getResourceAsStream("/demonstration/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .toList();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split("、"));
    }
}
