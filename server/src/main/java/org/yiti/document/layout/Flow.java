package org.yiti.document.layout;

import java.util.List;
import java.util.function.Consumer;
import org.yiti.document.Block;
import org.yiti.document.Document;

/** A document becomes pages: laid out once, and whoever writes a file of it only puts down what lies where. */
public final class Flow {

    private static final double BODY = 12;
    private static final double QUIET = 10.5;
    private static final double LEADING = 1.55;
    private static final double TIGHT = 1.4;

    private final Document document;
    private final Sheets sheets;

    private Flow(Document document, int total, Consumer<Page> to) {
        this.document = document;
        this.sheets = new Sheets(document, total, to);
    }

    /** Pages come one after the other, and none is kept. How many there are is counted before the first says so. */
    public static void pages(Document document, Consumer<Page> to) {
        var count = new int[1];
        new Flow(document, 0, page -> count[0]++).run();
        new Flow(document, count[0], to).run();
    }

    private void run() {
        title();
        for (var block : document.blocks()) {
            if (block instanceof Block.Heading heading) {
                heading(heading);
            } else if (block instanceof Block.Paragraph paragraph) {
                paragraph(paragraph);
            } else if (block instanceof Block.Steps steps) {
                steps(steps.steps());
            } else if (block instanceof Block.Code code) {
                code(code.words());
            } else if (block instanceof Block.Facts facts) {
                Grid.facts(sheets, facts);
            } else if (block instanceof Block.Table table) {
                Grid.table(sheets, table);
            } else if (block instanceof Block.Picture picture) {
                Drawn.picture(sheets, picture.drawing());
            }
        }
        sheets.turn();
    }

    private void title() {
        sheets.entry(1, document.title());
        for (var line : Lines.of(document.title(), Face.TITLE, 22, Sheets.WIDTH, 0)) {
            var middle = (Sheets.WIDTH - Letters.width(line, Face.TITLE, 22)) / 2;
            line(Sheets.LEFT + middle, Face.TITLE, 22, TIGHT, line, Sheets.BLACK);
        }
        sheets.gap(6);
    }

    private void heading(Block.Heading heading) {
        var size = heading.level() == 2 ? 16.0 : heading.level() == 3 ? 14.0 : 12.0;
        var lines = Lines.of(heading.words(), Face.HEADING, size, Sheets.WIDTH, 0);
        // A heading at the foot of a page belongs to nothing.
        sheets.need(lines.size() * size * TIGHT * Letters.POINT + 26);
        sheets.gap(heading.level() == 2 ? 7 : heading.level() == 3 ? 5 : 3);
        if (heading.level() < 4) {
            sheets.entry(heading.level(), heading.words());
        }
        lines.forEach(line -> line(Sheets.LEFT, Face.HEADING, size, TIGHT, line, Sheets.BLACK));
        sheets.gap(1.5);
    }

    private void paragraph(Block.Paragraph paragraph) {
        var size = paragraph.quiet() ? QUIET : BODY;
        var indent = paragraph.quiet() ? 0 : 2 * size * Letters.POINT;
        var face = paragraph.quiet() ? Face.TABLE : Face.BODY;
        flowing(paragraph.words(), face, size, indent, 0, paragraph.quiet() ? Sheets.GREY : Sheets.BLACK);
        sheets.gap(1.5);
    }

    private void steps(List<String> steps) {
        var hang = 2.2 * BODY * Letters.POINT;
        for (var i = 0; i < steps.size(); i++) {
            sheets.need(BODY * LEADING * Letters.POINT);
            sheets.text(Sheets.LEFT, baseline(BODY, LEADING), Face.BODY, BODY, i + 1 + ".", Sheets.BLACK);
            flowing(steps.get(i), Face.BODY, BODY, 0, hang, Sheets.BLACK);
            sheets.gap(0.8);
        }
        sheets.gap(1.5);
    }

    private void code(String words) {
        sheets.gap(1);
        flowing(words, Face.TABLE, QUIET, 0, 2 * QUIET * Letters.POINT, Sheets.BLACK);
        sheets.gap(1.5);
    }

    private void flowing(String words, Face face, double size, double indent, double hang, int ink) {
        var first = true;
        for (var line : Lines.of(words, face, size, Sheets.WIDTH - hang, indent)) {
            line(Sheets.LEFT + hang + (first ? indent : 0), face, size, LEADING, line, ink);
            first = false;
        }
    }

    private void line(double x, Face face, double size, double leading, String line, int ink) {
        var height = size * leading * Letters.POINT;
        sheets.need(height);
        sheets.text(x, baseline(size, leading), face, size, line, ink);
        sheets.down(height);
    }

    /** Letters stand in the middle of their line: 0.88 of their height is above the line they stand on. */
    static double baseline(double size, double leading) {
        return ((leading - 1) / 2 + 0.88) * size * Letters.POINT;
    }
}
