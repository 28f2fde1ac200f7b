package org.yiti.supervision.steps;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiti.identity.Permission;
import org.yiti.kernel.Label;

/**
 * What a person can do with something that goes from stage to stage: from which, to which, who may, and what they must say.
 *
 * @param <S> the stages
 */
public interface StepOf<S extends Enum<S>> {

    /** What must be said with it. */
    enum Asks {
        NOTHING,
        NOTE,
        NOTE_AND_DUE,
        ASSIGNEE
    }

    /** @param to null where it does not move */
    record Move<S extends Enum<S>>(
            Label label,
            Permission permission,
            Set<S> from,
            @Nullable S to,
            Asks asks) {}

    Move<S> move();

    default Label label() {
        return move().label();
    }

    default Permission permission() {
        return move().permission();
    }

    default boolean possibleIn(S stage) {
        return move().from().contains(stage);
    }

    /** Where it leads; the stage itself for a step that does not move. */
    default S from(S stage) {
        var to = move().to();
        return to == null ? stage : to;
    }

    default boolean needsNote() {
        return move().asks() == Asks.NOTE || needsDueOn();
    }

    default boolean needsDueOn() {
        return move().asks() == Asks.NOTE_AND_DUE;
    }

    default boolean needsAssignee() {
        return move().asks() == Asks.ASSIGNEE;
    }
}
