package org.yiti.meters.mbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yiti.meters.MeterRefusal.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yiti.meters.MeterRefusal;
import org.yiti.meters.Octets;
import org.yiti.meters.ReferenceData;
import org.yiti.meters.Refuses;
import org.yiti.meters.mbus.DataRecord.Function;

class MbusReferenceTest {

    private static final String FRAMES = "meter_frames/mbus/test-frames";
    private static final String ERRORS = "meter_frames/mbus/error-frames";
    private static final Pattern TAG = Pattern.compile("<(\\w+)>(.*)</\\1>");
    private static final Pattern LETTERS = Pattern.compile("[A-E]");
    private final List<String> absent = new ArrayList<>();
    private static final Map<String, MeterRefusal> EXPECTED = Map.of(
            "premature_end_of_data1", RECORD_CUT,
            "premature_end_of_dif1", RECORD_CUT,
            "too_long_var_vif", RECORD_CUT,
            "too_many_dife", RECORD_EXTENSIONS_TOO_MANY,
            "too_many_vife", RECORD_EXTENSIONS_TOO_MANY,
            "too_short_header", HEADER_CUT);

    private static Telegram telegram(Path file) {
        var bytes = Octets.hex(ReferenceData.text(file)).bytes();
        var telegram = Telegram.decode(bytes);
        assertThat(telegram.encode()).isEqualTo(bytes);
        return telegram;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\..*", "");
    }

    @Test
    void everyMeterOfTheReferenceIsReadAsItSays() {
        var files = ReferenceData.files(FRAMES, ".hex");
        assertThat(files).isNotEmpty();
        for (var file : files) {
            var reply = (Reply.Records) Reply.of(telegram(file));
            var expected = expected(file.resolveSibling(name(file) + ".norm.xml"));
            assertThat(stripped(reply.header().id()))
                    .as(name(file))
                    .isEqualTo(expected.get(0).get("Id"));
            assertHeader(reply.header(), expected.get(0));
            assertThat(reply.records()).as(name(file)).hasSameSizeAs(expected.subList(1, expected.size()));
            for (var i = 0; i < reply.records().size(); i++) {
                assertRecord(name(file) + " " + i, reply.records().get(i), expected.get(i + 1));
            }
        }
        assertThat(absent).containsExactly("ELS_Elster-F96-Plus 4", "ELS_Elster-F96-Plus 5", "abb_f95 2", "abb_f95 3");
    }

    private static void assertHeader(Header header, Map<String, String> expected) {
        assertThat(header.access()).isEqualTo(Integer.parseInt(expected.get("AccessNumber")));
        assertThat("%02X".formatted(header.status())).isEqualTo(expected.get("Status"));
        if (expected.containsKey("Manufacturer")) {
            assertThat(header.maker()).isEqualTo(expected.get("Manufacturer"));
            assertThat(header.version()).isEqualTo(Integer.parseInt(expected.get("Version")));
            assertThat(header.mediumName()).isEqualTo(expected.get("Medium"));
            assertThat("%04X".formatted(header.signature())).isEqualTo(expected.get("Signature"));
        }
    }

    private void assertRecord(String what, DataRecord record, Map<String, String> expected) {
        if (expected.get("Function").equals("Actual value")) {
            assertThat(record.number()).as(what).isNotNull();
            var liters = expected.get("Unit").equals("l");
            assertThat(record.number().doubleValue() / 1000)
                    .isCloseTo(Double.parseDouble(expected.get("Value")), within(1e-9));
            assertThat(record.unit()).isEqualTo(liters ? "ml" : "Wh");
            return;
        }
        var function = switch (expected.get("Function")) {
            case "Maximum value" -> Function.MAXIMUM;
            case "Minimum value" -> Function.MINIMUM;
            case "Value during error state" -> Function.ERROR_STATE;
            case "Manufacturer specific" -> Function.MANUFACTURER_SPECIFIC;
            case "More records follow" -> Function.MORE_FOLLOWS;
            default -> Function.INSTANTANEOUS;
        };
        assertThat(record.function()).as(what).isEqualTo(function);
        assertThat(record.storage()).as(what).isEqualTo(Long.parseLong(expected.get("StorageNumber")));
        assertThat(record.tariff()).as(what).isEqualTo(Long.parseLong(expected.getOrDefault("Tariff", "0")));
        assertThat(record.device()).as(what).isEqualTo(Long.parseLong(expected.getOrDefault("Device", "0")));
        assertThat(record.quantity()).as(what).isEqualTo(expected.get("Quantity"));
        assertThat(record.unit()).as(what).isEqualTo(expected.get("Unit").equals("-") ? "" : expected.get("Unit"));
        assertValue(what, record, expected.get("Value"));
    }

    private void assertValue(String what, DataRecord record, String value) {
        if (record.function() == Function.MANUFACTURER_SPECIFIC || record.function() == Function.MORE_FOLLOWS) {
            assertThat(record.raw()).as(what).isEqualTo(Octets.hex(value));
        } else if (value.startsWith("1900-01-00") || value.contains("-00-00")) {
            assertThat(record.text()).as(what + " is no day").isNull();
        } else if (record.quantity().startsWith("Time point")) {
            assertThat(record.text()).as(what).isEqualTo(value.replaceFirst(":00Z$", ""));
        } else if (record.number() == null
                && LETTERS.matcher(record.raw().toString()).find()
                && value.matches("[0-9.]+")) {
            // Letters in place of digits: the reference adds them up all the same; to us the meter has no value.
            absent.add(what);
        } else if (record.number() != null) {
            var number = Double.parseDouble(value);
            assertThat(record.number().doubleValue())
                    .as(what)
                    .isCloseTo(number, within(1e-6 * Math.max(1, Math.abs(number))));
        } else {
            assertThat(record.text() == null ? "" : record.text())
                    .as(what)
                    .isEqualTo(value.replaceAll("(?<=\\b[0-9A-F]{2}) (?=[0-9A-F]{2}\\b)", "")
                            .strip());
        }
    }

    private static String stripped(String id) {
        return id.replaceFirst("^0+(?=.)", "");
    }

    private static List<Map<String, String>> expected(Path xml) {
        var parts = new ArrayList<Map<String, String>>();
        for (var line : ReferenceData.text(xml).split("\n")) {
            if (line.contains("<SlaveInformation>") || line.contains("<DataRecord")) {
                parts.add(new LinkedHashMap<>());
            }
            var tag = TAG.matcher(line);
            if (tag.find()) {
                parts.get(parts.size() - 1).put(tag.group(1), unescaped(tag.group(2)));
            }
        }
        return parts;
    }

    private static String unescaped(String text) {
        return text.replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("Â°", "°");
    }

    @Test
    void everyBrokenReplyIsRefusedWithItsPlaceOrTellsTheMetersOwnError() {
        for (var file : ReferenceData.files(ERRORS, ".hex")) {
            var telegram = telegram(file);
            if (EXPECTED.containsKey(name(file))) {
                var refused = Refuses.with(EXPECTED.get(name(file)), () -> Reply.of(telegram));
                assertThat(refused.facts()).containsKey("at");
            } else {
                var error = (Reply.ApplicationError) Reply.of(telegram);
                var xml = file.resolveSibling(name(file) + ".xml");
                assertThat(Files.exists(xml) ? ReferenceData.text(xml) : "").contains("<Error>" + error.name() + "<");
            }
        }
    }
}
