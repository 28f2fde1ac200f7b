/** What an inspector finds on the spot, and what becomes of it. Start reading at {@code AnswerVisit}, then {@code SettleVisit}. */
@NullMarked
package org.yiti.supervision.campaigns.visits;

import org.jspecify.annotations.NullMarked;
