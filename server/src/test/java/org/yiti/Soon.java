package org.yiti;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * What the house does by itself comes soon, and on a machine that is busy with other things, late. Waiting long costs
 * nothing as long as it comes.
 */
public final class Soon {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Soon() {}

    /** Asks again and again until the answer is as it should be. */
    public static <T> T soon(String what, Callable<T> answer, Predicate<? super T> asItShouldBe) {
        return await(what).pollInterval(PAUSE).atMost(PATIENCE).until(answer, asItShouldBe);
    }

    /** The first of what is looked for, once there is one. */
    public static Map<String, Object> one(String what, Callable<? extends Collection<Map<String, Object>>> search) {
        return soon(what, search, found -> !found.isEmpty()).iterator().next();
    }
}
