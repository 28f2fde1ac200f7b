/**
 * What waits for whoever is signed in, behind the bell. Start reading at {@code Reminders}.
 */
@NullMarked
package org.yiti.supervision.reminders;

import org.jspecify.annotations.NullMarked;
