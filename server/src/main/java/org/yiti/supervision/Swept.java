package org.yiti.supervision;

import java.time.LocalDate;

/** Everything was judged as of a day: what is worked out from all findings together is worked out anew. */
public record Swept(LocalDate asOf) {}
