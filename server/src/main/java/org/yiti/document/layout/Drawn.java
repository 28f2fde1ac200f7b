package org.yiti.document.layout;

import java.util.List;
import org.yiti.document.Drawing;

/** A picture on a page: as wide as the text, and never over two pages. */
final class Drawn {

    private static final double LARGEST = 110;

    private final Sheets sheets;
    private final double scale;
    private final double left;

    private Drawn(Sheets sheets, Drawing drawing) {
        this.sheets = sheets;
        this.scale = Math.min(Sheets.WIDTH / drawing.width(), LARGEST / drawing.height());
        this.left = Sheets.LEFT + (Sheets.WIDTH - drawing.width() * scale) / 2;
    }

    static void picture(Sheets sheets, Drawing drawing) {
        var drawn = new Drawn(sheets, drawing);
        var height = drawing.height() * drawn.scale;
        sheets.gap(1.5);
        sheets.need(height);
        drawing.shapes().forEach(drawn::shape);
        sheets.down(height);
        sheets.gap(2);
    }

    private void shape(Drawing.Shape shape) {
        if (shape instanceof Drawing.Bar bar) {
            var at = at(new Drawing.Point(bar.x(), bar.y()));
            sheets.add(new Mark.Area(at.x(), at.y(), bar.width() * scale, bar.height() * scale, ink(bar.colour())));
        } else if (shape instanceof Drawing.Line line) {
            List<Drawing.Point> points = line.points().stream().map(this::at).toList();
            sheets.add(new Mark.Path(points, line.width() * scale, ink(line.colour())));
        } else if (shape instanceof Drawing.Dot dot) {
            var at = at(dot.at());
            sheets.add(new Mark.Disc(at.x(), at.y(), dot.radius() * scale, ink(dot.colour())));
        } else if (shape instanceof Drawing.Words words) {
            var at = at(words.at());
            var size = words.size() * scale / Letters.POINT;
            Letters.set(at.x(), at.y(), Face.TABLE, size, Letters.printable(words.words()), Sheets.BLACK)
                    .forEach(sheets::add);
        }
    }

    private Drawing.Point at(Drawing.Point point) {
        return new Drawing.Point(left + point.x() * scale, sheets.y() + point.y() * scale);
    }

    private static int ink(String colour) {
        return Integer.parseInt(colour.substring(1), 16);
    }
}
