package org.yiti.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was planted: beside a running house ({@link Worlds}), and for docs/demonstration.md by {@code WriteManifest <folder> <seed> <as of>}. */
final class WriteManifest {
    private WriteManifest() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Manifest manifest = Demonstration.of(Long.parseLong(arguments[1]), Scale.CITY, LocalDate.parse(arguments[2]))
                .manifest();
        into(folder, "manifest", manifest);
    }

    static void into(Path folder, String name, Manifest manifest) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".csv"), csv(manifest));
        Files.writeString(folder.resolve(name + ".json"), json(manifest));
    }

    static String json(Manifest manifest) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(manifest)
                + "\n";
    }

    static String csv(Manifest manifest) {
        List<String> lines = new ArrayList<>();
        lines.add("what,rule,subject,episode,actual,limit,excess,done");
        manifest.breaches()
                .forEach(b -> lines.add(line(
                        b.consequence() ? "consequence" : "breach",
                        b.rule(),
                        b.subject(),
                        b.episode(),
                        b.actual(),
                        b.limit(),
                        b.excess(),
                        b.done())));
        manifest.nearMisses()
                .forEach(n -> lines.add(line("near miss", n.rule(), n.subject(), null, null, null, null, n.why())));
        return String.join("\n", lines) + "\n";
    }

    private static String line(@Nullable Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            String text = cell == null ? "" : cell.toString();
            texts.add(text.contains(",") ? '"' + text + '"' : text);
        }
        return String.join(",", texts);
    }
}
