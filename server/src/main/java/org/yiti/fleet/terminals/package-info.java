/** What terminals in vehicles saw, in the ledgers of the fleet. */
@NullMarked
package org.yiti.fleet.terminals;

import org.jspecify.annotations.NullMarked;
