package org.yiti.proof.verify;

import java.util.concurrent.atomic.AtomicInteger;

/** How much trouble is remembered one by one. In a bundle that is wrong from end to end the rest adds nothing. */
final class Budget {

    private final AtomicInteger left;

    Budget(int most) {
        this.left = new AtomicInteger(most);
    }

    boolean take() {
        return left.getAndDecrement() > 0;
    }

    boolean exceeded() {
        return left.get() < 0;
    }
}
