/** What people tell terminals: kept until it is answered or expires, delivered by whichever gateway holds the line. */
@NullMarked
package org.yiti.telemetry.command;

import org.jspecify.annotations.NullMarked;
