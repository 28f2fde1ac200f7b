package org.yiti.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What this answers is told once and kept nowhere, whatever key it was asked with: asked again, it is decided again. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KeptNowhere {

    /** It is done once all the same: asked again with its key, it is refused, since what was told cannot be told again. */
    boolean doneOnce() default false;
}
