package org.yiti.jt808;

/** The three editions of JT/T 808. Before 2019 nothing on the wire tells them apart, so a caller keeps the one it found. */
public enum Version {
    V2011,
    V2013,
    V2019;

    public boolean atLeast(Version other) {
        return compareTo(other) >= 0;
    }

    /** {@code 2011}, {@code 2013} or {@code 2019}. */
    public String year() {
        return name().substring(1);
    }
}
