package org.yiti.meters;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yiti.meters.cjt188.WaterReading;
import org.yiti.meters.dlt645.Answer;
import org.yiti.meters.dlt645.DataId;
import org.yiti.meters.dlt645.Frame;
import org.yiti.meters.dlt645.Function;
import org.yiti.meters.dlt645.MeterAddress;
import org.yiti.meters.dlt645.Question;
import org.yiti.meters.json.ReadingBatch;
import org.yiti.meters.json.ReadingTopic;
import org.yiti.meters.mbus.Reply;
import org.yiti.meters.mbus.Telegram;
import org.yiti.meters.modbus.Pdu;
import org.yiti.meters.modbus.ReadFunction;
import org.yiti.meters.modbus.ReadPlan;
import org.yiti.meters.modbus.SerialFrame;
import org.yiti.meters.modbus.SunSpec;
import org.yiti.meters.modbus.SunSpecMeter;
import org.yiti.meters.modbus.TcpFrame;
import org.yiti.meters.modbus.TcpReader;

/**
 * Whatever bytes come, nothing but {@link MeterRefused} comes out, what is read is written again as it was, and little is
 * held. As a test it runs over its corpus; {@code JAZZER_FUZZ=1 mvn -pl meters test -Dtest=HostileBytesTest#aSerialLine}
 * looks for more.
 */
class HostileBytesTest {

    private static final MeterAddress ANY = MeterAddress.ANY;
    private static final List<Question> QUESTIONS = List.of(
            Question.whoIsThere(),
            Question.follow(ANY, DataId.of("0001FF00"), 1),
            Question.read(ANY, DataId.of("00010000")),
            Question.read(ANY, DataId.of("0001FF00")),
            Question.read(ANY, DataId.of("01010000")),
            Question.read(ANY, DataId.of("04000403")),
            Question.read(ANY, DataId.FORWARD_ACTIVE_ENERGY_1997));
    private static final org.yiti.meters.cjt188.Frame WATER =
            org.yiti.meters.cjt188.Frame.ask(0x10, org.yiti.meters.cjt188.Frame.ANY, "1F90", 0);
    private static final int LONGEST_FRAME = 300;

    private static <F> List<F> found(FrameFinder<F> finder, byte[] line) {
        var found = new ArrayList<F>();
        finder.feed(line, found::add);
        assertThat(finder.kept()).isLessThanOrEqualTo(LONGEST_FRAME);
        finder.quiet(found::add);
        assertThat(finder.kept()).isZero();
        return found;
    }

    private static <T> void each(List<T> all, Consumer<T> reader) {
        all.forEach(one -> Refuses.orTakes(reader, one));
    }

    /** Meters of electricity, water and heat answer on it, whoever was asked. */
    @FuzzTest(maxDuration = "5m")
    void aSerialLine(byte[] line) {
        found(Frame.finder(), line).forEach(HostileBytesTest::answered);
        each(found(org.yiti.meters.cjt188.Frame.finder(), line), frame -> WaterReading.of(WATER, frame));
        each(found(Telegram.finder(), line), Reply::of);
        Refuses.orTakes(bytes -> assertThat(Frame.decode(bytes).encode()).isEqualTo(bytes), line);
        Refuses.orTakes(bytes -> assertThat(Telegram.decode(bytes).encode()).isEqualTo(bytes), line);
        Refuses.orTakes(
                bytes -> assertThat(SerialFrame.decodeRtu(bytes).encodeRtu()).isEqualTo(bytes), line);
        Refuses.orTakes(SerialFrame::decodeAscii, new String(line, StandardCharsets.ISO_8859_1));
    }

    /** Past delimiters and checksums, which a fuzzer finds hard to guess. */
    @FuzzTest(maxDuration = "5m")
    void whatAMeterAnswers(byte[] data) {
        var dlt645 = Octets.of(data).slice(0, Math.min(data.length, 200));
        for (var function : Function.values()) {
            Refuses.orTakes(octets -> answered(Frame.reply(ANY, function, data.length % 2 == 0, octets)), dlt645);
        }
        var water = Octets.of(data).slice(0, Math.min(data.length, 100));
        Refuses.orTakes(
                octets -> WaterReading.of(
                        WATER, new org.yiti.meters.cjt188.Frame(0, 0x10, "00000000000001", 0x81, octets)),
                water);
        var mbus = Octets.of(data).slice(0, Math.min(data.length, 252));
        for (var information : List.of("", "70", "72", "73", "78", "7A")) {
            Refuses.orTakes(
                    octets -> Reply.of(new Telegram(
                            Telegram.Form.LONG, 8, 1, Octets.hex(information).plus(octets))),
                    mbus);
        }
    }

    private static void answered(Frame frame) {
        for (var question : QUESTIONS) {
            Refuses.orTakes(
                    reply -> {
                        if (Answer.to(question, reply) instanceof Answer.Data answer) {
                            assertThat(answer.values()).hasSizeLessThanOrEqualTo(200);
                        }
                    },
                    frame);
        }
    }

    @FuzzTest(maxDuration = "5m")
    void aModbusConnection(byte[] stream) {
        Refuses.orTakes(bytes -> new TcpReader().feed(bytes, HostileBytesTest::spoken), stream);
        Refuses.orTakes(
                bytes -> {
                    var frame = TcpFrame.decode(bytes);
                    assertThat(frame.encode()).isEqualTo(bytes);
                    spoken(frame);
                },
                stream);
    }

    private static void spoken(TcpFrame frame) {
        Refuses.orTakes(Pdu::question, frame.pdu());
        Refuses.orTakes(pdu -> assertThat(Pdu.reply(pdu).octets()).isEqualTo(pdu), frame.pdu());
    }

    /** A device that says what it likes of itself, for as long as it likes. */
    @FuzzTest(maxDuration = "5m")
    void theRegistersOfADevice(byte[] registers) {
        Refuses.orTakes(
                bytes -> {
                    for (var model : SunSpec.discover((address, count) -> read(bytes, address, count))) {
                        if (SunSpecMeter.isMeter(model)) {
                            var plan = ReadPlan.of(SunSpecMeter.points(model));
                            var values = new ArrayList<org.yiti.meters.modbus.Block.Value>();
                            plan.blocks()
                                    .forEach(block -> values.addAll(block.values((Pdu.Values) read(
                                            bytes,
                                            block.read().address(),
                                            block.read().count()))));
                            SunSpecMeter.values(model, values);
                        }
                    }
                },
                registers);
    }

    private static Pdu read(byte[] registers, int address, int count) {
        var values = new int[count];
        for (var i = 0; i < count; i++) {
            var at = 2 * ((address + i) % 40_000);
            values[i] = at + 1 < registers.length ? (registers[at] & 0xFF) << 8 | registers[at + 1] & 0xFF : 0xFFFF;
        }
        return Pdu.Values.ofRegisters(ReadFunction.HOLDING_REGISTERS, values);
    }

    /** What a gateway publishes: the topic is the first line. */
    @FuzzTest(maxDuration = "5m")
    void aLetter(byte[] letter) {
        var text = new String(letter, StandardCharsets.UTF_8);
        Refuses.orTakes(ReadingTopic::parse, text.lines().findFirst().orElse(""));
        Refuses.orTakes(
                json -> {
                    var batch = ReadingBatch.parse(json);
                    assertThat(batch.readings()).hasSizeBetween(1, ReadingBatch.MOST_READINGS);
                    assertThat(ReadingBatch.parse(batch.json())).isEqualTo(batch);
                },
                letter);
    }
}
