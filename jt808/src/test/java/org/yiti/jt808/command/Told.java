package org.yiti.jt808.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.yiti.jt808.Header;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Packet;
import org.yiti.jt808.layout.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the command tells of a frame, for tests to look into. */
final class Told {

    static final String POSITION = "00000000000000030260f55406f015a50034025d005a260821103000";

    private static final JsonMapper JSON = new JsonMapper();

    private Told() {}

    static JsonNode of(int id, String body, String... options) {
        return JSON.readTree(run(frame(id, body), options));
    }

    static JsonNode of2019(int id, String body) {
        return JSON.readTree(run(frame2019(id, body)));
    }

    static JsonNode ofFrame(String hex, String... options) {
        return JSON.readTree(run(hex, options).lines().findFirst().orElseThrow());
    }

    static String run(String lines, String... options) {
        var words = new String[options.length + 1];
        words[0] = "decode";
        System.arraycopy(options, 0, words, 1, options.length);
        return command(lines, words);
    }

    static String command(String in, String... words) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Command(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), print).run(words);
        return out.toString(StandardCharsets.UTF_8);
    }

    static String frame(int id, String body) {
        return frame(id, body.length() / 2, "013800138000", 0, body);
    }

    static String frame2019(int id, String body) {
        return frame(id, 0x4000 | body.length() / 2, "00000000013800138000", 1, body);
    }

    static String frame(int id, int attributes, String phone, int version, String body) {
        var header = new Header(id, attributes, version, phone, 1, 0, 0);
        return Bytes.of(Jt808.STANDARD.encode(new Packet(header, Bytes.ofHex(body))))
                .hex();
    }

    /** The first field with that key, however deep. */
    static JsonNode field(JsonNode told, String key) {
        var found = find(told.path("body"), key);
        return found == null ? MissingNode.getInstance() : found;
    }

    private static JsonNode find(JsonNode fields, String key) {
        for (var field : fields) {
            var found = field.path("key").asString().equals(key) ? field : find(field.path("parts"), key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** All words of a field in Chinese. */
    static String words(JsonNode field) {
        var said = new StringBuilder();
        field.path("meaning")
                .forEach(word -> said.append(word.path("zh").asString()).append('|'));
        return said.toString();
    }
}
