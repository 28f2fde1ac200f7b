package org.yiti.meters;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Real frames with something wrong with them. */
public final class Mutations {

    private Mutations() {}

    public static Arbitrary<byte[]> of(List<byte[]> frames) {
        var random = Arbitraries.longs();
        return Combinators.combine(
                        Arbitraries.of(frames), Arbitraries.integers().between(0, 6), random)
                .as(Mutations::mutate);
    }

    private static byte[] mutate(byte[] frame, int how, long seed) {
        var random = new Random(seed);
        var bytes = frame.clone();
        var at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        return switch (how) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> Arrays.copyOfRange(bytes, at, bytes.length);
            case 2 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(40));
            case 3 -> noise(bytes, random);
            case 4 -> repeated(bytes, at, random.nextInt(300));
            default -> scattered(bytes, random, how);
        };
    }

    private static byte[] noise(byte[] bytes, Random random) {
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] repeated(byte[] bytes, int at, int times) {
        var longer = new byte[bytes.length + times];
        System.arraycopy(bytes, 0, longer, 0, at);
        Arrays.fill(longer, at, at + times, bytes.length == 0 ? 0 : bytes[at]);
        System.arraycopy(bytes, at, longer, at + times, bytes.length - at);
        return longer;
    }

    private static byte[] scattered(byte[] bytes, Random random, int how) {
        for (var i = 0; i < how - 4 && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
