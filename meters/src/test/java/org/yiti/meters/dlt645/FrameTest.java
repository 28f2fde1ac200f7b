package org.yiti.meters.dlt645;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.meters.MeterRefusal.*;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiti.meters.Octets;
import org.yiti.meters.Refuses;

class FrameTest {

    private static final MeterAddress METER = MeterAddress.of("202608210001");

    private static byte[] hex(String text) {
        return Octets.hex(text).bytes();
    }

    private static String written(Question question) {
        return Octets.of(question.frame().encode()).toString();
    }

    @Test
    void questionsAreWrittenAsTheStandardPrintsThem() {
        assertThat(written(Question.whoIsThere())).isEqualTo("FEFEFEFE68AAAAAAAAAAAA681300DF16");
        assertThat(written(Question.read(METER, DataId.FORWARD_ACTIVE_ENERGY)))
                .isEqualTo("FEFEFEFE680100210826206811043333343322" + "16");
    }

    @Test
    void aReplyIsReadWithItsUnit() {
        var question = Question.read(METER, DataId.FORWARD_ACTIVE_ENERGY);
        var answer = (Answer.Data)
                Answer.to(question, Frame.decode(hex("FEFEFEFE 68 010021082620 68 91 08 33333433 89674533 0E 16")));

        assertThat(answer.more()).isFalse();
        assertThat(answer.values()).singleElement().satisfies(value -> {
            assertThat(value.number()).isEqualTo("1234.56");
            assertThat(value.item().unit()).isEqualTo("kWh");
            assertThat(value.item().resolution()).isEqualTo("0.01");
            assertThat(value.item().name(Locale.CHINESE)).isEqualTo("(当前)正向有功总电能");
        });
    }

    @Test
    void aMeterThatHasNoSuchDataSaysSo() {
        var question = Question.read(METER, DataId.FORWARD_ACTIVE_ENERGY);
        var answer = Answer.to(question, Frame.decode(hex("68 010021082620 68 D1 01 35 47 16")));

        assertThat(((Answer.Refused) answer).faults()).isEqualTo(Set.of(Fault.NO_SUCH_DATA));
    }

    @Test
    void aReplyOfAnotherMeterOrToAnotherQuestionIsNone() {
        var question = Question.read(MeterAddress.of("1"), DataId.FORWARD_ACTIVE_ENERGY);
        var reply = Frame.decode(hex("68 010021082620 68 91 08 33333433 89674533 0E 16"));

        Refuses.with(REPLY_OF_ANOTHER_METER, () -> Answer.to(question, reply));
        Refuses.with(
                REPLY_TO_ANOTHER_QUESTION, () -> Answer.to(Question.read(METER, DataId.REVERSE_ACTIVE_ENERGY), reply));
        Refuses.with(REPLY_TO_ANOTHER_QUESTION, () -> Answer.to(Question.whoIsThere(), reply));
    }

    @Test
    void wildcardsCoverWhatTheyLeaveOpen() {
        assertThat(MeterAddress.of("AAAAAAAA0001").covers(METER)).isTrue();
        assertThat(MeterAddress.of("AAAAAAAA0002").covers(METER)).isFalse();
        assertThat(MeterAddress.ANY.covers(METER)).isTrue();
        Refuses.with(ADDRESS_MALFORMED, () -> MeterAddress.of("A1"));
        Refuses.with(ADDRESS_MALFORMED, () -> MeterAddress.of("1234567890123"));
        Refuses.with(ADDRESS_MALFORMED, () -> Question.writeAddress(MeterAddress.ANY));
    }

    @ParameterizedTest
    @CsvSource({
        "02010100, 9808, 89.8, V",
        "02020100, 341280, -1.234, A",
        "02020100, 341200, 1.234, A",
        "02030000, 563492, -12.3456, kW",
        "02060000, 9989, -0.999, ''",
        "02800002, 0150, 50.01, Hz",
        "00000000, 56341280, -1234.56, kWh",
        "00010205, 56341280, 801234.56, kWh",
        "9010, 56341200, 1234.56, kWh",
        "B611, 2002, 220, V",
    })
    void valuesAreReadByTheirFormat(String id, String sent, BigDecimal value, String unit) {
        var read = new Answer.Data(DataId.of(id), Octets.hex(sent), false, 0).values();
        assertThat(read).singleElement().satisfies(v -> {
            assertThat(v.number()).isEqualByComparingTo(value);
            assertThat(v.item().unit()).isEqualTo(unit);
            assertThat(v.item().write(value)).isEqualTo(Octets.hex(sent));
        });
    }

    @Test
    void aBlockHasOneValueForEachTariffOrPhase() {
        var tariffs = new Answer.Data(DataId.of("0001FF00"), Octets.hex("00010000 00020000 00030000"), false, 0);
        var phases = new Answer.Data(DataId.of("0201FF00"), Octets.hex("0122 0222 FFFF"), false, 0);

        assertThat(tariffs.values())
                .extracting(Measured::number)
                .containsExactly(new BigDecimal("1.00"), new BigDecimal("2.00"), new BigDecimal("3.00"));
        assertThat(phases.values())
                .extracting(Measured::number)
                .containsExactly(new BigDecimal("220.1"), new BigDecimal("220.2"), null);
    }

    @Test
    void aDemandSaysWhenItWas() {
        var demand = new Answer.Data(DataId.of("01010000"), Octets.hex("563412 3014280926"), false, 0);

        assertThat(demand.values()).singleElement().satisfies(value -> {
            assertThat(value.number()).isEqualTo("12.3456");
            assertThat(value.text()).isEqualTo("2609281430");
        });
    }

    @Test
    void whatNobodyKnowsStaysRaw() {
        var data = new Answer.Data(DataId.of("04FFFF01"), Octets.hex("0102"), false, 0);

        assertThat(data.values()).isEmpty();
        assertThat(data.octets()).isEqualTo(Octets.hex("0102"));
    }

    @Test
    void whatIsNoDecimalNumberIsRefusedWithItsPlace() {
        var data = new Answer.Data(DataId.FORWARD_ACTIVE_ENERGY, Octets.hex("56341F12"), false, 0);

        assertThat(Refuses.with(BCD_MALFORMED, data::values).facts()).hasToString("{at=1}");
    }

    @Test
    void followingFramesAreAskedForAndPutTogether() {
        var id = DataId.of("0001FF00");
        var ask = Question.read(METER, id);
        var first =
                (Answer.Data) Answer.to(ask, Frame.reply(METER, Function.READ, true, Octets.hex("00FF0100 00010000")));
        var following = Following.of(first);

        assertThat(following.complete()).isFalse();
        var second = Answer.to(
                following.next(METER), Frame.reply(METER, Function.FOLLOW, false, Octets.hex("00FF0100 00020000 01")));
        var whole = following.and((Answer.Data) second);

        assertThat(whole.complete()).isTrue();
        assertThat(whole.soFar().values()).hasSize(2);
        Refuses.with(REPLY_TO_ANOTHER_QUESTION, () -> whole.and((Answer.Data) second));
        Refuses.with(FOLLOWING_FRAME_OUT_OF_ORDER, () -> following.and(new Answer.Data(id, Octets.NONE, false, 2)));
    }

    @Test
    void aMeterThatNeverEndsIsCutOff() {
        var id = DataId.of("0001FF00");
        var following = Following.of(new Answer.Data(id, Octets.NONE, true, 0));
        for (var i = 1; i <= Following.MOST_FRAMES; i++) {
            following = following.and(new Answer.Data(id, Octets.NONE, true, i));
        }
        var longest = following;
        Refuses.with(FOLLOWING_FRAMES_TOO_MANY, () -> longest.and(new Answer.Data(id, Octets.NONE, true, 0)));
    }

    @Test
    void clockFreezeAndAddressAreWrittenLowestFirst() {
        assertThat(Question.time(LocalDateTime.of(2026, 11, 28, 8, 5, 9)).data())
                .isEqualTo(Octets.hex("090508281126"));
        assertThat(Question.freeze(METER, "99010000").data()).isEqualTo(Octets.hex("00000199"));
        assertThat(Question.writeAddress(METER).data()).isEqualTo(Octets.hex("010021082620"));
        var write = Question.write(
                METER, DataId.of("04000103"), Octets.hex("02000000"), Octets.hex("78563412"), Octets.hex("15"));
        assertThat(write.data()).isEqualTo(Octets.hex("03010004 02000000 78563412 15"));
        assertThat(write.frame().control()).isEqualTo(0x14);
    }

    @Test
    void theEditionOf1997IsAskedWithItsOwnCodes() {
        var question = Question.read(METER, DataId.FORWARD_ACTIVE_ENERGY_1997);
        assertThat(written(question))
                .isEqualTo("FEFEFEFE68010021082620680102" + "43C3" + sum("68010021082620680102" + "43C3") + "16");

        var answer = (Answer.Data)
                Answer.to(question, Frame.reply(METER, Function.READ_1997, false, Octets.hex("1090 56341200")));
        assertThat(answer.values())
                .singleElement()
                .satisfies(v -> assertThat(v.number()).isEqualTo("1234.56"));
    }

    private static String sum(String hex) {
        var sum = 0;
        for (var octet : hex(hex)) {
            sum += octet;
        }
        return "%02X".formatted(sum & 0xFF);
    }

    @Test
    void whatIsWrongWithAFrameIsToldWithItsPlace() {
        var good = "68 010021082620 68 D1 01 35 47 16";

        Refuses.with(FRAME_CUT, () -> Frame.decode(hex("68 0100")));
        Refuses.with(FRAME_CUT, () -> Frame.decode(hex("FEFE")));
        Refuses.with(FRAME_START_MISSING, () -> Frame.decode(hex("69" + good.substring(2))));
        Refuses.with(CHECKSUM_WRONG, () -> Frame.decode(hex(good.replace("47 16", "48 16"))));
        Refuses.with(FRAME_END_MISSING, () -> Frame.decode(hex(good.replace("47 16", "47 17"))));
        Refuses.with(BYTES_AFTER_FRAME, () -> Frame.decode(hex(good + "00")));
        Refuses.with(FRAME_LENGTH_WRONG, () -> Frame.decode(hex("68 010021082620 68 91 C9")));
    }

    @Test
    void everyLineOfTheTableIsReadable() {
        assertThat(DataItems.identifiers().distinct().toList())
                .hasSize((int) DataItems.identifiers().count())
                .hasSizeGreaterThan(80);
        for (var pattern : DataItems.identifiers().toList()) {
            for (var part : List.of("00", "01", "FF")) {
                var id = DataId.of(
                        pattern.replace("TT", part).replace("DD", part).replace("PP", part));
                var item = DataItems.find(id).orElseThrow();
                assertThat(item.bytes()).as(pattern).isBetween(1, 32);
                assertThat(item.chinese()).doesNotContain("{");
                assertThat(item.english()).doesNotContain("{").doesNotContainPattern("\\p{IsHan}");
            }
        }
    }
}
