package org.yiti.telemetry;

import java.util.Map;

/** Whoever keeps the books of vehicles says how much goes into the tank of the one a terminal is in. */
public interface TankSizes {

    /** Litres by the number of the terminal; a terminal of which nothing is known is not among them. */
    Map<Integer, Double> byTerminal();
}
