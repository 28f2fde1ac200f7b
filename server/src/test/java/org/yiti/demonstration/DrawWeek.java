package org.yiti.demonstration;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws the picture of docs/demonstration.md: two weeks of one building by item, in summer and in autumn. */
final class DrawWeek {
    private static final int WIDTH = 1080;
    private static final int HEIGHT = 300;
    private static final List<Color> COLOURS =
            List.of(new Color(0x4E79A7), new Color(0x59A14F), new Color(0xF28E2B), new Color(0xB07AA1));
    private static final List<String> NAMES = List.of("lighting and sockets", "air conditioning", "power", "special");

    private DrawWeek() {}

    public static void main(String[] arguments) throws IOException {
        Energy energy = new City(
                        2026,
                        Scale.CITY,
                        LocalDate.of(2026, 10, 31),
                        org.yiti.calendar.WorkCalendar.ofStandards(),
                        0,
                        false)
                .energy();
        BufferedImage image = new BufferedImage(WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, 2 * HEIGHT);
        weeks(g, energy, LocalDate.of(2026, 7, 20), 0, "980100-A3, 20 July to 2 August 2026, kW");
        weeks(
                g,
                energy,
                LocalDate.of(2026, 9, 28),
                HEIGHT,
                "980100-A3, 28 September to 11 October 2026 (national holiday 1–7), kW");
        ImageIO.write(image, "png", new File(arguments[0]));
    }

    private static void weeks(Graphics2D g, Energy energy, LocalDate from, int top, String title) {
        double[][] below = new double[5][14 * 24];
        for (int d = 0; d < 14; d++) {
            for (int i = 0; i < 4; i++) {
                double[] hours = energy.dials.get("980100-A3-E" + (i + 1)).of(from.plusDays(d));
                for (int h = 0; h < 24; h++) {
                    below[i + 1][d * 24 + h] = below[i][d * 24 + h] + hours[h];
                }
            }
        }
        double most = 240;
        for (int i = 0; i < 4; i++) {
            g.setColor(COLOURS.get(i));
            for (int h = 0; h < below[0].length; h++) {
                int low = y(top, below[i][h], most);
                int high = y(top, below[i + 1][h], most);
                g.fillRect(60 + h * 3, high, 3, low - high);
            }
            g.fillRect(70 + i * 190, top + 34, 12, 12);
            g.setColor(Color.DARK_GRAY);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
            g.drawString(NAMES.get(i), 88 + i * 190, top + 45);
        }
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        g.drawString(title, 60, top + 22);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        g.setStroke(new BasicStroke(1));
        for (int kw = 0; kw <= 200; kw += 50) {
            g.drawLine(56, y(top, kw, most), 60 + below[0].length * 3, y(top, kw, most));
            g.drawString(String.valueOf(kw), 26, y(top, kw, most) + 4);
        }
    }

    private static int y(int top, double kilowatts, double most) {
        return top + HEIGHT - 20 - (int) (kilowatts / most * (HEIGHT - 50));
    }
}
