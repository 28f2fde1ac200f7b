package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Explained;
import tools.jackson.databind.JsonNode;

/** What another decoder has read out of each frame we read as well, under the key that means the same. */
class ExpectedValuesTest {

    /** Not of the body, or made up by that decoder where the frame has nothing. */
    private static final Set<String> NOT_IN_BODY = Set.of(
            "messageId",
            "properties",
            "protocolVersion",
            "clientId",
            "serialNo",
            "verified",
            "packageTotal",
            "packageNo");

    private static final Set<String> BYTES = Set.of("value", "body", "packet", "data", "n", "reserves");
    /** Fields of 2019 that decoder shows as 0 in frames of 2013. */
    private static final Map<String, String> NOT_IN_2013 = Map.of("0x8300", "type", "0x8500", "param");

    /** Theirs, ours; with the message in front where a key means something else there, with # inside a value with an id. */
    private static final Map<String, String> OURS = """
            cityId city, provinceId province, deviceId terminal, deviceId_ terminal, deviceModel model, makerId maker
            plateNo plate, softwareVersion software, token code, responseSerialNo serial, deviceType type
            firmwareVersion firmware, hardwareVersion hardware, gnssAttribute gnss, networkAttribute communication
            deviceTime time, dateTime time, alarmTime time, statusBit statusBits, #statusBit status, warnBit alarm
            deviateType side, fileTotal files, roadSign sign, roadSignValue signValue, sequenceNo sequence
            fatigueDegree fatigue, reserves reserved, areaId place, areaType placeType, driveTime seconds, #19/areaId segment
            eventId event, answerId answer, 0x0303.type news, 0x8304.type news, 0x8303[].type id, cardStatus result
            institution agency, licenseNo certificate, licenseValidPeriod expiry, total count, channelId channel
            0x0801.packet data, 0x8108.packet data, 0x0805[].id ids, companyName maker, productModel model, userCode user
            0x0900[].firmwareVersion software, 0x0900[].hardwareVersion hardware, 0x0900[].deviceId device, 0x0900[].id device
            0x0900.key type, 0x0901.body data, audioBitDepth audioBits, audioSamplingRate audioRate
            audioSupport audioOutput, maxAudioChannels mostAudioChannels, maxVideoChannels mostVideoChannels
            startTime start, endTime end, getOffCount off, getOnCount on, channelNo channel, mediaType media
            storageType storage, streamType stream, 0x1205[].size bytes, 0x1205[].warnBit videoAlarms
            platformAlarmId alarm, responseMessageId messageId, resultCode result, 0x8003[].id numbers
            0x8003.responseSerialNo firstSerial, parameter arguments, 0x8106[].id ids, version software
            interval intervalSeconds, validityPeriod validSeconds, 0x8203.type types, 0x8300.content text, sign flags
            0x8302.content question, phoneNumber phone, 0x8400.type flag, 0x8401[].sign may
            param parameter, attribute attributes, duration seconds, radius radiusMetres
            0x8601[].id ids, latitudeLR latitude, latitudeUL latitude, longitudeLR longitude, longitudeUL longitude
            routeId segment, lowerLimit tooShort, upperLimit tooLong, width widthMetres, 0x8608[].id ids
            0x8800[].id numbers, mediaId id, 0x8801.time seconds, 0x8804.time seconds, 0x8804.audioSamplingRate rate
            0x8A00.e exponent, 0x8A00.n modulus, ip server, closeType close, packetLossRate lossPercent
            playbackMode mode, playbackSpeed speed, 0x9202.playbackMode command, playbackTime position
            warnBit1 alarms, warnBit2 videoAlarms, username user, param1 direction, param2 speed, 0x9302.param value
            0x9212.total gapsCount, realtimeEncode mode, storageEncode mode, realtimeResolution resolution
            storageResolution resolution, realtimeFrameInterval keyFrameInterval, storageFrameInterval keyFrameInterval
            realtimeFrameRate frameRate, storageFrameRate frameRate, realtimeBitRate bitRate, storageBitRate bitRate
            odsConfig overlay, audioEnabled audio, storageThreshold storagePercent, #121/duration minutes
            #121/startTime minutesBefore, overloadThreshold passengers, fatigueThreshold fatiguePercent
            conditionType conditions, dayOfWeek days, #124/mode modes, timeFlag times
            sleepTime1 to, sleepTime2 to, sleepTime3 to, sleepTime4 to
            wakeTime1 from, wakeTime2 from, wakeTime3 from, wakeTime4 from
            rearApproachAlarmTimeThreshold rearSeconds, rearSideApproachAlarmTimeThreshold sideSeconds
            """.lines()
            .flatMap(line -> Stream.of(line.split(", ")))
            .map(pair -> pair.split(" "))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    @TestFactory
    Stream<DynamicTest> everyValueThatWasExpectedIsReadUnderItsKey() {
        return ReferenceData.tests(folder ->
                ReferenceData.jsonLines(folder.resolve("yezhihao_decode_pairs.jsonl")).stream()
                        .map(pair -> DynamicTest.dynamicTest(
                                pair.path("frame").path("messageId").asString(), () -> check(pair))));
    }

    private static void check(JsonNode pair) {
        var content = Frames.unwrap(Bytes.ofHex(pair.path("hex").asString()).toArray(), Dialect.STANDARD);
        var read = new TreeMap<String, List<String>>();
        leaves(Jt808.STANDARD.explain(content, null).body(), "", "", read);

        var frame = pair.path("frame");
        var message = frame.path("messageId").asString();
        var is2019 = frame.path("versionFlag2019").asBoolean();
        var madeUp = is2019 ? "" : NOT_IN_2013.getOrDefault(message, "");
        var expected = new TreeMap<String, List<String>>();
        pair.path("expectedDecode").properties().forEach(field -> {
            if (!NOT_IN_BODY.contains(field.getKey()) && !field.getKey().equals(madeUp)) {
                var key = message.equals("0x8500") && !is2019 ? "flags" : field.getKey();
                values(message, "", key, field.getValue(), expected);
            }
        });

        expected.forEach((key, values) -> {
            var ours = read.getOrDefault(key, List.of());
            var at = 0;
            for (var value : values) {
                while (at < ours.size() && !same(ours.get(at), value)) {
                    at++;
                }
                assertThat(at++)
                        .as("%s of %s: %s among %s of %s", value, key, values, ours, read.keySet())
                        .isLessThan(ours.size());
            }
        });
    }

    /** Times are written in several ways there, and numbers of all ones with a sign. */
    private static boolean same(String read, String expected) {
        return read.equals(expected)
                || expected.equals("-1") && Set.of("255", "65535", "4294967295").contains(read)
                || read.matches("0[0-9a-f]{1,7}")
                        && Integer.toString(Integer.parseInt(read, 16)).equals(expected)
                || digits(read).endsWith(digits(expected)) && expected.matches(".*[-:].*[-:].*|[0-9]{6}|[0-9]{12}");
    }

    private static String digits(String text) {
        var time = text.length() == 19 && text.charAt(10) == 'T' ? text.substring(2) : text;
        return time.equals("00:00:00") ? "0000" : time.replaceAll("[-:T]", "");
    }

    /** By key; the parts of a list under its name, the value of an id under # and that id. */
    private static void leaves(List<Explained> fields, String before, String list, Map<String, List<String>> into) {
        Object id = "";
        for (var field : fields) {
            var key = field.key().matches("[0-9]+") ? list : field.key();
            var tag = "#" + id;
            if (field.tagged() && field.isGroup()) {
                add(tag, number(field), into);
                add(tag + "/value", field.raw().hex(), into);
                leaves(field.parts(), id.equals("") ? "" : tag + "/", field.key(), into);
            } else if (field.isGroup()) {
                leaves(field.parts(), before, key, into);
            } else {
                var value = field.value().toString();
                add(field.tagged() ? tag : before + key, value, into);
                if (!before.isEmpty() && key.equals("reserved")) {
                    octets(field.raw()).forEach(octet -> add(before + "p", octet, into));
                } else if (!before.isEmpty()) {
                    add(before + "p", value, into);
                }
            }
            id = field.key().equals("id") && !field.isGroup() ? field.value() : id;
        }
    }

    private static void add(String key, String value, Map<String, List<String>> into) {
        into.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
    }

    private static Stream<String> octets(Bytes bytes) {
        return IntStream.range(0, bytes.length()).mapToObj(at -> String.valueOf(bytes.at(at)));
    }

    /** All of a value in one number, as they have it where we have two. */
    private static String number(Explained field) {
        return field.raw().length() > 4 || field.raw().isEmpty()
                ? ""
                : String.valueOf(Long.parseLong(field.raw().hex(), 16));
    }

    private static void values(
            String message, String before, String name, JsonNode node, Map<String, List<String>> into) {
        if (node.isObject() && name.matches("[0-9]+")) {
            node.properties().forEach(one -> values(message, "#" + name + "/", one.getKey(), one.getValue(), into));
        } else if (node.isObject()) {
            node.properties().stream()
                    .filter(one -> !NOT_IN_BODY.contains(one.getKey()))
                    .forEach(one -> values(message, before, one.getKey(), one.getValue(), into));
        } else if (node.isArray() && BYTES.contains(name)) {
            var hex = new StringBuilder();
            node.forEach(octet -> hex.append(String.format("%02x", octet.asInt() & 0xff)));
            add(ours(message, before, name), hex.toString(), into);
        } else if (node.isArray()) {
            var at = 0;
            for (var item : node) {
                var pair = message.equals("0x9212") && item.isNumber();
                values(message + "[]", before, pair ? at++ % 2 == 0 ? "offset" : "length" : name, item, into);
            }
        } else {
            add(ours(message, before, name), node.asString(), into);
        }
    }

    private static String ours(String message, String before, String name) {
        if (name.matches("[0-9]+")) {
            return "#" + name;
        }
        if (name.matches("p[0-9]{2}")) {
            return before + "p";
        }
        return before
                + Stream.of(
                                before.isEmpty() ? message + "." + name : before + name,
                                before.isEmpty() ? name : "#" + name,
                                name)
                        .filter(OURS::containsKey)
                        .map(OURS::get)
                        .findFirst()
                        .orElse(name);
    }
}
