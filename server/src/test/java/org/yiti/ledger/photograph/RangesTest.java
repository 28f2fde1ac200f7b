package org.yiti.ledger.photograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RangesTest {

    @Test
    void blockByBlockWhatIsInNoneIsBlankedAndNothingElse() {
        var chance = new Random(7);
        for (var n = 0; n < 2_000; n++) {
            var stays = new boolean[200];
            var ranges = new Ranges();
            for (var i = chance.nextInt(8); i > 0; i--) {
                var from = chance.nextInt(200);
                var to = chance.nextInt(from, 201);
                ranges.add(from, to);
                Arrays.fill(stays, from, to, true);
            }
            for (var at = 0; at < 200; ) {
                var size = Math.min(200 - at, 1 + chance.nextInt(30));
                var block = new byte[size + 4];
                Arrays.fill(block, (byte) 1);
                ranges.blankOthers(block, 2, size + 2, at);
                for (var i = 0; i < size; i++) {
                    assertThat(block[i + 2]).as("byte " + (at + i)).isEqualTo((byte) (stays[at + i] ? 1 : 0));
                }
                assertThat(block[0] + block[1] + block[size + 2] + block[size + 3])
                        .isEqualTo(4);
                at += size;
            }
        }
    }
}
