package org.yiti.meters.mbus;

import static org.yiti.meters.MeterRefusal.CONTROL_INFORMATION_UNKNOWN;
import static org.yiti.meters.MeterRefusal.HEADER_CUT;

import java.util.List;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.Octets;

/** What a meter says in a long telegram. */
public sealed interface Reply {

    /** @param more ask again: another telegram follows */
    record Records(Header header, List<DataRecord> records, boolean more) implements Reply {}

    /** The meter says no. */
    record ApplicationError(int code) implements Reply {

        public String name() {
            return switch (code) {
                case 1 -> "Unimplemented CI-Field";
                case 2 -> "Buffer too long, truncated";
                case 3 -> "Too many records";
                case 4 -> "Premature end of record";
                case 5 -> "More than 10 DIFEs";
                case 6 -> "More than 10 VIFEs";
                case 8 -> "Application busy";
                case 9 -> "Too many readouts";
                default -> "Unspecified error";
            };
        }
    }

    static Reply of(Telegram telegram) {
        var data = telegram.data();
        if (data.length() == 0) {
            throw MeterRefused.at(CONTROL_INFORMATION_UNKNOWN, 0);
        }
        return switch (data.at(0)) {
            case 0x70 -> new ApplicationError(data.length() > 1 ? data.at(1) : 0);
            case 0x72 -> {
                requireHeader(data, Header.LONG);
                yield records(Header.readLong(data.slice(1, 1 + Header.LONG)), data, 1 + Header.LONG);
            }
            case 0x7A -> {
                requireHeader(data, Header.SHORT);
                yield records(Header.readShort(data.slice(1, 1 + Header.SHORT)), data, 1 + Header.SHORT);
            }
            case 0x78 -> records(Header.none(), data, 1);
            case 0x73 -> FixedReply.read(data);
            default -> throw MeterRefused.at(CONTROL_INFORMATION_UNKNOWN, 0);
        };
    }

    private static Reply records(Header header, Octets data, int from) {
        var records = new RecordReader(data, from).all();
        var more = records.stream().anyMatch(record -> record.function() == DataRecord.Function.MORE_FOLLOWS);
        return new Records(header, records, more);
    }

    static void requireHeader(Octets data, int length) {
        if (data.length() < 1 + length) {
            throw MeterRefused.at(HEADER_CUT, 1);
        }
    }
}
