package org.yiti.meters.modbus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yiti.meters.modbus.SunSpec.Model;

/**
 * Reads the meter models: 201–204 (integers with scale factors) and 211–214 (floats). What a meter does not implement is
 * left out.
 */
public final class SunSpecMeter {

    private static final BigDecimal NO_S16 = BigDecimal.valueOf(-0x8000);
    private static final int INTEGERS = 201;
    private static final int FLOATS = 211;
    private static final int KINDS = 4;
    private static final int MOST_SCALE = 10;

    private SunSpecMeter() {}

    /** One line of the model: offsets count from the first register after the model's length. */
    private record Field(String name, int integer, int scale, int real, String unit) {

        boolean isEnergy() {
            return name.startsWith("TotWh");
        }
    }

    private static final List<Field> FIELDS = List.of(
            new Field("A", 0, 4, 0, "A"),
            new Field("PhV", 5, 13, 8, "V"),
            new Field("PhVphA", 6, 13, 10, "V"),
            new Field("PhVphB", 7, 13, 12, "V"),
            new Field("PhVphC", 8, 13, 14, "V"),
            new Field("Hz", 14, 15, 24, "Hz"),
            new Field("W", 16, 20, 26, "W"),
            new Field("VA", 21, 25, 34, "VA"),
            new Field("VAR", 26, 30, 42, "var"),
            new Field("TotWhExp", 36, 52, 58, "Wh"),
            new Field("TotWhImp", 44, 52, 66, "Wh"));

    public static boolean isMeter(Model model) {
        return isIntegers(model) || model.id() >= FLOATS && model.id() < FLOATS + KINDS;
    }

    private static boolean isIntegers(Model model) {
        return model.id() >= INTEGERS && model.id() < INTEGERS + KINDS;
    }

    /** The register map of this very meter, for the planner. Scale factors are points of their own, named after the field. */
    public static List<Point> points(Model model) {
        var points = new ArrayList<Point>();
        for (var field : FIELDS) {
            var at = isIntegers(model) ? field.integer : field.real;
            var kind = !isIntegers(model) ? Kind.F32 : field.isEnergy() ? Kind.U32 : Kind.S16;
            if (at + kind.registers() <= model.length()) {
                points.add(point(field.name, model.address() + at, kind, field.unit));
            }
            if (isIntegers(model) && field.scale < model.length()) {
                points.add(point(field.name + "_SF", model.address() + field.scale, Kind.S16, ""));
            }
        }
        return points;
    }

    /** Values by field name, scaled; from what the planner's blocks have read. */
    public static Map<String, BigDecimal> values(Model model, List<Block.Value> read) {
        var raw = new TreeMap<String, BigDecimal>();
        for (var value : read) {
            if (value.number() != null) {
                raw.put(value.point().name(), value.number());
            }
        }
        var values = new TreeMap<String, BigDecimal>();
        for (var field : FIELDS) {
            var number = raw.get(field.name);
            var scale = isIntegers(model) ? raw.get(field.name + "_SF") : BigDecimal.ZERO;
            if (number != null && scale != null && scale.abs().intValue() <= MOST_SCALE && implemented(field, number)) {
                values.put(field.name, number.scaleByPowerOfTen(scale.intValue()));
            }
        }
        return values;
    }

    /** An accumulator at nought is one that is not there. */
    private static boolean implemented(Field field, BigDecimal number) {
        return !field.isEnergy() || number.signum() != 0;
    }

    private static Point point(String name, int address, Kind kind, String unit) {
        var invalid = kind == Kind.S16 ? NO_S16 : null;
        return new Point(
                name, ReadFunction.HOLDING_REGISTERS, address, kind, ByteOrder.ABCD, BigDecimal.ONE, unit, invalid);
    }
}
