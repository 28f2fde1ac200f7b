package org.yiti.detect.geo;

/** Somewhere with an edge. */
public interface Area {

    /** Beyond this many metres it only matters on which side of the edge a place is. */
    double FAR = 1_000;

    /**
     * How many metres inside of the edge a place is; less than nought outside. What is farther than {@link #FAR} may be told
     * as any number beyond that.
     */
    double depth(double latitude, double longitude);

    /** Whether the straight way between two places touches it. */
    boolean crossed(double latitude1, double longitude1, double latitude2, double longitude2);
}
