package org.yiti.safeguard;

/** Is told of every guarded value that goes out as it is. */
@FunctionalInterface
public interface Witness {

    /** Where nothing goes out: what the house reads for itself, and files, which are told of as a whole. */
    Witness NONE = place -> {};

    void saw(Place place);
}
