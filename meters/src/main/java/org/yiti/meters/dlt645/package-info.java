/**
 * DL/T 645-2007 (and what of its 1997 edition is still met): electricity meters on RS-485, or behind a gateway that hands
 * their bytes through.
 *
 * <p>Start reading at {@link org.yiti.meters.dlt645.Question}: ask, send its frame, feed what comes back to
 * {@link org.yiti.meters.dlt645.Frame#finder}, and let {@link org.yiti.meters.dlt645.Answer} tell what it means.
 */
@NullMarked
package org.yiti.meters.dlt645;

import org.jspecify.annotations.NullMarked;
