package org.yiti.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.jt808.frame.Assembled;
import org.yiti.jt808.frame.Assembler;
import org.yiti.jt808.frame.FrameReader;
import org.yiti.jt808.frame.Received;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;
import org.yiti.jt808.position.Extras;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.vendor.Trackers;

class ReadmeTest {

    private static final String STREAM = "7E02000028013800138000000300000000000000030260F55406F015A50034025D005A"
            + "26082110300001040001E24030011F310109AA7E";

    @Test
    void whatTheReadmeShowsRuns() {
        var reader = new FrameReader(Dialect.STANDARD);
        var assembler = new Assembler(Dialect.STANDARD);
        var jt808 = Jt808.STANDARD;
        Version session = null;
        var odometers = new ArrayList<Long>();
        var sent = new ArrayList<byte[]>();

        for (var received : reader.read(Bytes.ofHex(STREAM).toArray())) {
            if (received instanceof Received.Frame frame) {
                for (var assembled : assembler.offer(jt808.packet(frame.content()), 0)) {
                    if (assembled instanceof Assembled.Whole whole) {
                        var message = jt808.decode(whole.packet(), session);
                        session = message.version();
                        message.as(Location.class)
                                .flatMap(location -> location.find(Extras.ODOMETER, message.version()))
                                .ifPresent(odometers::add);
                        var reply = new GeneralReply(whole.last().serial(), message.id(), GeneralReply.OK);
                        sent.addAll(jt808.encode(
                                GeneralReply.PLATFORM,
                                reply,
                                message.version(),
                                message.header().phone(),
                                0));
                    }
                }
            }
        }

        assertThat(odometers).containsExactly(123_456L);
        assertThat(sent)
                .singleElement()
                .satisfies(frame ->
                        assertThat(Bytes.of(frame).hex()).isEqualTo("7e80010005013800138000000000030200002f7e"));
        assertThat(session).isEqualTo(Version.V2013);
    }

    record MyMessage(int serial, Text text) {
        static MyMessage pass(Pass<MyMessage> p) {
            return new MyMessage(
                    p.word("流水号", "serial", MyMessage::serial), p.text(Width.OCTET, "文本", "text", MyMessage::text));
        }
    }

    @Test
    void aDialectHasMessagesOfItsOwn() {
        var battery = Extras.word(0xE1, "电池电压", "battery", Meaning.scaled("V", 1000));
        var kind = Kind.of(0xE001, "自定义", "my message", MyMessage::pass);
        var mine = new Jt808(Dialect.STANDARD
                .named("mine")
                .withValues(List.of(battery))
                .withKinds(List.of(kind))
                .with(Tolerance.COUNT_WRONG, Tolerance.SERIAL_REPEATED));
        var body = new MyMessage(7, Text.of("你好"));

        var frame = mine.encode(kind, body, Version.V2013, "013800138000", 1).get(0);
        var reader = new FrameReader(mine.dialect());
        var content = ((Received.Frame) reader.read(frame).get(0)).content();
        assertThat(mine.decode(content, null).as(MyMessage.class)).contains(body);
        assertThat(Jt808.STANDARD.decode(content, null).as(Opaque.class)).isPresent();
    }

    @Test
    void theTableListsEveryMessageThereIs() throws IOException {
        var readme = Files.readString(Path.of("README.md"));

        for (var kind : Catalogue.ALL) {
            assertThat(readme)
                    .contains("| %s | %s | %s | %s | %s | %s | %s |"
                            .formatted(
                                    kind.hex().substring(2),
                                    kind.isFromTerminal() ? "↑" : "↓",
                                    kind.zh(),
                                    kind.en(),
                                    mark(kind, Version.V2011),
                                    mark(kind, Version.V2013),
                                    mark(kind, Version.V2019)));
        }
        for (var kind : Trackers.ALL) {
            assertThat(readme)
                    .contains("| %s | %s | %s | %s |"
                            .formatted(
                                    kind.hex().substring(2), kind.isFromTerminal() ? "↑" : "↓", kind.zh(), kind.en()));
        }
        assertThat(readme.lines().filter(line -> line.matches("\\| [0-9A-F]{4} \\|.*")))
                .hasSize(Catalogue.ALL.size() + Trackers.ALL.size());
    }

    @Test
    void theTableListsEveryDialectThatHasAName() throws IOException {
        var readme = Files.readString(Path.of("README.md"));

        assertThat(Dialects.names()).allSatisfy(name -> assertThat(readme).contains("| `" + name + "` |"));
    }

    private static String mark(Kind<?> kind, Version version) {
        return kind.isOf(version) ? "●" : "";
    }
}
