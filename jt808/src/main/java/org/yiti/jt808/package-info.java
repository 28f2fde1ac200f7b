/**
 * JT/T 808: how terminals in vehicles talk to platforms (editions of 2011, 2013 and 2019).
 *
 * <p>Start reading at {@link org.yiti.jt808.Jt808} (frames to messages and back), {@link org.yiti.jt808.frame.FrameReader}
 * (a stream to frames), {@link org.yiti.jt808.layout.Layout} (how a message is declared) and
 * {@link org.yiti.jt808.position.Location} (what nearly every frame carries).
 *
 * <p>Sources: JT/T 808-2011, -2013, -2019 (terminal communication protocol and data format); JT/T 1078-2016 (video);
 * T/JSATL 12-2017 (active safety). Clauses are those of the 2019 edition unless a year is named.
 */
@NullMarked
package org.yiti.jt808;

import org.jspecify.annotations.NullMarked;
