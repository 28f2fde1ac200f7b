package org.yiti.document.pdf;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiti.document.layout.Face;

/**
 * The fonts of one PDF. Chinese is put into the file where this machine has a font for it; where it has none, the file names
 * one that readers of PDF bring with them.
 */
final class Fonts {

    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final String BROUGHT = "STSong-Light";
    private static final String IN_UNICODE = "UniGB-UCS2-H";

    private final Map<Face, List<Path>> files;
    private final Map<Face, BaseFont> fonts = new EnumMap<>(Face.class);
    private final Map<Path, BaseFont> embedded = new HashMap<>();

    Fonts(Map<Face, List<Path>> files) {
        this.files = files;
    }

    /** One that has the letter: that of the face, or another of the document. */
    Optional<BaseFont> holding(int letter, Face face) {
        var own = fonts.computeIfAbsent(face, this::found);
        if (holds(own, letter)) {
            return Optional.of(own);
        }
        return Stream.of(Face.TABLE, Face.HEADING)
                .map(one -> fonts.computeIfAbsent(one, this::found))
                .filter(font -> holds(font, letter))
                .findFirst();
    }

    private static boolean holds(BaseFont font, int letter) {
        return font.getFontType() == BaseFont.FONT_TYPE_CJK
                ? letter < Character.MIN_SUPPLEMENTARY_CODE_POINT && font.getCidCode(letter) > 0
                : font.charExists(letter);
    }

    private BaseFont found(Face face) {
        if (face.isLatin()) {
            return made(brought(face), BaseFont.WINANSI, false);
        }
        for (var file : files.getOrDefault(face, List.of())) {
            try {
                return embedded.computeIfAbsent(file, Fonts::embedded);
            } catch (RuntimeException unfit) {
                // Damaged, of a kind that cannot be put into a PDF, or not allowed to be: there are others.
                LOG.warn("Font {} is not used: {}", file, unfit.getMessage());
            }
        }
        return made(BROUGHT, IN_UNICODE, false);
    }

    private static String brought(Face face) {
        return switch (face) {
            case TITLE_LATIN -> BaseFont.TIMES_BOLD;
            case HEADING_LATIN -> BaseFont.HELVETICA_BOLD;
            default -> BaseFont.TIMES_ROMAN;
        };
    }

    private static BaseFont embedded(Path file) {
        var isCollection = file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc");
        return made(isCollection ? file + "," + simplified(file) : file.toString(), BaseFont.IDENTITY_H, true);
    }

    /** Of a collection that of simplified Chinese, or else the first. */
    private static int simplified(Path file) {
        try {
            var names = Arrays.asList(BaseFont.enumerateTTCNames(file.toString()));
            return names.stream()
                    .filter(name -> name.toLowerCase(Locale.ROOT).contains("cjksc"))
                    .findFirst()
                    .map(names::indexOf)
                    .orElse(0);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static BaseFont made(String name, String encoding, boolean isEmbedded) {
        try {
            return BaseFont.createFont(name, encoding, isEmbedded, !isEmbedded, null, null);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
