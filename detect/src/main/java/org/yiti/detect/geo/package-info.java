/** Places on earth: the three coordinate systems in use in China, kept apart by type, and distances. */
@NullMarked
package org.yiti.detect.geo;

import org.jspecify.annotations.NullMarked;
