package org.yiti.document.markup;

import java.util.Locale;
import java.util.stream.Collectors;
import org.yiti.document.Drawing;

/** A drawing as SVG. */
public final class Svg {

    private Svg() {}

    public static String of(Drawing drawing) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + drawing.width() + " " + drawing.height()
                + "\" width=\"" + drawing.width() + "\" height=\"" + drawing.height() + "\" role=\"img\"><title>"
                + Markup.escaped(drawing.title()) + "</title>"
                + drawing.shapes().stream().map(Svg::shape).collect(Collectors.joining()) + "</svg>";
    }

    private static String shape(Drawing.Shape shape) {
        if (shape instanceof Drawing.Bar bar) {
            return String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                    bar.x(),
                    bar.y(),
                    bar.width(),
                    bar.height(),
                    bar.colour());
        }
        if (shape instanceof Drawing.Line line) {
            return "<polyline points=\""
                    + line.points().stream().map(Svg::point).collect(Collectors.joining(" "))
                    + "\" fill=\"none\" stroke=\"" + line.colour() + "\" stroke-width=\"" + line.width() + "\"/>";
        }
        if (shape instanceof Drawing.Dot dot) {
            return String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>",
                    dot.at().x(),
                    dot.at().y(),
                    dot.radius(),
                    dot.colour());
        }
        var words = (Drawing.Words) shape;
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\">%s</text>",
                words.at().x(),
                words.at().y(),
                words.size(),
                Markup.escaped(words.words()));
    }

    private static String point(Drawing.Point point) {
        return String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y());
    }
}
