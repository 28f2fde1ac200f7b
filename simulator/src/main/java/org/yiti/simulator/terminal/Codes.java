package org.yiti.simulator.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The authentication codes that terminals were given, kept as a terminal keeps its own: over restarts. */
public final class Codes {

    private final @Nullable Path file;
    private final Map<String, String> ofPhone = new ConcurrentHashMap<>();

    private Codes(@Nullable Path file) {
        this.file = file;
    }

    /** Known beforehand, and kept nowhere. */
    public static Codes of(Map<String, String> known) {
        var codes = new Codes(null);
        codes.ofPhone.putAll(known);
        return codes;
    }

    public static Codes in(Path file) {
        var codes = new Codes(file);
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file)) {
                    var cells = line.split("\t", 2);
                    if (cells.length == 2) {
                        codes.ofPhone.put(cells[0], cells[1]);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
        return codes;
    }

    @Nullable
    String of(String phone) {
        return ofPhone.get(phone);
    }

    void forget(String phone) {
        ofPhone.remove(phone);
    }

    synchronized void keep(String phone, String code) {
        ofPhone.put(phone, code);
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, phone + "\t" + code + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be written", failure);
        }
    }
}
