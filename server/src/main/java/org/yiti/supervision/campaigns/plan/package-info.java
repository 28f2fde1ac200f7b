/** What a campaign is and what is looked at: the ground on which it is drawn, visited and shown. */
@NullMarked
package org.yiti.supervision.campaigns.plan;

import org.jspecify.annotations.NullMarked;
