/**
 * Who wants to be told of what elsewhere than on the screen, and the outbox it goes out from. The database fills the outbox
 * in the transaction of what is told of ({@code supervision.tell_subscribers}).
 *
 * <p>Start reading at {@code DeliverMessages}.
 */
@NullMarked
package org.yiti.supervision.subscriptions;

import org.jspecify.annotations.NullMarked;
