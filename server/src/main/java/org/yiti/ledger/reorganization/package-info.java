/** Institutions move, are taken over and renamed on a day: looked at before, done in one, taken back. Start at {@code Rehome}. */
@NullMarked
package org.yiti.ledger.reorganization;

import org.jspecify.annotations.NullMarked;
