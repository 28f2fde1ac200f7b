package org.yiti.meters.mbus;

import java.util.Optional;
import java.util.function.Consumer;
import org.yiti.meters.MeterRefused;

/** Finds telegrams in a stream of bytes; keeps never more than the longest. */
public final class TelegramReader {

    private final byte[] window = new byte[Telegram.LONGEST];
    private int length;
    private long dropped;

    public void feed(byte[] chunk, Consumer<Telegram> telegrams) {
        for (var octet : chunk) {
            window[length++] = octet;
            drain(telegrams);
        }
    }

    /** The line has gone quiet: what was begun comes no more. */
    public void quiet(Consumer<Telegram> telegrams) {
        while (length > 0) {
            drop();
            drain(telegrams);
        }
    }

    public long dropped() {
        return dropped;
    }

    private void drain(Consumer<Telegram> telegrams) {
        var found = next();
        while (found.isPresent()) {
            telegrams.accept(found.get());
            found = next();
        }
    }

    private Optional<Telegram> next() {
        while (length > 0) {
            try {
                var whole = Telegram.lengthOf(window, length);
                if (whole < 0 || whole > length) {
                    return Optional.empty();
                }
                var telegram = Telegram.decode(window, whole);
                shift(whole);
                return Optional.of(telegram);
            } catch (MeterRefused noTelegramHere) {
                drop();
            }
        }
        return Optional.empty();
    }

    private void drop() {
        dropped++;
        shift(1);
    }

    private void shift(int count) {
        length -= count;
        System.arraycopy(window, count, window, 0, length);
    }
}
