package org.yiti.jt808.layout;

/** How many bytes an unsigned number takes, such as the length in front of a text. */
public enum Width {
    OCTET(1),
    WORD(2),
    DWORD(4);

    private final int bytes;

    Width(int bytes) {
        this.bytes = bytes;
    }

    public int bytes() {
        return bytes;
    }

    public long most() {
        return (1L << 8 * bytes) - 1;
    }
}
