/**
 * Terminals and meters that do not exist, and what goes wrong in the field.
 *
 * <p>Start reading at {@code Simulate}; {@code mishap/Mishaps} is what goes wrong.
 */
@NullMarked
package org.yiti.simulator;

import org.jspecify.annotations.NullMarked;
