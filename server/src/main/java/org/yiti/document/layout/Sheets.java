package org.yiti.document.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yiti.document.Document;
import org.yiti.document.Drawing;

/** The page that is being filled, and the one after it. Those that are full are let go at once. */
final class Sheets {

    static final double LEFT = 28;
    static final double RIGHT = Page.WIDTH - 26;
    static final double WIDTH = RIGHT - LEFT;
    static final int BLACK = 0x111111;
    static final int GREY = 0x595959;
    static final int LINE = 0x9A9A9A;
    private static final int FAINT = 0xEAEAEA;
    private static final double TOP = 32;
    private static final double BOTTOM = Page.HEIGHT - 29;
    private static final double SMALL = 9;
    private static final double TURNED = 24;

    private final Document document;
    private final int total;
    private final Consumer<Page> full;
    private List<Mark> marks = new ArrayList<>();
    private List<Page.Entry> entries = new ArrayList<>();
    private int number = 1;
    private double y = TOP;

    Sheets(Document document, int total, Consumer<Page> full) {
        this.document = document;
        this.total = total;
        this.full = full;
    }

    double y() {
        return y;
    }

    double room() {
        return BOTTOM - y;
    }

    boolean isFresh() {
        return y == TOP;
    }

    static double wholePage() {
        return BOTTOM - TOP;
    }

    void down(double by) {
        y += by;
    }

    /** A gap, which no page begins with. */
    void gap(double by) {
        if (!isFresh()) {
            y += by;
        }
    }

    /** On the next page, unless there is so much room on this one. */
    void need(double height) {
        if (height > room() && !isFresh()) {
            turn();
        }
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    /** @param baseline of the line below where the page is filled to */
    void text(double x, double baseline, Face face, double size, String line, int ink) {
        marks.addAll(Letters.set(x, y + baseline, face, size, line, ink));
    }

    void entry(int level, String words) {
        entries.add(new Page.Entry(level, words, y));
    }

    void turn() {
        frame();
        full.accept(new Page(number++, behind(), List.copyOf(marks), List.copyOf(entries)));
        marks = new ArrayList<>();
        entries = new ArrayList<>();
        y = TOP;
    }

    private void frame() {
        var head = 22.0;
        marks.addAll(Letters.set(LEFT, head, Face.TABLE, SMALL, Letters.printable(document.head()), GREY));
        var above = head + 2;
        marks.add(new Mark.Path(List.of(new Drawing.Point(LEFT, above), new Drawing.Point(RIGHT, above)), 0.2, LINE));
        var foot = "第 " + number + " 页　共 " + total + " 页";
        var middle = Page.WIDTH / 2 - Letters.width(foot, Face.TABLE, SMALL) / 2;
        marks.addAll(Letters.set(middle, Page.HEIGHT - 18, Face.TABLE, SMALL, foot, GREY));
    }

    private List<Mark> behind() {
        var words = Letters.printable(document.mark());
        var behind = new ArrayList<Mark>();
        for (var row = 0; row < 5; row++) {
            for (var column = 0; column < 2; column++) {
                behind.addAll(turned(words, 18 + column * 92 + row % 2 * 20, 70 + row * 52));
            }
        }
        return behind;
    }

    private static List<Mark> turned(String words, double x, double y) {
        var angle = Math.toRadians(TURNED);
        return Letters.set(0, 0, Face.TABLE, 13, words, FAINT).stream()
                .<Mark>map(text -> new Mark.Text(
                        x + text.x() * Math.cos(angle),
                        y - text.x() * Math.sin(angle),
                        text.face(),
                        text.size(),
                        text.words(),
                        text.advances(),
                        text.ink(),
                        TURNED))
                .toList();
    }
}
