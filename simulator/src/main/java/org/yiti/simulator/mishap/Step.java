package org.yiti.simulator.mishap;

import java.util.List;

/** What a device does next. */
public sealed interface Step<T> {

    /** @param late they were held back, as where there is no network */
    record Tell<T>(List<T> told, boolean late) implements Step<T> {}

    /** The connection breaks, acknowledged or not. */
    record HangUp<T>() implements Step<T> {}
}
