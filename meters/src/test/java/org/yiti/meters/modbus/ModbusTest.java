package org.yiti.meters.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.meters.MeterRefusal.*;
import static org.yiti.meters.modbus.ReadFunction.*;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiti.meters.Mutations;
import org.yiti.meters.Octets;
import org.yiti.meters.Refuses;

class ModbusTest {

    static Point point(String name, ReadFunction function, int address, Kind kind) {
        return new Point(name, function, address, kind, ByteOrder.ABCD, BigDecimal.ONE, "kWh", null);
    }

    private static TcpFrame frame(int transaction, Pdu pdu) {
        return new TcpFrame(transaction, 17, pdu.octets());
    }

    @Test
    void aQuestionIsWrittenAsTheSpecificationPrintsIt() {
        var read = new Pdu.Read(HOLDING_REGISTERS, 0x6B, 3);

        assertThat(read.octets()).hasToString("03006B0003");
        assertThat(Pdu.question(read.octets())).isEqualTo(read);
        assertThat(new SerialFrame(0x11, read.octets()).encodeRtu())
                .isEqualTo(Octets.hex("1103006B00037687").bytes());
        assertThat(frame(1, read).encode())
                .isEqualTo(Octets.hex("000100000006 11 03006B0003").bytes());
    }

    @Test
    void aReplyBelongsToItsQuestionOrToNone() {
        var asked = frame(5, new Pdu.Read(HOLDING_REGISTERS, 0, 2));
        var values = Pdu.Values.ofRegisters(HOLDING_REGISTERS, 1, 2);

        assertThat(frame(5, values).replyTo(asked)).isEqualTo(values);
        assertThat(frame(5, new Pdu.Refused(3, 2)).replyTo(asked)).isEqualTo(new Pdu.Refused(3, 2));
        Refuses.with(REPLY_TO_ANOTHER_QUESTION, () -> frame(6, values).replyTo(asked));
        Refuses.with(
                REPLY_TO_ANOTHER_QUESTION, () -> frame(5, new Pdu.Refused(4, 2)).replyTo(asked));
        Refuses.with(
                REPLY_TO_ANOTHER_QUESTION,
                () -> frame(5, Pdu.Values.ofRegisters(HOLDING_REGISTERS, 1)).replyTo(asked));
        Refuses.with(
                REPLY_TO_ANOTHER_QUESTION,
                () -> frame(5, Pdu.Values.ofRegisters(INPUT_REGISTERS, 1, 2)).replyTo(asked));
    }

    @Test
    void moreThanOneRequestMayAskIsRefused() {
        Refuses.with(REGISTERS_TOO_MANY, () -> new Pdu.Read(HOLDING_REGISTERS, 0, 126));
        Refuses.with(REGISTERS_TOO_MANY, () -> new Pdu.Read(COILS, 0, 2001));
        Refuses.with(REGISTERS_TOO_MANY, () -> new Pdu.Read(COILS, 0xFFFF, 2));
        Refuses.with(REGISTERS_TOO_MANY, () -> new Pdu.Read(COILS, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "U16, ABCD, FFFE, 65534",
        "S16, ABCD, FFFE, -2",
        "S16, BADC, FEFF, -2",
        "U32, ABCD, 00010002, 65538",
        "U32, CDAB, 00020001, 65538",
        "U32, BADC, 01000200, 65538",
        "U32, DCBA, 02000100, 65538",
        "S32, ABCD, FFFFFFFF, -1",
        "U32, ABCD, FFFFFFFF, 4294967295",
        "U64, ABCD, FFFFFFFFFFFFFFFF, 18446744073709551615",
        "U64, CDAB, 0004000300020001, 281483566841860",
        "S64, ABCD, FFFFFFFFFFFFFFFE, -2",
        "F32, ABCD, 3DCCCCCD, 0.1",
        "F32, CDAB, CCCD3DCC, 0.1",
        "F64, ABCD, 3FB999999999999A, 0.1",
    })
    void numbersAreReadInEveryOrderOfTheirBytes(Kind kind, ByteOrder order, String hex, BigDecimal expected) {
        var point = new Point("p", HOLDING_REGISTERS, 0, kind, order, BigDecimal.ONE, "", null);
        var block = ReadPlan.of(List.of(point)).blocks().get(0);

        var value =
                block.values(new Pdu.Values(HOLDING_REGISTERS, Octets.hex(hex))).get(0);

        assertThat(value.number()).isEqualByComparingTo(expected);
    }

    @Test
    void whatTheDeviceCallsInvalidIsNoValue() {
        var point = new Point(
                "p",
                HOLDING_REGISTERS,
                0,
                Kind.S32,
                ByteOrder.CDAB,
                new BigDecimal("0.1"),
                "kWh",
                new BigDecimal(0x7FFFFFFF));
        var nan = point("f", HOLDING_REGISTERS, 2, Kind.F32);
        var block = ReadPlan.of(List.of(point, nan)).blocks().get(0);

        var values = block.values(new Pdu.Values(HOLDING_REGISTERS, Octets.hex("FFFF7FFF 7FC00000")));
        assertThat(values).allSatisfy(value -> assertThat(value.number()).isNull());

        var scaled = block.values(new Pdu.Values(HOLDING_REGISTERS, Octets.hex("00050000 3F800000")));
        assertThat(scaled).map(Block.Value::number).containsExactly(new BigDecimal("0.5"), new BigDecimal("1.0"));
    }

    @Test
    void bitsAreReadOneByOne() {
        var points = List.of(point("a", COILS, 8, Kind.BIT), point("b", COILS, 17, Kind.BIT));
        var block = ReadPlan.of(points, 125, 20).blocks().get(0);

        assertThat(block.read()).isEqualTo(new Pdu.Read(COILS, 8, 10));
        var values = block.values(new Pdu.Values(COILS, Octets.hex("0002")));
        assertThat(values).map(Block.Value::number).containsExactly(BigDecimal.ZERO, BigDecimal.ONE);
    }

    @Test
    void aPlanReadsNeighboursTogetherAndNothingTooLong() {
        var points = new ArrayList<Point>();
        IntStream.range(0, 70).forEach(i -> points.add(point("h" + i, HOLDING_REGISTERS, 100 + 2 * i, Kind.U32)));
        points.add(point("far", HOLDING_REGISTERS, 5000, Kind.U16));
        points.add(point("input", INPUT_REGISTERS, 100, Kind.U16));

        var plan = ReadPlan.of(points);

        assertThat(plan.blocks())
                .map(Block::read)
                .containsExactly(
                        new Pdu.Read(HOLDING_REGISTERS, 100, 124),
                        new Pdu.Read(HOLDING_REGISTERS, 224, 16),
                        new Pdu.Read(HOLDING_REGISTERS, 5000, 1),
                        new Pdu.Read(INPUT_REGISTERS, 100, 1));
    }

    @Property
    void everyPointLiesInExactlyOneRead(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 3000) Integer> addresses,
            @ForAll @IntRange(min = 4, max = 125) int longest,
            @ForAll @IntRange(min = 0, max = 30) int gap) {
        var points = IntStream.range(0, addresses.size())
                .mapToObj(i -> point("p" + i, HOLDING_REGISTERS, addresses.get(i), Kind.values()[1 + i % 8]))
                .toList();

        var blocks = ReadPlan.of(points, longest, gap).blocks();

        assertThat(blocks.stream().flatMap(block -> block.points().stream()))
                .containsExactlyInAnyOrderElementsOf(points);
        assertThat(blocks).allSatisfy(block -> {
            assertThat(block.read().count()).isLessThanOrEqualTo(longest);
            assertThat(block.points()).allSatisfy(point -> {
                assertThat(point.address()).isGreaterThanOrEqualTo(block.read().address());
                assertThat(point.end())
                        .isLessThanOrEqualTo(
                                block.read().address() + block.read().count());
            });
        });
    }

    @Test
    void aMapThatCannotBeIsRefused() {
        Refuses.with(POINT_MALFORMED, () -> point("x", COILS, 0, Kind.U16));
        Refuses.with(POINT_MALFORMED, () -> point("x", HOLDING_REGISTERS, 0xFFFF, Kind.U32));
        Refuses.with(
                POINTS_OVERLAP,
                () -> ReadPlan.of(List.of(point("x", COILS, 0, Kind.BIT), point("x", COILS, 1, Kind.BIT))));
    }

    @Provide
    Arbitrary<byte[]> broken() {
        return Mutations.of(List.of(
                frame(1, new Pdu.Read(HOLDING_REGISTERS, 0x6B, 3)).encode(),
                frame(2, Pdu.Values.ofRegisters(HOLDING_REGISTERS, 1, 2, 3)).encode(),
                frame(3, new Pdu.Refused(3, 2)).encode(),
                frame(4, new Pdu.Values(COILS, Octets.hex("FF01"))).encode()));
    }

    @Property(tries = 3000)
    void brokenBytesAreRefusedByNameAndNothingElse(@ForAll("broken") byte[] bytes) {
        Refuses.orTakes(garbage -> new TcpReader().feed(garbage, frame -> {}), bytes);
        Refuses.orTakes(SerialFrame::decodeRtu, bytes);
        Refuses.orTakes(SerialFrame::decodeAscii, new String(bytes, StandardCharsets.ISO_8859_1));
        Refuses.orTakes(
                garbage -> {
                    var frame = TcpFrame.decode(garbage);
                    assertThat(frame.encode()).isEqualTo(garbage);
                    Refuses.orTakes(Pdu::question, frame.pdu());
                    Refuses.orTakes(pdu -> assertThat(Pdu.reply(pdu).octets()).isEqualTo(pdu), frame.pdu());
                },
                bytes);
    }

    @Test
    void framesAreFoundHoweverTheStreamIsCut() {
        var stream = new ByteArrayOutputStream();
        IntStream.range(0, 50)
                .forEach(i -> stream.writeBytes(
                        frame(i, new Pdu.Read(INPUT_REGISTERS, i, 1)).encode()));
        var reader = new TcpReader();
        var found = new ArrayList<TcpFrame>();
        for (var octet : stream.toByteArray()) {
            reader.feed(new byte[] {octet}, found::add);
        }
        assertThat(found)
                .map(TcpFrame::transaction)
                .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
        Refuses.with(PROTOCOL_UNKNOWN, () -> new TcpReader().feed("GET / HTTP/1.1".getBytes(), found::add));
    }
}
