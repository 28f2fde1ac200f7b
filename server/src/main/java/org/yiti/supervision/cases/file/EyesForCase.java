package org.yiti.supervision.cases.file;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.eyes.SecondEyes;

/** Whether whoever asks may review and close a case, in the words of cases. */
@Component
public class EyesForCase {

    private final SecondEyes eyes;

    EyesForCase(SecondEyes eyes) {
        this.eyes = eyes;
    }

    public SecondEyes.@Nullable Objection objection(CaseFile file) {
        return eyes.objection(file.institutionId(), file.answeredBy());
    }

    public void require(CaseFile file) {
        var objection = objection(file);
        if (objection != null) {
            throw new Refused(
                    switch (objection) {
                        case OWN_UNIT -> SupervisionRefusal.CASE_OF_OWN_UNIT;
                        case OWN_ANSWER -> SupervisionRefusal.CASE_ANSWERED_BY_ONESELF;
                    });
        }
    }
}
