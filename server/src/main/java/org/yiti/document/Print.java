package org.yiti.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiti.document.layout.Face;
import org.yiti.document.layout.Flow;
import org.yiti.document.markup.Markup;
import org.yiti.document.markup.Svg;
import org.yiti.document.ofd.OfdPages;
import org.yiti.document.pdf.FontFiles;
import org.yiti.document.pdf.PdfPages;

/** Looks for fonts when it first needs them: a house that prints nothing reads no folders. */
@Component
class Print implements Printing {

    private final List<Path> folders;
    private volatile Map<Face, List<Path>> fonts = Map.of();

    /** @param folder of fonts that come before those of the machine; {@code none} for no fonts at all */
    Print(@Value("${yiti.documents.fonts:}") String folder) {
        this.folders = folder.equals("none")
                ? List.of()
                : Stream.concat(
                                folder.isBlank() ? Stream.empty() : Stream.of(Path.of(folder)),
                                FontFiles.usualFolders().stream())
                        .toList();
    }

    @Override
    public byte[] web(Document document) {
        return Markup.of(document).getBytes(UTF_8);
    }

    @Override
    public byte[] picture(Drawing drawing) {
        return Svg.of(drawing).getBytes(UTF_8);
    }

    @Override
    public Printed pages(Document document) {
        var pdf = new PdfPages(document, fonts());
        var ofd = new OfdPages(document);
        Flow.pages(document, page -> {
            pdf.accept(page);
            ofd.accept(page);
        });
        return new Printed(pdf.done(), ofd.done());
    }

    private Map<Face, List<Path>> fonts() {
        if (fonts.isEmpty()) {
            var found = FontFiles.in(folders);
            var each = new EnumMap<Face, List<Path>>(Face.class);
            Stream.of(Face.TITLE, Face.HEADING, Face.BODY, Face.TABLE)
                    .forEach(face -> each.put(face, FontFiles.of(face, found)));
            fonts = each;
        }
        return fonts;
    }
}
