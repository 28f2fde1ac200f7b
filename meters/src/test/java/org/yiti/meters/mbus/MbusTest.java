package org.yiti.meters.mbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.meters.MeterRefusal.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiti.meters.Mutations;
import org.yiti.meters.Octets;
import org.yiti.meters.Refuses;

class MbusTest {

    /** Header of a water meter 12345678. */
    private static final String HEADER = "72 78563412 2440 01 07 55 00 0000";

    private static Telegram reply(String records) {
        return new Telegram(Telegram.Form.LONG, 8, 2, Octets.hex(HEADER + records));
    }

    private static DataRecord read(String record) {
        var records = ((Reply.Records) Reply.of(Telegram.decode(reply(record).encode()))).records();
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    @Test
    void questionsAreWrittenAsTheStandardPrintsThem() {
        assertThat(Telegram.ask(1).encode()).isEqualTo(Octets.hex("105B015C16").bytes());
        assertThat(Telegram.reset(254).encode())
                .isEqualTo(Octets.hex("1040FE3E16").bytes());
        assertThat(Telegram.decode(Octets.hex("E5").bytes()).form()).isEqualTo(Telegram.Form.SINGLE);
    }

    @ParameterizedTest
    @CsvSource({
        "03 13 153100, Volume, m^3, 12.565",
        "04 06 E8030000, Energy, Wh, 1000000",
        "0C 06 78563412, Energy, Wh, 12345678000",
        "02 5A 0CFE, Flow temperature, °C, -50.0",
        "0A 5A 34F2, Flow temperature, °C, -23.4",
        "05 2B 00002041, Power, W, 10.0",
        "04 FB01 64000000, Energy, Wh, 100000000",
        "04 FB08 64000000, Energy, J, 10000000000",
        "02 FD48 6608, Voltage, V, 215.0",
        "04 FD59 10270000, Current, A, 10.000",
        "04 9374 10270000, Volume, m^3, 0.10000",
        "04 22 02000000, On time, s, 7200",
        "0D 78 C3 563412, Fabrication No, '', 123456",
        "0D 78 D2 3412, Fabrication No, '', -1234",
        "01 FD17 05, Error flags, '', 5",
    })
    void numbersHaveTheirQuantityAndUnit(String record, String quantity, String unit, BigDecimal number) {
        var value = read(record);

        assertThat(value.quantity()).isEqualTo(quantity);
        assertThat(value.unit()).isEqualTo(unit);
        assertThat(value.number()).isEqualByComparingTo(number);
    }

    @Test
    void whatIsNoNumberIsNone() {
        assertThat(read("0A 5A 34E2").number()).isNull();
        assertThat(read("05 2B 0000C07F").number()).isNull();
        assertThat(read("04 6D 8000E010").text()).isNull();
        assertThat(read("02 6C 0000").text()).isNull();
    }

    @Test
    void storageTariffAndDeviceComeFromTheExtensions() {
        var record = read("C4 D2 01 03 01000000".replace("C4 D2 01", "C4 D2 21"));

        // Storage 1 + 2·2 + 32·1, tariff 1 + 4·2, device 1.
        assertThat(record.storage()).isEqualTo(1 + 2 * 2 + 32);
        assertThat(record.tariff()).isEqualTo(1 + 4 * 2);
        assertThat(record.device()).isEqualTo(1);
    }

    @Test
    void momentsAreReadToTheSecond() {
        assertThat(read("04 6D 19 0F 8A 17").text()).isEqualTo("2012-07-10T15:25");
        assertThat(read("06 6D 1E 19 0F 8A 17 00").text()).isEqualTo("2012-07-10T15:25:30");
        assertThat(read("02 6C DF 1C").text()).isEqualTo("2014-12-31");
    }

    @Test
    void whatOnlyTheMakerKnowsStaysRaw() {
        var records = ((Reply.Records) Reply.of(reply("2F 2F 0F C0 01"))).records();

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.function()).isEqualTo(DataRecord.Function.MANUFACTURER_SPECIFIC);
            assertThat(record.raw()).isEqualTo(Octets.hex("C001"));
        });
        assertThat(((Reply.Records) Reply.of(reply("1F"))).more()).isTrue();
    }

    @Test
    void whatIsCutIsRefusedWithTheByteAtWhichItsRecordBegins() {
        assertThat(Refuses.with(RECORD_CUT, () -> Reply.of(reply("01 13 00 04 13 0000")))
                        .facts())
                .hasToString("{at=16}");
        Refuses.with(RECORD_EXTENSIONS_TOO_MANY, () -> Reply.of(reply("84" + "80".repeat(11) + "00 13 00000000")));
        Refuses.with(HEADER_CUT, () -> Reply.of(new Telegram(Telegram.Form.LONG, 8, 2, Octets.hex("7201"))));
        Refuses.with(
                CONTROL_INFORMATION_UNKNOWN, () -> Reply.of(new Telegram(Telegram.Form.LONG, 8, 2, Octets.hex("99"))));
        Refuses.with(CONTROL_INFORMATION_UNKNOWN, () -> Reply.of(Telegram.ask(1)));
        Refuses.with(
                FRAME_LENGTH_WRONG, () -> Telegram.decode(Octets.hex("68020368").bytes()));
        Refuses.with(
                CHECKSUM_WRONG, () -> Telegram.decode(Octets.hex("105B015D16").bytes()));
    }

    @Provide
    Arbitrary<byte[]> broken() {
        return Mutations.of(List.of(
                reply("03 13 153100 DA023B 1301 8B6004 371802").encode(),
                reply("04 6D 190F8A17 0D 7C 02 5750 03 414243 FC 03 48522574 1122 0F 01")
                        .encode(),
                Octets.hex("68131368 0801 73 93929190 10 00 0569 31650000 69000000 3F16")
                        .bytes(),
                Telegram.ask(1).encode()));
    }

    @Property(tries = 4000)
    void brokenBytesAreRefusedByNameAndNothingElse(@ForAll("broken") byte[] bytes) {
        var found = new ArrayList<Telegram>();
        var reader = Telegram.finder();
        reader.feed(bytes, found::add);
        reader.quiet(found::add);
        found.forEach(telegram -> Refuses.orTakes(Reply::of, telegram));
        Refuses.orTakes(garbage -> assertThat(Telegram.decode(garbage).encode()).isEqualTo(garbage), bytes);
        // Past the checksum, as if it had held.
        var data = Octets.of(bytes).slice(0, Math.min(bytes.length, 253));
        Refuses.orTakes(Reply::of, new Telegram(Telegram.Form.LONG, 8, 1, data));
        Refuses.orTakes(
                Reply::of,
                new Telegram(Telegram.Form.LONG, 8, 1, Octets.hex("78").plus(data)));
    }
}
