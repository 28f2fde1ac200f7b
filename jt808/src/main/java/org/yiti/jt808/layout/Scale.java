package org.yiti.jt808.layout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.yiti.jt808.Version;

/**
 * So many parts of a unit.
 *
 * @param number what the bytes stand for, where that is not the unsigned number they are
 */
public record Scale(String unit, int parts, LongUnaryOperator number) implements Meaning {

    /** The same unit of a number that is read otherwise: with a sign, from another zero. */
    public Scale as(LongUnaryOperator otherwise) {
        return new Scale(unit, parts, otherwise);
    }

    @Override
    public Measure measure(long value, Version version) {
        var counted = BigDecimal.valueOf(number.applyAsLong(value));
        var amount = counted.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL64);
        return new Measure(amount.signum() == 0 ? BigDecimal.ZERO : plain(amount), unit);
    }

    private static BigDecimal plain(BigDecimal amount) {
        var trimmed = amount.stripTrailingZeros();
        return trimmed.scale() < 0 ? trimmed.setScale(0) : trimmed;
    }

    /** Says it in words where the number alone would mislead. */
    @Override
    public List<Word> of(long value, Version version) {
        if (parts == 1 && number.applyAsLong(value) == value) {
            return List.of();
        }
        var said = measure(value, version).toString();
        return List.of(new Word(said, said));
    }
}
