/**
 * CJ/T 188 (2004, 2018): water meters on a bus, mostly. Known from descriptions and one published question, not from frames
 * of a meter; what is not sure stays raw.
 *
 * <p>Start reading at {@link org.yiti.meters.cjt188.Frame}.
 */
@NullMarked
package org.yiti.meters.cjt188;

import org.jspecify.annotations.NullMarked;
