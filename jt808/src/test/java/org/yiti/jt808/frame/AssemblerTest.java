package org.yiti.jt808.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Header;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Tolerance;
import org.yiti.jt808.layout.Bytes;

class AssemblerTest {

    private final Assembler assembler = new Assembler(Dialect.STANDARD);

    @Test
    void twoUploadsAtOnceDoNotMix() {
        assembler.offer(packet(10, 2, 1), 0);
        assembler.offer(packet(50, 2, 1), 0);

        assertThat(assembler.offer(packet(10, 2, 2), 0)).last().isInstanceOf(Assembled.Whole.class);
        assertThat(assembler.offer(packet(50, 2, 2), 0)).last().isInstanceOf(Assembled.Whole.class);
    }

    @Test
    void whatIsMissingIsAskedForAndGivenUpInTheEnd() {
        assembler.offer(packet(10, 3, 2), 0);

        assertThat(assembler.overdue(1_000)).isEmpty();
        for (var i = 1; i <= 3; i++) {
            assertThat(assembler.overdue(i * 20_000L))
                    .containsExactly(new Assembled.Overdue(0x0801, 10, List.of(1, 3)));
        }
        assertThat(assembler.overdue(80_000))
                .singleElement()
                .isInstanceOfSatisfying(
                        Assembled.GivenUp.class,
                        given -> assertThat(given.why()).isEqualTo(Refusal.PACKAGES_EXPIRED));
        assertThat(assembler.pending()).isZero();
    }

    @Test
    void aPackageThatComesIsReasonToBePatientAgain() {
        assembler.offer(packet(10, 3, 2), 0);
        for (var i = 1; i <= 3; i++) {
            assembler.overdue(i * 20_000L);
        }
        assembler.offer(packet(10, 3, 1), 70_000);

        assertThat(assembler.overdue(90_000)).containsExactly(new Assembled.Overdue(0x0801, 10, List.of(3)));
    }

    @Test
    void aPeerThatBeginsAndNeverEndsHoldsLittle() {
        var given = new ArrayList<Refusal>();
        for (var i = 0; i < 10_000; i++) {
            for (var told : assembler.offer(packet(i * 7 & 0xffff, 2 + i % 2000, 1), 0)) {
                if (told instanceof Assembled.GivenUp up) {
                    given.add(up.why());
                }
            }
            assertThat(assembler.pending()).isLessThanOrEqualTo(4 * 3);
        }
        assertThat(given).contains(Refusal.GROUPS_TOO_MANY, Refusal.PACKAGES_TOO_MANY);
    }

    @Test
    void moreBytesThanAllowedEndTheMessage() {
        var small = new Assembler(Dialect.STANDARD, new Assembler.Limits(1024, 4, 8, 20_000, 3));

        small.offer(packet(0, 5, 1), 0);
        small.offer(packet(0, 5, 2), 0);
        assertThat(small.offer(packet(0, 5, 3), 0))
                .last()
                .isInstanceOfSatisfying(
                        Assembled.GivenUp.class,
                        given -> assertThat(given.why()).isEqualTo(Refusal.PACKAGES_TOO_LARGE));
        assertThat(small.pending()).isZero();
    }

    @Test
    void aTotalThatChangesEndsTheMessage() {
        assembler.offer(packet(10, 3, 1), 0);

        assertThat(assembler.offer(packet(10, 4, 2), 0))
                .last()
                .isInstanceOfSatisfying(
                        Assembled.GivenUp.class,
                        given -> assertThat(given.why()).isEqualTo(Refusal.PACKAGES_CHANGED));
    }

    @Test
    void aTerminalThatRepeatsItsSerialIsUnderstoodWhereThatIsPutUpWith() {
        var tolerant = new Assembler(Dialect.STANDARD.with(Tolerance.SERIAL_REPEATED));

        tolerant.offer(new Packet(new Header(0x0801, 0x2003, 0, "013800138000", 9, 2, 1), Bytes.of((byte) 1)), 0);
        assertThat(tolerant.offer(
                        new Packet(new Header(0x0801, 0x2003, 0, "013800138000", 9, 2, 2), Bytes.of((byte) 2)), 0))
                .last()
                .isInstanceOf(Assembled.Whole.class);
    }

    private static Packet packet(int firstSerial, int total, int number) {
        var serial = firstSerial + number - 1 & 0xffff;
        var body = Bytes.of((byte) 0, (byte) 0, (byte) number);
        return new Packet(new Header(0x0801, 0x2003, 0, "013800138000", serial, total, number), body);
    }
}
