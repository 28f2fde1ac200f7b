package org.yiti.document.ofd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yiti.document.Document;
import org.yiti.document.layout.Face;
import org.yiti.document.layout.Mark;
import org.yiti.document.layout.Page;

/**
 * Pages put down as OFD, one after the other: a ZIP of an entrance, a document, its fonts by name, and a file for each page.
 */
public final class OfdPages implements Consumer<Page> {

    private static final String NAMESPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private static final String DECLARED = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final Document document;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
    private final Objects objects = new Objects(Face.values().length + 1);
    private final StringBuilder pages = new StringBuilder();
    private final StringBuilder outlines = new StringBuilder();

    public OfdPages(Document document) {
        this.document = document;
    }

    @Override
    public void accept(Page page) {
        var id = objects.next();
        var place = "Pages/Page_" + (page.number() - 1) + "/Content.xml";
        pages.append("<ofd:Page ID=\"")
                .append(id)
                .append("\" BaseLoc=\"")
                .append(place)
                .append("\"/>");
        page.entries().forEach(entry -> outline(id, entry));
        var content = new StringBuilder("<ofd:Page ")
                .append(NAMESPACE)
                .append("><ofd:Area><ofd:PhysicalBox>")
                .append(box())
                .append("</ofd:PhysicalBox></ofd:Area><ofd:Content>");
        layer(content, "Background", page.behind());
        layer(content, "Body", page.marks());
        file("Doc_0/" + place, content.append("</ofd:Content></ofd:Page>"));
    }

    private void layer(StringBuilder content, String kind, Iterable<Mark> marks) {
        content.append("<ofd:Layer ID=\"")
                .append(objects.next())
                .append("\" Type=\"")
                .append(kind)
                .append("\">");
        marks.forEach(mark -> objects.put(content, mark));
        content.append("</ofd:Layer>");
    }

    private void outline(int page, Page.Entry entry) {
        outlines.append("<ofd:OutlineElem Title=\"")
                .append(Objects.escaped("　".repeat(entry.level() - 1) + entry.words()))
                .append("\"><ofd:Actions><ofd:Action Event=\"CLICK\"><ofd:Goto><ofd:Dest Type=\"XYZ\" PageID=\"")
                .append(page)
                .append("\" Left=\"0\" Top=\"")
                .append(Objects.number(entry.y() - 4))
                .append("\" Zoom=\"0\"/></ofd:Goto></ofd:Action></ofd:Actions></ofd:OutlineElem>");
    }

    private static String box() {
        return "0 0 " + Objects.number(Page.WIDTH) + " " + Objects.number(Page.HEIGHT);
    }

    public byte[] done() {
        file(
                "Doc_0/PublicRes.xml",
                new StringBuilder("<ofd:Res ")
                        .append(NAMESPACE)
                        .append(" BaseLoc=\"Res\"><ofd:Fonts>")
                        .append(Objects.fonts())
                        .append("</ofd:Fonts></ofd:Res>"));
        file(
                "Doc_0/Document.xml",
                new StringBuilder("<ofd:Document ")
                        .append(NAMESPACE)
                        .append("><ofd:CommonData><ofd:MaxUnitID>")
                        .append(objects.next())
                        .append("</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>")
                        .append(box())
                        .append(
                                "</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>")
                        .append("<ofd:Pages>")
                        .append(pages)
                        .append("</ofd:Pages><ofd:Outlines>")
                        .append(outlines)
                        .append("</ofd:Outlines></ofd:Document>"));
        file("OFD.xml", entrance());
        try {
            zip.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private StringBuilder entrance() {
        var made = document.at().atZone(ZoneId.of("Asia/Shanghai"));
        var title = Objects.escaped(document.title());
        return new StringBuilder("<ofd:OFD ")
                .append(NAMESPACE)
                .append(" DocType=\"OFD\" Version=\"1.0\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>")
                .append(UUID.nameUUIDFromBytes((document.title() + made).getBytes(UTF_8))
                        .toString()
                        .replace("-", ""))
                .append("</ofd:DocID><ofd:Title>")
                .append(title)
                .append("</ofd:Title><ofd:CreationDate>")
                .append(made.toLocalDate())
                .append("</ofd:CreationDate><ofd:Creator>Yiti</ofd:Creator></ofd:DocInfo>")
                .append("<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
    }

    private void file(String name, CharSequence content) {
        try {
            var entry = new ZipEntry(name);
            entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            zip.write((DECLARED + content).getBytes(UTF_8));
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
