package org.yiti.kernel.problem;

import org.postgresql.util.PSQLException;
import org.springframework.stereotype.Component;

/** Which constraint of the database said no. */
@Component
public class ConstraintNames {

    /** The name of the violated constraint; empty when the failure is of another kind. */
    public String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException answer && answer.getServerErrorMessage() != null) {
                var name = answer.getServerErrorMessage().getConstraint();
                return name == null ? "" : name;
            }
        }
        return "";
    }
}
