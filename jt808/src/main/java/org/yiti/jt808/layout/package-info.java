/** One declaration of a message, four ways through it: {@link org.yiti.jt808.layout.Layout}, {@link org.yiti.jt808.layout.Pass} and the values fields hold. */
@NullMarked
package org.yiti.jt808.layout;

import org.jspecify.annotations.NullMarked;
