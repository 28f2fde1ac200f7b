/** Yiti 一体. Each folder below is a module; the house plan is ARCHITECTURE.md. */
@NullMarked
package org.yiti;

import org.jspecify.annotations.NullMarked;
