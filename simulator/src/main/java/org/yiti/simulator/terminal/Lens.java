package org.yiti.simulator.terminal;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** What a camera behind the windscreen sees of a street that does not exist: brighter by day, other houses every time. */
final class Lens {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int HORIZON = 110;
    private static final int HOUSES = 9;

    private Lens() {}

    /** @param hour of the day */
    static byte[] jpeg(int hour, long seed) {
        var day = hour >= 6 && hour < 18;
        var random = new SplittableRandom(seed);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var sky = day ? new Color(0x7fb2e5) : new Color(0x0b1024);
        pen.setPaint(new GradientPaint(0, 0, sky, 0, HORIZON, day ? Color.WHITE : new Color(0x2b3350)));
        pen.fillRect(0, 0, WIDTH, HORIZON);
        pen.setColor(day ? new Color(0x7d8a6a) : new Color(0x1d2118));
        pen.fillRect(0, HORIZON, WIDTH, HEIGHT - HORIZON);
        for (var i = 0; i < HOUSES; i++) {
            var high = 20 + random.nextInt(70);
            var grey = (day ? 120 : 35) + random.nextInt(60);
            pen.setColor(new Color(grey, grey, Math.min(255, grey + 12)));
            pen.fillRect(i * WIDTH / HOUSES, HORIZON - high, WIDTH / HOUSES - 3, high);
        }
        pen.setColor(day ? new Color(0x55585c) : new Color(0x26282b));
        pen.fill(new Polygon(new int[] {140, 180, 320, 0}, new int[] {HORIZON, HORIZON, HEIGHT, HEIGHT}, 4));
        pen.setColor(new Color(0xe8e4d0));
        for (var y = HORIZON + 10; y < HEIGHT - 40; y += 24) {
            var wide = (y - HORIZON) / 14 + 1;
            pen.fillRect(WIDTH / 2 - wide / 2, y, wide, 10);
        }
        pen.setColor(new Color(0x16181b));
        pen.fillArc(-20, HEIGHT - 34, WIDTH + 40, 90, 0, 180);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return out.toByteArray();
    }
}
