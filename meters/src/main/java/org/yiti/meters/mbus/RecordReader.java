package org.yiti.meters.mbus;

import static org.yiti.meters.MeterRefusal.RECORD_CUT;
import static org.yiti.meters.MeterRefusal.RECORD_EXTENSIONS_TOO_MANY;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;
import org.yiti.meters.mbus.DataRecord.Function;

/** Walks through the records of a reply; what is cut, or never ends, is refused with the byte at which its record begins. */
final class RecordReader {

    private static final int MORE = 0x80;
    private static final int FILLER = 0x2F;
    private static final int MOST_EXTENSIONS = 10;
    private static final int TEXT = 0x7C;
    /** EN 13757-3 allows no longer name of a unit. */
    private static final int MOST_NAME = 64;

    private final Octets data;
    private int next;
    private int begin;

    RecordReader(Octets data, int from) {
        this.data = data;
        this.next = from;
    }

    List<DataRecord> all() {
        var records = new ArrayList<DataRecord>();
        while (next < data.length()) {
            if (data.at(next) == FILLER) {
                next++;
                continue;
            }
            begin = next;
            records.add(record());
        }
        return List.copyOf(records);
    }

    private DataRecord record() {
        var dif = take();
        if ((dif & 0x0F) == 0x0F) {
            return special(dif);
        }
        var storage = (long) (dif >> 6 & 1);
        var tariff = 0L;
        var device = 0L;
        var extension = dif;
        for (var count = 0; (extension & MORE) != 0; count++) {
            requireFew(count);
            extension = take();
            storage |= (long) (extension & 0x0F) << 4 * count + 1;
            tariff |= (long) (extension >> 4 & 3) << 2 * count;
            device |= (long) (extension >> 6 & 1) << count;
        }
        var meaning = meaning();
        var length =
                (dif & 0x0F) == DataField.VARIABLE ? DataField.variableLength(take()) : DataField.LENGTHS[dif & 0x0F];
        var kind = (dif & 0x0F) == DataField.VARIABLE ? data.at(next - 1) : 0;
        var raw = take(length);
        var value = DataField.read(dif & 0x0F, kind, raw, meaning);
        return new DataRecord(
                begin,
                Function.values()[dif >> 4 & 3],
                storage,
                tariff,
                device,
                meaning.quantity(),
                meaning.unit(),
                value.number(),
                value.text(),
                raw);
    }

    private DataRecord special(int dif) {
        var function = dif == 0x0F
                ? Function.MANUFACTURER_SPECIFIC
                : dif == 0x1F ? Function.MORE_FOLLOWS : Function.INSTANTANEOUS;
        // 7FH asks for a global readout and others are reserved: nothing that follows can be told apart.
        var rest = data.from(next);
        next = data.length();
        return new DataRecord(begin, function, 0, 0, 0, "", "", null, null, rest);
    }

    private Meaning meaning() {
        var vif = take();
        var name = (vif & 0x7F) == TEXT ? name() : "";
        var extensions = new ArrayList<Integer>();
        var extension = vif;
        while ((extension & MORE) != 0) {
            requireFew(extensions.size());
            extension = take();
            extensions.add(extension & 0x7F);
        }
        var from = 0;
        Meaning meaning;
        if ((vif & 0x7F) == TEXT) {
            meaning = Meaning.named(name);
        } else if ((vif == Meaning.EXTENSION_B || vif == Meaning.EXTENSION_D) && !extensions.isEmpty()) {
            meaning = vif == Meaning.EXTENSION_B
                    ? Meaning.extensionB(extensions.get(0))
                    : Meaning.extensionD(extensions.get(0));
            from = 1;
        } else {
            meaning = Meaning.primary(vif & 0x7F);
        }
        for (var code : extensions.subList(from, extensions.size())) {
            meaning = corrected(meaning, code);
        }
        return meaning;
    }

    /** Table 15: multiplicative corrections; the others say when and which way, not how much. */
    private static Meaning corrected(Meaning meaning, int code) {
        if (code >= 0x70 && code <= 0x77) {
            return meaning.times((code & 7) - 6);
        }
        return code == 0x7D ? meaning.times(3) : meaning;
    }

    private String name() {
        var length = take();
        if (length > MOST_NAME) {
            throw MeterRefused.at(RECORD_CUT, begin);
        }
        return printable(take(length).reversed());
    }

    static String printable(Octets octets) {
        var text = new String(octets.bytes(), StandardCharsets.ISO_8859_1);
        return text.replaceAll("[^\\x20-\\x7E\\xA0-\\xFF]", " ").strip();
    }

    private void requireFew(int count) {
        if (count >= MOST_EXTENSIONS) {
            throw MeterRefused.at(RECORD_EXTENSIONS_TOO_MANY, begin);
        }
    }

    private int take() {
        return take(1).at(0);
    }

    private Octets take(int length) {
        if (next + length > data.length()) {
            throw MeterRefused.at(RECORD_CUT, begin);
        }
        next += length;
        return data.slice(next - length, next);
    }
}
