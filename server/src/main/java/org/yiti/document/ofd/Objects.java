package org.yiti.document.ofd;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.yiti.document.layout.Face;
import org.yiti.document.layout.Mark;
import org.yiti.document.layout.Page;

/** Marks as OFD's objects. Each thing of a document has a number of its own; the fonts have the first ones. */
final class Objects {

    private static final double POINT = 25.4 / 72;
    /** How much of a letter is above the line it stands on. */
    private static final double ASCENT = 0.88;

    /** The last two of the first plane, which XML forbids. */
    private static final int NO_LETTER = 0xFFFE;

    private int last;

    Objects(int last) {
        this.last = last;
    }

    int next() {
        return ++last;
    }

    void put(StringBuilder content, Mark mark) {
        if (mark instanceof Mark.Text text) {
            text(content, text);
        } else if (mark instanceof Mark.Area area) {
            var path = "M 0 0 L " + number(area.width()) + " 0 L " + number(area.width()) + " " + number(area.height())
                    + " L 0 " + number(area.height()) + " C";
            path(content, boundary(area.x(), area.y(), area.width(), area.height()), true, 0, area.ink(), path);
        } else if (mark instanceof Mark.Disc disc) {
            var r = number(disc.radius());
            var width = number(2 * disc.radius());
            var arc = " A " + r + " " + r + " 0 0 1 ";
            var path = "M 0 " + r + arc + width + " " + r + arc + "0 " + r + " C";
            path(
                    content,
                    boundary(disc.x() - disc.radius(), disc.y() - disc.radius(), 2 * disc.radius(), 2 * disc.radius()),
                    true,
                    0,
                    disc.ink(),
                    path);
        } else if (mark instanceof Mark.Path line) {
            var path = line.points().stream()
                    .map(point -> number(point.x()) + " " + number(point.y()))
                    .collect(Collectors.joining(" L ", "M ", ""));
            path(content, boundary(0, 0, Page.WIDTH, Page.HEIGHT), false, line.width(), line.ink(), path);
        }
    }

    private void text(StringBuilder content, Mark.Text text) {
        var size = text.size() * POINT;
        var width = Math.max(text.width(), size);
        content.append("<ofd:TextObject ID=\"").append(next()).append("\" Boundary=\"");
        if (text.turned() == 0) {
            content.append(boundary(text.x(), text.y() - ASCENT * size, width, 1.2 * size));
        } else {
            content.append(boundary(0, 0, Page.WIDTH, Page.HEIGHT))
                    .append("\" CTM=\"")
                    .append(turned(text));
        }
        content.append("\" Font=\"")
                .append(font(text.face()))
                .append("\" Size=\"")
                .append(number(size))
                .append("\"><ofd:FillColor Value=\"")
                .append(colour(text.ink()))
                .append("\"/><ofd:TextCode X=\"0\" Y=\"")
                .append(text.turned() == 0 ? number(ASCENT * size) : "0")
                .append('"');
        if (text.advances().size() > 1) {
            content.append(" DeltaX=\"")
                    .append(text.advances().stream()
                            .limit(text.advances().size() - 1)
                            .map(Objects::number)
                            .collect(Collectors.joining(" ")))
                    .append('"');
        }
        content.append('>').append(escaped(text.words())).append("</ofd:TextCode></ofd:TextObject>");
    }

    private static String turned(Mark.Text text) {
        var angle = Math.toRadians(text.turned());
        return String.join(
                " ",
                number(Math.cos(angle)),
                number(-Math.sin(angle)),
                number(Math.sin(angle)),
                number(Math.cos(angle)),
                number(text.x()),
                number(text.y()));
    }

    private void path(StringBuilder content, String boundary, boolean filled, double width, int ink, String path) {
        content.append("<ofd:PathObject ID=\"")
                .append(next())
                .append("\" Boundary=\"")
                .append(boundary);
        if (filled) {
            content.append("\" Stroke=\"false\" Fill=\"true\"><ofd:FillColor Value=\"")
                    .append(colour(ink))
                    .append("\"/>");
        } else {
            content.append("\" LineWidth=\"")
                    .append(number(width))
                    .append("\"><ofd:StrokeColor Value=\"")
                    .append(colour(ink))
                    .append("\"/>");
        }
        content.append("<ofd:AbbreviatedData>").append(path).append("</ofd:AbbreviatedData></ofd:PathObject>");
    }

    private static int font(Face face) {
        return face.ordinal() + 1;
    }

    /** By name: offices have them, and a reader without one takes what it has that is most like it. */
    static String fonts() {
        var fonts = new StringBuilder();
        for (var face : Face.values()) {
            var name = switch (face) {
                case TITLE -> "FontName=\"方正小标宋简体\" FamilyName=\"宋体\" Serif=\"true\" Bold=\"true\"";
                case HEADING -> "FontName=\"黑体\" FamilyName=\"黑体\"";
                case BODY -> "FontName=\"仿宋\" FamilyName=\"仿宋\" Serif=\"true\"";
                case TABLE -> "FontName=\"宋体\" FamilyName=\"宋体\" Serif=\"true\"";
                case TITLE_LATIN ->
                    "FontName=\"Times New Roman\" FamilyName=\"Times New Roman\" Serif=\"true\" Bold=\"true\"";
                case HEADING_LATIN -> "FontName=\"Arial\" FamilyName=\"Arial\" Bold=\"true\"";
                case BODY_LATIN -> "FontName=\"Times New Roman\" FamilyName=\"Times New Roman\" Serif=\"true\"";
            };
            fonts.append("<ofd:Font ID=\"")
                    .append(font(face))
                    .append("\" ")
                    .append(name)
                    .append("/>");
        }
        return fonts.toString();
    }

    private static String boundary(double x, double y, double width, double height) {
        return number(x) + " " + number(y) + " " + number(width) + " " + number(height);
    }

    private static String colour(int ink) {
        return (ink >> 16) + " " + (ink >> 8 & 0xFF) + " " + (ink & 0xFF);
    }

    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String escaped(String words) {
        return words.codePoints()
                .filter(letter ->
                        letter >= ' ' && Character.getType(letter) != Character.SURROGATE && letter < NO_LETTER
                                || letter >= Character.MIN_SUPPLEMENTARY_CODE_POINT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
