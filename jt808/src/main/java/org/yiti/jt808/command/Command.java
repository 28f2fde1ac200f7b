package org.yiti.jt808.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.yiti.jt808.Catalogue;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;

/**
 * {@code java -jar jt808.jar decode HEX [--version 2011|2013|2019] [--dialect NAME]} explains a frame; without HEX, frames
 * from standard input, one a line. {@code encode JSON} makes frames; {@code messages} lists what is known. Exit code 0:
 * all was well; 1: something was refused; 2: the question was not understood.
 */
public final class Command {

    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final String USAGE = """
            java -jar jt808.jar decode [HEX…] [--version 2011|2013|2019] [--dialect NAME]   explain frames 解释报文
            java -jar jt808.jar encode [JSON] [--version …] [--dialect NAME]                make frames 生成报文
            java -jar jt808.jar messages [--dialect NAME]                                   list messages 列出消息
            Without HEX or JSON, lines of standard input are read. Dialects 方言: %s
            """;

    private final InputStream in;
    private final PrintStream out;

    public Command(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    public static void main(String[] words) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var code = new Command(System.in, out).run(words);
        out.flush();
        System.exit(code);
    }

    public int run(String... words) {
        var asked = Arguments.of(words);
        if (asked.isEmpty()) {
            out.printf(USAGE, String.join(", ", org.yiti.jt808.Dialects.names()));
            return NOT_UNDERSTOOD;
        }
        try {
            return switch (asked.get().act()) {
                case DECODE -> decode(asked.get());
                case ENCODE -> encode(asked.get());
                case MESSAGES -> messages(asked.get());
            };
        } catch (IOException unreadable) {
            out.println(unreadable.getMessage());
            return NOT_UNDERSTOOD;
        }
    }

    private int decode(Arguments asked) throws IOException {
        var decoding = new Decoding(asked.dialects(), asked.version());
        var failed = new boolean[1];
        if (asked.given().isEmpty()) {
            lines(line -> failed[0] |= !explain(decoding, line, false));
        }
        asked.given().forEach(hex -> failed[0] |= !explain(decoding, hex, true));
        return failed[0] ? REFUSED : 0;
    }

    private boolean explain(Decoding decoding, String line, boolean indented) {
        decoding.read(line).forEach(shown -> out.println(Json.write(shown, indented)));
        return !decoding.hasFailed();
    }

    private int encode(Arguments asked) throws IOException {
        var failed = new boolean[1];
        if (asked.given().isEmpty()) {
            lines(line -> failed[0] |= !encode(asked, line));
        }
        asked.given().forEach(json -> failed[0] |= !encode(asked, json));
        return failed[0] ? REFUSED : 0;
    }

    private boolean encode(Arguments asked, String line) {
        try {
            var order = JsonReader.object(line);
            var jt808 = new Jt808(asked.dialect() == null ? Order.dialect(order) : asked.dialect());
            var frames = Order.frames(order, jt808, asked.version() == null ? Version.V2013 : asked.version());
            frames.forEach(frame -> out.println(Bytes.of(frame).hex()));
            return true;
        } catch (Refused refused) {
            out.println(Json.write(Shown.refusal(refused, Bytes.NONE), false));
            return false;
        }
    }

    /** Of the standards in their order; of another dialect all it knows, by id. */
    private int messages(Arguments asked) {
        for (var kind :
                asked.dialect() == null ? Catalogue.ALL : asked.dialect().messages()) {
            var shown = new LinkedHashMap<String, Object>(Shown.kind(kind));
            shown.put("since", kind.since().year());
            shown.put("until", kind.until().year());
            out.println(Json.write(shown, false));
        }
        return 0;
    }

    private void lines(java.util.function.Consumer<String> read) throws IOException {
        var characters = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        var line = new StringBuilder();
        for (var one = characters.read(); one >= 0; one = characters.read()) {
            if (one == '\n') {
                tell(line, read);
            } else if (line.length() <= Decoding.MOST_CHARACTERS) {
                line.append((char) one);
            }
        }
        tell(line, read);
    }

    private static void tell(StringBuilder line, java.util.function.Consumer<String> read) {
        if (!line.isEmpty() && !line.toString().isBlank()) {
            read.accept(line.toString());
        }
        line.setLength(0);
    }
}
