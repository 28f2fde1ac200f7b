package org.yiti.safeguard.audit;

import java.util.List;

/** What is to be sealed together. */
interface Unsealed {

    int size();

    /** Made of what the database gave while it is busy with something else: not asked for where it waits. */
    List<Draft> drafts();

    static Unsealed of(List<Draft> told) {
        return new Unsealed() {
            @Override
            public int size() {
                return told.size();
            }

            @Override
            public List<Draft> drafts() {
                return told;
            }
        };
    }
}
