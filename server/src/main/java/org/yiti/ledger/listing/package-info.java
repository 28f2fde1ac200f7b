/** Lists and exports of any ledger. */
@NullMarked
package org.yiti.ledger.listing;

import org.jspecify.annotations.NullMarked;
