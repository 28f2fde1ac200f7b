package org.yiti.energy.polling;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How devices of one kind are asked. */
interface Asking {

    /** Those that have a value now. */
    Map<PointRow, BigDecimal> ask(Wire wire, List<PointRow> rows) throws IOException, InterruptedException;
}
