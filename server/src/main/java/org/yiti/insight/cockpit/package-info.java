/** What we hold, what breaches, and what waits. */
@NullMarked
package org.yiti.insight.cockpit;

import org.jspecify.annotations.NullMarked;
