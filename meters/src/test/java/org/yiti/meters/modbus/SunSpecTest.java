package org.yiti.meters.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.meters.MeterRefusal.*;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.yiti.meters.Refuses;

class SunSpecTest {

    private final int[] memory = new int[0x10000];

    private final Registers device = (address, count) -> address + count > memory.length
            ? new Pdu.Refused(3, 2)
            : Pdu.Values.ofRegisters(
                    ReadFunction.HOLDING_REGISTERS, Arrays.copyOfRange(memory, address, address + count));

    private void put(int address, int... registers) {
        System.arraycopy(registers, 0, memory, address, registers.length);
    }

    private void threePhaseMeterAt(int base) {
        put(base, 0x5375, 0x6E53, 1, 66);
        put(base + 70, 203, 105);
        var at = base + 72;
        Arrays.fill(memory, at, at + 105, 0x8000);
        put(at, 125);
        put(at + 4, 0xFFFF);
        put(at + 5, 2201);
        put(at + 13, 0xFFFF);
        put(at + 16, 0xFFFB);
        put(at + 20, 1);
        put(at + 36, 0, 0);
        put(at + 44, 0x0001, 0x0002);
        put(at + 52, 1);
        put(at + 105, 0xFFFF, 0);
    }

    @Test
    void theMeterIsFoundAndReadWithItsScaleFactors() {
        threePhaseMeterAt(40000);
        var models = SunSpec.discover(device);
        assertThat(models).containsExactly(new SunSpec.Model(1, 40004, 66), new SunSpec.Model(203, 40072, 105));
        var meter = models.stream().filter(SunSpecMeter::isMeter).findFirst().orElseThrow();

        var blocks = ReadPlan.of(SunSpecMeter.points(meter)).blocks();
        assertThat(blocks).hasSize(1);
        var read = blocks.get(0).read();
        var values = SunSpecMeter.values(
                meter, blocks.get(0).values((Pdu.Values) device.read(read.address(), read.count())));

        assertThat(values.keySet()).containsExactly("A", "PhV", "TotWhImp", "W");
        assertThat(values.get("A")).isEqualByComparingTo("12.5");
        assertThat(values.get("PhV")).isEqualByComparingTo("220.1");
        assertThat(values.get("W")).isEqualByComparingTo("-50");
        assertThat(values.get("TotWhImp")).isEqualByComparingTo(new BigDecimal(655380));
    }

    @Test
    void theMarkIsLookedForWhereItMayBe() {
        threePhaseMeterAt(0);
        assertThat(SunSpec.discover(device)).hasSize(2);
    }

    @Test
    void floatsAreReadAsTheyAre() {
        put(50000, 0x5375, 0x6E53, 213, 124);
        put(50004 + 66, 0x4640, 0xE400);
        put(50004 + 124, 0xFFFF);
        var meter = SunSpec.discover(device).get(0);

        var read = ReadPlan.of(SunSpecMeter.points(meter)).blocks().stream()
                .flatMap(block -> block.values(answer(block.read())).stream())
                .toList();

        assertThat(SunSpecMeter.values(meter, read).get("TotWhImp")).isEqualByComparingTo("12345");
    }

    private Pdu.Values answer(Pdu.Read read) {
        return (Pdu.Values) device.read(read.address(), read.count());
    }

    @Test
    void whatIsNoSunSpecDeviceIsRefused() {
        Refuses.with(SUNSPEC_ABSENT, () -> SunSpec.discover(device));
        put(40000, 0x5375, 0x6E53, 0, 0);
        Refuses.with(SUNSPEC_CHAIN_BROKEN, () -> SunSpec.discover(device));
        put(40002, 1, 0xFFFF);
        Refuses.with(SUNSPEC_CHAIN_BROKEN, () -> SunSpec.discover(device));
    }

    @Test
    void aChainThatNeverEndsIsCutOff() {
        for (var i = 40002; i < memory.length - 1; i += 2) {
            put(i, 7, 0);
        }
        put(40000, 0x5375, 0x6E53);
        Refuses.with(SUNSPEC_CHAIN_BROKEN, () -> SunSpec.discover(device));
    }
}
