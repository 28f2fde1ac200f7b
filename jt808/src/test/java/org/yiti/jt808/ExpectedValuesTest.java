package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Explained;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What another decoder has read out of each frame, field after field, we read as well. */
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

    @TestFactory
    Stream<DynamicTest> everyValueThatWasExpectedIsRead() throws IOException {
        var file = ReferenceData.folder("jt808").resolve("yezhihao_decode_pairs.jsonl");
        return Files.readAllLines(file).stream()
                .map(line -> new JsonMapper().readTree(line))
                .map(pair -> {
                    var hex = pair.path("hex").asString();
                    return DynamicTest.dynamicTest(hex.substring(2, Math.min(50, hex.length())), () -> check(pair));
                });
    }

    private static void check(JsonNode pair) {
        var content = Frames.unwrap(Bytes.ofHex(pair.path("hex").asString()).toArray(), Dialect.STANDARD);
        var explanation = Jt808.STANDARD.explain(content, null);
        var read = new ArrayList<String>();
        leaves(explanation.body(), read);

        var expected = new ArrayList<String>();
        var frame = pair.path("frame");
        var madeUp = frame.path("versionFlag2019").asBoolean()
                ? ""
                : NOT_IN_2013.get(frame.path("messageId").asString());
        pair.path("expectedDecode").properties().forEach(field -> {
            if (!NOT_IN_BODY.contains(field.getKey()) && !field.getKey().equals(madeUp)) {
                values(field.getKey(), field.getValue(), expected);
            }
        });

        var at = 0;
        for (var value : expected) {
            var found = at;
            while (found < read.size() && !same(read.get(found), value)) {
                found++;
            }
            assertThat(found)
                    .as("%s among %s", value, read.subList(at, read.size()))
                    .isLessThan(read.size());
            at = found + 1;
        }
    }

    /** Times are written in several ways there, and bytes with a sign. */
    private static boolean same(String read, String expected) {
        return read.equals(expected)
                || read.matches("0[0-9a-f]{1,7}")
                        && Integer.toString(Integer.parseInt(read, 16)).equals(expected)
                || digits(read).endsWith(digits(expected)) && expected.matches(".*[-:].*[-:].*|[0-9]{6}|[0-9]{12}");
    }

    private static String digits(String text) {
        var time = text.length() == 19 && text.charAt(10) == 'T' ? text.substring(2) : text;
        return time.equals("00:00:00") ? "0000" : time.replaceAll("[-:T]", "");
    }

    private static void leaves(List<Explained> fields, List<String> into) {
        for (var field : fields) {
            if (field.parts().isEmpty()) {
                into.add(field.value().toString());
            }
            leaves(field.parts(), into);
        }
    }

    private static void values(String name, JsonNode node, List<String> into) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (!NOT_IN_BODY.contains(field.getKey())) {
                    values(field.getKey(), field.getValue(), into);
                }
            });
        } else if (node.isArray() && BYTES.contains(name)) {
            var hex = new StringBuilder();
            node.forEach(octet -> hex.append(String.format("%02x", octet.asInt() & 0xff)));
            into.add(hex.toString());
        } else if (node.isArray()) {
            node.forEach(item -> values(name, item, into));
        } else if (!node.asString().equals("-1")) { // Java's sign, and too many of them to tell apart
            into.add(node.asString());
        }
    }
}
