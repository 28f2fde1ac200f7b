package org.yiti.document.pdf;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTextArray;
import org.yiti.document.layout.Mark;

/** Letters put where they were laid out, whatever the font thinks of its widths; and readable as text whatever it lacks. */
final class Letterpress {

    private static final PdfName ACTUAL_TEXT = new PdfName("ActualText");
    private static final PdfName SPAN = new PdfName("Span");
    /** What stands for a letter that no font has, as printers have always done it. */
    private static final String GETA = "〓";

    private final Fonts fonts;

    Letterpress(Fonts fonts) {
        this.fonts = fonts;
    }

    void put(PdfContentByte on, Mark.Text text) {
        PdfPages.fill(on, text.ink());
        on.beginText();
        var letters = text.words().codePoints().toArray();
        var done = 0d;
        for (var from = 0; from < letters.length; ) {
            var font = fonts.holding(letters[from], text.face()).orElse(null);
            var to = from + 1;
            while (font != null
                    && to < letters.length
                    && fonts.holding(letters[to], text.face()).orElse(null) == font) {
                to++;
            }
            place(on, text, done);
            if (font == null) {
                missing(on, text, new String(letters, from, 1));
            } else {
                show(on, text, font, letters, from, to);
            }
            for (; from < to; from++) {
                done += text.advances().get(from);
            }
        }
        on.endText();
    }

    private static void place(PdfContentByte on, Mark.Text text, double done) {
        var angle = Math.toRadians(text.turned());
        var cos = Math.cos(angle);
        var sin = Math.sin(angle);
        on.setTextMatrix(
                (float) cos,
                (float) sin,
                (float) -sin,
                (float) cos,
                PdfPages.x(text.x() + done * cos),
                PdfPages.y(text.y() - done * sin));
    }

    /** A letter narrower than its place stands in the middle of it. */
    private static void show(PdfContentByte on, Mark.Text text, BaseFont font, int[] letters, int from, int to) {
        on.setFontAndSize(font, (float) text.size());
        var array = new PdfTextArray();
        var owed = 0d;
        for (var i = from; i < to; i++) {
            var place = text.advances().get(i) * PdfPages.POINTS / text.size() * 1000;
            var spare = text.face().isLatin() ? 0 : place - font.getWidth(letters[i]);
            owed += spare / 2;
            if (Math.abs(owed) > 0.5) {
                array.add((float) -owed);
                owed = 0;
            }
            array.add(new String(letters, i, 1));
            owed += spare / 2;
        }
        on.showText(array);
    }

    private void missing(PdfContentByte on, Mark.Text text, String letter) {
        BaseFont font = fonts.holding(GETA.codePointAt(0), text.face()).orElse(null);
        if (font == null) {
            return;
        }
        var said = new PdfDictionary();
        said.put(ACTUAL_TEXT, new PdfString(letter, PdfString.TEXT_UNICODE));
        on.beginMarkedContentSequence(SPAN, said, true);
        on.setFontAndSize(font, (float) text.size());
        on.showText(GETA);
        on.endMarkedContentSequence();
    }
}
