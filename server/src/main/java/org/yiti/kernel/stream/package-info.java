/**
 * Facts that detectors made of a stream, kept by their identity.
 *
 * <p>Start reading at {@link org.yiti.kernel.stream.KeptFacts}.
 */
@NullMarked
package org.yiti.kernel.stream;

import org.jspecify.annotations.NullMarked;
