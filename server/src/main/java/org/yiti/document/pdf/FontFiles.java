package org.yiti.document.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiti.document.layout.Face;

/** Files of Chinese fonts on this machine, by what they are good for, best first. */
public final class FontFiles {

    private static final Logger LOG = LoggerFactory.getLogger(FontFiles.class);
    private static final int DEEP = 6;

    /** Those of GB/T 9704 first (as Kylin, UOS and Windows bring them), then those which are free everywhere. */
    private static final Map<Face, List<String>> NAMES = Map.of(
            Face.TITLE,
            List.of(
                    "cesi_xbs_gb18030.ttf",
                    "cesi_xbs_gb2312.ttf",
                    "fzxbsjw.ttf",
                    "fzxbsk.ttf",
                    "notoserifcjk-bold.ttc",
                    "notoserifcjksc-bold.otf",
                    "sourcehanserifsc-bold.otf"),
            Face.HEADING,
            List.of(
                    "cesi_ht_gb18030.ttf",
                    "cesi_ht_gb2312.ttf",
                    "simhei.ttf",
                    "fzhtk.ttf",
                    "notosanscjk-bold.ttc",
                    "notosanscjksc-bold.otf",
                    "sourcehansanssc-bold.otf",
                    "notosanscjk-regular.ttc",
                    "wqy-zenhei.ttc",
                    "stheiti medium.ttc"),
            Face.BODY,
            List.of(
                    "cesi_fs_gb18030.ttf",
                    "cesi_fs_gb2312.ttf",
                    "simfang.ttf",
                    "fzfsk.ttf",
                    "notoserifcjk-regular.ttc",
                    "notoserifcjksc-regular.otf",
                    "sourcehanserifsc-regular.otf"),
            Face.TABLE,
            List.of(
                    "cesi_ss_gb18030.ttf",
                    "cesi_ss_gb2312.ttf",
                    "simsun.ttc",
                    "fzssk.ttf",
                    "notoserifcjk-regular.ttc",
                    "notoserifcjksc-regular.otf",
                    "sourcehanserifsc-regular.otf",
                    "songti.ttc"));

    private static final List<String> ANY =
            List.of("notosanscjk-regular.ttc", "notosanscjksc-regular.otf", "wqy-zenhei.ttc", "wqy-microhei.ttc");

    private FontFiles() {}

    public static List<Path> usualFolders() {
        return Stream.of(
                        "/usr/share/fonts",
                        "/usr/local/share/fonts",
                        "/Library/Fonts",
                        "/System/Library/Fonts",
                        "C:\\Windows\\Fonts")
                .map(Path::of)
                .filter(Files::isDirectory)
                .toList();
    }

    /** All there are in these folders, by their names in small letters; of two of one name that of the earlier folder. */
    public static Map<String, Path> in(List<Path> folders) {
        var found = new HashMap<String, Path>();
        for (var folder : folders) {
            try (var files = Files.walk(folder, DEEP, FileVisitOption.FOLLOW_LINKS)) {
                files.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ttf|ttc|otf)"))
                        .sorted()
                        .forEach(file ->
                                found.putIfAbsent(file.getFileName().toString().toLowerCase(Locale.ROOT), file));
            } catch (IOException | UncheckedIOException unreadable) {
                LOG.info("Fonts in {} are not looked at: {}", folder, unreadable.getMessage());
            }
        }
        return found;
    }

    public static List<Path> of(Face face, Map<String, Path> found) {
        return Stream.concat(NAMES.getOrDefault(face, List.of()).stream(), ANY.stream())
                .filter(found::containsKey)
                .map(found::get)
                .distinct()
                .toList();
    }
}
