package org.yiti.demonstration;

import java.util.HashMap;
import java.util.Map;

/** Where things are: a city and its counties laid over the middle Yangtze plain, meaning no real place there. */
final class Positions {
    record Point(double longitude, double latitude) {
        double kilometresTo(Point other) {
            double east = (other.longitude - longitude) * 96.2;
            double north = (other.latitude - latitude) * 111.2;
            return StrictMath.sqrt(east * east + north * north);
        }

        Point shifted(double east, double north) {
            return new Point(Rows.rounded(longitude + east, 5), Rows.rounded(latitude + north, 5));
        }
    }

    private static final double LONGITUDE = 113.2;
    private static final double LATITUDE = 30.1;
    private final Map<String, Point> centres = new HashMap<>();

    Positions(int number) {
        String city = Institutions.cityCode(number);
        Point centre = new Point(LONGITUDE + number % 7 * 1.1, LATITUDE + number / 7 * 1.0);
        centres.put(city, centre);
        int serial = 21;
        for (String[] line : Lines.of("divisions.txt")) {
            centres.put(
                    city.substring(0, 4) + serial++,
                    centre.shifted(Double.parseDouble(line[1]), Double.parseDouble(line[2])));
        }
    }

    Point centre(String division) {
        Point centre = centres.get(division.substring(0, 6));
        if (centre == null) {
            throw new IllegalArgumentException(division);
        }
        return centre;
    }

    Point near(String division, double east, double north) {
        return centre(division).shifted(east, north);
    }
}
