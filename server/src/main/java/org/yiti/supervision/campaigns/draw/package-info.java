/** Who is visited: drawn by chance, weighed by risk, so that anybody can draw again. Start reading at {@code Draw}. */
@NullMarked
package org.yiti.supervision.campaigns.draw;

import org.jspecify.annotations.NullMarked;
