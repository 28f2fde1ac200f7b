package org.yiti.meters.dlt645;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yiti.meters.Octets;

/** What a data identifier stands for: how it is written, in which unit, and what people call it. */
public record DataItem(DataId id, String format, String unit, String chinese, String english) {

    public String name(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? chinese : english;
    }

    /** The smallest step of a number, such as 0.01; one where it has no decimals. */
    public BigDecimal resolution() {
        var decimals = new DataFormat(number()).decimals();
        return BigDecimal.ONE.movePointLeft(decimals);
    }

    public boolean isNumber() {
        return new DataFormat(number()).isNumber();
    }

    /**
     * The values in these data, as many as there are: a block (FFH in its identifier) has several. Blocks that some meters
     * cut with AAH, or that end within a value, keep what is whole.
     */
    List<Measured> read(Octets data) {
        var form = new DataFormat(format);
        var values = new ArrayList<Measured>();
        var size = form.bytes();
        for (var from = 0; size > 0 && from + size <= data.length(); from += size) {
            var value = form.read(data.slice(from, from + size));
            values.add(new Measured(this, values.size(), value.number(), value.text()));
        }
        return values;
    }

    int bytes() {
        return new DataFormat(format).bytes();
    }

    /** The bytes of a number as a meter sends them, for simulators and tests. */
    public Octets write(BigDecimal value) {
        return new DataFormat(number()).write(value);
    }

    private String number() {
        var then = format.indexOf('+');
        return then < 0 ? format : format.substring(0, then);
    }
}
