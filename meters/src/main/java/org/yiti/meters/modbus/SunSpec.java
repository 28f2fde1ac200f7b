package org.yiti.meters.modbus;

import static org.yiti.meters.MeterRefusal.SUNSPEC_ABSENT;
import static org.yiti.meters.MeterRefusal.SUNSPEC_CHAIN_BROKEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiti.meters.MeterRefused;

/** Finds what a SunSpec device offers: its mark at one of three places, then a chain of models, each with its length. */
public final class SunSpec {

    static final int END = 0xFFFF;
    private static final int[] PLACES = {40000, 0, 50000};
    private static final int MARK_HIGH = 0x5375;
    private static final int MARK_LOW = 0x6E53;
    private static final int MOST_MODELS = 100;

    private SunSpec() {}

    /**
     * A model of the chain.
     *
     * @param address of its first register after id and length
     */
    public record Model(int id, int address, int length) {}

    public static List<Model> discover(Registers device) {
        for (var place : PLACES) {
            if (pair(device, place).filter(SunSpec::isMark).isPresent()) {
                return chain(device, place + 2);
            }
        }
        throw new MeterRefused(SUNSPEC_ABSENT);
    }

    private static boolean isMark(int[] pair) {
        return pair[0] == MARK_HIGH && pair[1] == MARK_LOW;
    }

    private static List<Model> chain(Registers device, int from) {
        var models = new ArrayList<Model>();
        var at = from;
        while (models.size() < MOST_MODELS) {
            var head = pair(device, at);
            // Some devices end the chain by ending their registers.
            if (head.isEmpty() || head.get()[0] == END) {
                return models;
            }
            var model = new Model(head.get()[0], at + 2, head.get()[1]);
            at = model.address() + model.length();
            if (model.id() == 0 || at + 2 > 0x10000) {
                throw new MeterRefused(SUNSPEC_CHAIN_BROKEN, Map.of("register", model.address() - 2));
            }
            models.add(model);
        }
        throw new MeterRefused(SUNSPEC_CHAIN_BROKEN, Map.of("register", at));
    }

    private static Optional<int[]> pair(Registers device, int address) {
        return device.read(address, 2) instanceof Pdu.Values values && values.registers() == 2
                ? Optional.of(new int[] {values.data().big16(0), values.data().big16(2)})
                : Optional.empty();
    }
}
