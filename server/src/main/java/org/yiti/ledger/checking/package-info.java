/** From a cell to a row: what people write is read, resolved against what is there, and judged. */
@NamedInterface("checking")
@NullMarked
package org.yiti.ledger.checking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
