package org.yiti.detect.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.yiti.detect.ReferenceData;

class TransformTest {

    private static final Pattern CASE = Pattern.compile(
            "\"op\": \"(\\w+)\",\\s*\"in_lng_lat\": \\[\\s*([\\d.]+),\\s*([\\d.]+)\\s*],\\s*\"out_lng_lat\": \\[\\s*([\\d.]+),\\s*([\\d.]+)");

    @Example
    void placesInFourCitiesAreShiftedAsPublished() {
        shifted(new Wgs84(39.908692, 116.397477), new Gcj02(39.91009549, 116.40372057));
        shifted(new Wgs84(30.287459, 120.153576), new Gcj02(30.28513427, 120.15827598));
        shifted(new Wgs84(43.792818, 87.617733), new Gcj02(43.79404257, 87.62058226));
        shifted(new Wgs84(23.129112, 113.264385), new Gcj02(23.12643534, 113.26971458));
    }

    private static void shifted(Wgs84 from, Gcj02 to) {
        assertThat(from.gcj02().latitude()).isCloseTo(to.latitude(), within(1e-8));
        assertThat(from.gcj02().longitude()).isCloseTo(to.longitude(), within(1e-8));
    }

    @Property
    void thereAndBackIsTheSamePlace(
            @ForAll @DoubleRange(min = 18, max = 53) double latitude,
            @ForAll @DoubleRange(min = 74, max = 135) double longitude) {
        var place = new Wgs84(latitude, longitude);
        assertThat(place.gcj02().wgs84().metres(place)).isLessThan(0.001);
        assertThat(place.bd09().wgs84().metres(place)).isLessThan(0.5);
    }

    @Example
    void abroadNothingIsShifted() {
        assertThat(new Wgs84(51.5, -0.12).gcj02()).isEqualTo(new Gcj02(51.5, -0.12));
    }

    @Example
    void theCasesOfOthersHold() {
        var text = String.join("\n", ReferenceData.lines("cn_reference/coordinates/transform_cases.json"));
        var matcher = CASE.matcher(text);
        var cases = 0;
        while (matcher.find()) {
            cases++;
            var in = new double[] {Double.parseDouble(matcher.group(3)), Double.parseDouble(matcher.group(2))};
            var out = new Wgs84(Double.parseDouble(matcher.group(5)), Double.parseDouble(matcher.group(4)));
            // Their ways back are made in one step, ours to the end.
            assertThat(transformed(matcher.group(1), in[0], in[1]).metres(out))
                    .as(matcher.group(1))
                    .isLessThan(0.5);
        }
        assertThat(cases).isEqualTo(7);
        var pairs = numbers(text.substring(text.indexOf("eviltransform_5dp"), text.indexOf("tolerance"))
                .substring(20));
        assertThat(pairs).hasSize(12);
        for (var i = 0; i < 12; i += 4) {
            var shifted = new Wgs84(pairs.get(i), pairs.get(i + 1)).gcj02();
            assertThat(Earth.metres(shifted.latitude(), shifted.longitude(), pairs.get(i + 2), pairs.get(i + 3)))
                    .isLessThan(1.2);
        }
    }

    private static List<Double> numbers(String text) {
        var numbers = new ArrayList<Double>();
        var matcher = Pattern.compile("\\d+\\.\\d+").matcher(text);
        while (matcher.find()) {
            numbers.add(Double.parseDouble(matcher.group()));
        }
        return numbers;
    }

    private static Wgs84 transformed(String how, double latitude, double longitude) {
        return switch (how) {
            case "wgs84ToGcj02" -> plain(new Wgs84(latitude, longitude).gcj02());
            case "gcj02ToWgs84" -> new Gcj02(latitude, longitude).wgs84();
            case "wgs84ToBd09" -> plain(new Wgs84(latitude, longitude).bd09());
            case "bd09toWgs84" -> new Bd09(latitude, longitude).wgs84();
            case "gcj02ToBd09" -> plain(new Gcj02(latitude, longitude).bd09());
            case "bd09ToGcj02" -> plain(new Bd09(latitude, longitude).gcj02());
            default -> throw new IllegalArgumentException(how);
        };
    }

    private static Wgs84 plain(Gcj02 place) {
        return new Wgs84(place.latitude(), place.longitude());
    }

    private static Wgs84 plain(Bd09 place) {
        return new Wgs84(place.latitude(), place.longitude());
    }
}
