/**
 * Inspection campaigns: who is visited is drawn by chance, what is looked at is a checklist, what fails is a fact that a
 * rule finds.
 *
 * <p>Start reading at {@code PlanCampaign}, then {@code draw/DrawSample}, {@code visits/AnswerVisit} and {@code CloseCampaign}.
 */
@NullMarked
package org.yiti.supervision.campaigns;

import org.jspecify.annotations.NullMarked;
