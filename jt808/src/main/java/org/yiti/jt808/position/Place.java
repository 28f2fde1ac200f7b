package org.yiti.jt808.position;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Measure;
import org.yiti.jt808.layout.Scale;
import org.yiti.jt808.layout.Word;

/**
 * Degrees of a position: without a sign in their bytes, with the one of the status in their measure.
 *
 * @param side which half of the earth it is
 */
record Place(Scale degrees, int most, Word side, boolean isEncrypted) implements Meaning {

    /** By two bits: 1 the far half of the earth, 2 encrypted. */
    static Meaning[] all(int most, Word near, Word far) {
        var minus = DEGREES.as(value -> -value);
        return new Meaning[] {
            new Place(DEGREES, most, near, false),
            new Place(minus, most, far, false),
            new Place(DEGREES, most, near, true),
            new Place(minus, most, far, true)
        };
    }

    @Override
    public List<Word> of(long value, Version version) {
        var amount = DEGREES.measure(value, version);
        var said = new ArrayList<Word>();
        said.add(new Word(side.zh() + amount.amount().toPlainString() + "°", amount + " " + side.en()));
        if (value > most * 1_000_000L) {
            said.add(new Word("超出" + most + "°,不是有效位置", "beyond " + most + "°: no place on earth"));
        }
        if (isEncrypted) {
            said.add(new Word("已加密,不可上图", "encrypted: no place on a map"));
        }
        return said;
    }

    @Override
    public @Nullable Measure measure(long value, Version version) {
        return degrees.measure(value, version);
    }
}
