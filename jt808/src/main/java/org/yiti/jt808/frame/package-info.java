/** Bytes of a stream into frames and back, and packages of one message put together: start at {@link org.yiti.jt808.frame.FrameReader}. */
@NullMarked
package org.yiti.jt808.frame;

import org.jspecify.annotations.NullMarked;
