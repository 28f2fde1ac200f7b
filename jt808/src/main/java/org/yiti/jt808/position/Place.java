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

    static Place of(long status, int bit, int most, Word far, Word near) {
        var bits = new Status(status);
        var isFar = bits.has(bit);
        var degrees = isFar ? Meaning.DEGREES.as(value -> -value) : Meaning.DEGREES;
        return new Place(degrees, most, isFar ? far : near, bits.isEncrypted());
    }

    @Override
    public List<Word> of(long value, Version version) {
        var amount = Meaning.DEGREES.measure(value, version);
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
