/**
 * Readings come in: over HTTP, from brokers. Start reading at {@link org.yiti.energy.intake.Intake}.
 */
@NullMarked
package org.yiti.energy.intake;

import org.jspecify.annotations.NullMarked;
