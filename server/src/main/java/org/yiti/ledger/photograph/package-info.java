/**
 * Photographs without what the camera wrote beside the picture: place, phone, time, thumbnails.
 *
 * <p>Start reading at {@link CameraTraces}.
 */
@NullMarked
package org.yiti.ledger.photograph;

import org.jspecify.annotations.NullMarked;
