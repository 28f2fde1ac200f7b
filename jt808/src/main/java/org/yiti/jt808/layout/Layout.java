package org.yiti.jt808.layout;

/**
 * The one declaration of a message or of a part of it: a method that names its fields in order. Run with a {@link Reading}
 * it decodes, with a {@link Writing} it encodes, with an {@link Explaining} it explains, with a {@link Filling} it takes
 * values from JSON.
 */
@FunctionalInterface
public interface Layout<T> {

    T pass(Pass<T> pass);
}
