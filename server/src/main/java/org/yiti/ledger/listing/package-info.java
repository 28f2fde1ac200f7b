/** Lists and exports of any ledger. */
@NamedInterface("listing")
@NullMarked
package org.yiti.ledger.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
