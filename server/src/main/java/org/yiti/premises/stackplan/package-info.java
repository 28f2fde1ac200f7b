/** A building drawn floor by floor. */
@NullMarked
package org.yiti.premises.stackplan;

import org.jspecify.annotations.NullMarked;
