/** Sound and film in real time and from storage (JT/T 1078-2016 clause 5). */
@NullMarked
package org.yiti.jt808.video;

import org.jspecify.annotations.NullMarked;
