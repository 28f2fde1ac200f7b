package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
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
        pair.path("expectedDecode").properties().forEach(field -> {
            if (!NOT_IN_BODY.contains(field.getKey())
                    || pair.path("frame").path("messageId").asString().equals("0x9208")) {
                values(field.getKey(), field.getValue(), expected);
            }
        });

        var at = 0;
        for (var value : expected) {
            var found = at;
            while (found < read.size() && !read.get(found).equals(value)) {
                found++;
            }
            assertThat(found)
                    .as("%s among %s", value, read.subList(Math.min(at, read.size()), read.size()))
                    .isLessThan(read.size());
            at = found + 1;
        }
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
        } else if (node.isArray()) {
            node.forEach(item -> values(name, item, into));
        } else {
            into.add(node.asString());
        }
    }
}
