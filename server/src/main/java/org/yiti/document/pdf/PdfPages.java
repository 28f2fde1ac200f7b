package org.yiti.document.pdf;

import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.yiti.document.Document;
import org.yiti.document.layout.Face;
import org.yiti.document.layout.Mark;
import org.yiti.document.layout.Page;

/** Pages put down as PDF, one after the other. */
public final class PdfPages implements Consumer<Page> {

    static final double POINTS = 72 / 25.4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final com.lowagie.text.Document file = new com.lowagie.text.Document(PageSize.A4);
    private final PdfWriter writer = PdfWriter.getInstance(file, out);
    private final Letterpress press;
    private final PdfOutline[] above = new PdfOutline[4];

    /** @param fonts to be tried for each face, best first */
    public PdfPages(Document document, Map<Face, List<Path>> fonts) {
        press = new Letterpress(new Fonts(fonts));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
        file.addTitle(document.title());
        file.addCreator("Yiti");
        file.open();
        writer.getInfo().put(PdfName.CREATIONDATE, date(document.at()));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("zh-CN"));
    }

    private static PdfDate date(Instant at) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Shanghai"));
        calendar.setTimeInMillis(at.toEpochMilli());
        return new PdfDate(calendar);
    }

    @Override
    public void accept(Page page) {
        if (page.number() > 1) {
            file.newPage();
        }
        var on = writer.getDirectContent();
        // What lies over every page is no part of what a page says.
        on.beginMarkedContentSequence(new PdfName("Artifact"));
        page.behind().forEach(mark -> put(on, mark));
        on.endMarkedContentSequence();
        page.marks().forEach(mark -> put(on, mark));
        page.entries().forEach(entry -> entry(on, entry));
    }

    private void put(PdfContentByte on, Mark mark) {
        if (mark instanceof Mark.Text text) {
            press.put(on, text);
        } else if (mark instanceof Mark.Area area) {
            fill(on, area.ink());
            on.rectangle(x(area.x()), y(area.y() + area.height()), x(area.width()), x(area.height()));
            on.fill();
        } else if (mark instanceof Mark.Disc disc) {
            fill(on, disc.ink());
            on.circle(x(disc.x()), y(disc.y()), x(disc.radius()));
            on.fill();
        } else if (mark instanceof Mark.Path path) {
            on.setRGBColorStroke(path.ink() >> 16, path.ink() >> 8 & 0xFF, path.ink() & 0xFF);
            on.setLineWidth(x(path.width()));
            var first = path.points().get(0);
            on.moveTo(x(first.x()), y(first.y()));
            path.points().stream().skip(1).forEach(point -> on.lineTo(x(point.x()), y(point.y())));
            on.stroke();
        }
    }

    /** A table of contents beside the pages. */
    private void entry(PdfContentByte on, Page.Entry entry) {
        var parent = on.getRootOutline();
        for (var level = entry.level() - 1; level > 0; level--) {
            if (above[level] != null) {
                parent = above[level];
                break;
            }
        }
        var to = new PdfDestination(PdfDestination.XYZ, 0, y(entry.y() - 4), 0);
        above[entry.level()] = new PdfOutline(parent, to, entry.words(), entry.level() < 3);
        for (var level = entry.level() + 1; level < above.length; level++) {
            above[level] = null;
        }
    }

    static void fill(PdfContentByte on, int ink) {
        on.setRGBColorFill(ink >> 16, ink >> 8 & 0xFF, ink & 0xFF);
    }

    static float x(double millimetres) {
        return (float) (millimetres * POINTS);
    }

    static float y(double millimetres) {
        return (float) ((Page.HEIGHT - millimetres) * POINTS);
    }

    public byte[] done() {
        file.close();
        return SameBytes.of(out.toByteArray());
    }
}
