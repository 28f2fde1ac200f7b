package org.yiti.meters.dlt645;

import java.util.EnumSet;
import java.util.Set;

/** Why a meter says no: the bits of the error byte, lowest first (§7.5, ERR). */
public enum Fault {
    OTHER,
    NO_SUCH_DATA,
    PASSWORD_WRONG,
    SPEED_CANNOT_CHANGE,
    YEAR_ZONES_TOO_MANY,
    DAY_PERIODS_TOO_MANY,
    TARIFFS_TOO_MANY,
    RESERVED;

    static Set<Fault> of(int bits) {
        var faults = EnumSet.noneOf(Fault.class);
        for (var fault : values()) {
            if ((bits >> fault.ordinal() & 1) != 0) {
                faults.add(fault);
            }
        }
        return faults;
    }
}
