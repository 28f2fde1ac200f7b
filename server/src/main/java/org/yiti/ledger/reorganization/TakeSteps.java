package org.yiti.ledger.reorganization;

import org.springframework.stereotype.Component;

/** Takes the steps in the transaction under way and tells what they did. */
@Component
class TakeSteps {

    private final Rehome rehome;
    private final WhoSees whoSees;
    private final Outcomes outcomes;

    TakeSteps(Rehome rehome, WhoSees whoSees, Outcomes outcomes) {
        this.rehome = rehome;
        this.whoSees = whoSees;
        this.outcomes = outcomes;
    }

    Outcome handle(Reorganization reorganization) {
        var before = whoSees.before(reorganization);
        rehome.take(reorganization);
        return outcomes.of(reorganization, whoSees.after(reorganization, before));
    }
}
