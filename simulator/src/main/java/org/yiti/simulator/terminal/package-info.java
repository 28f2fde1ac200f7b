/** Terminals of JT/T 808 over TCP. */
@NullMarked
package org.yiti.simulator.terminal;

import org.jspecify.annotations.NullMarked;
