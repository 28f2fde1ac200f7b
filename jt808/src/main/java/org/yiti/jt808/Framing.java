package org.yiti.jt808;

/**
 * Delimiter and escapes of a frame. {@code ALTERNATIVE} is spoken by some trackers on the same port: E7 instead of 7E, and
 * two bytes that escape.
 */
public enum Framing {
    /** 7E; 7D 02 for 7E, 7D 01 for 7D (clause 4.4.2). */
    STANDARD(0x7e, new int[][] {{0x7d, 0x01, 0x7d}, {0x7d, 0x02, 0x7e}}),
    /** E7; E6 01 for E6, E6 02 for E7, 3E 01 for 3E, 3E 02 for 3D. */
    ALTERNATIVE(0xe7, new int[][] {{0xe6, 0x01, 0xe6}, {0xe6, 0x02, 0xe7}, {0x3e, 0x01, 0x3e}, {0x3e, 0x02, 0x3d}});

    private final int delimiter;
    /** By what is escaped: first and second byte of its escape, or 0. */
    private final int[] escapes = new int[256];
    /** Whether a byte begins an escape. */
    private final boolean[] begins = new boolean[256];

    Framing(int delimiter, int[][] pairs) {
        this.delimiter = delimiter;
        for (var pair : pairs) {
            escapes[pair[2]] = pair[0] << 8 | pair[1];
            begins[pair[0]] = true;
        }
    }

    public int delimiter() {
        return delimiter;
    }

    public boolean beginsEscape(int octet) {
        return begins[octet];
    }

    /** The escape of a byte as a word, or 0 when it goes as it is. */
    public int escapeOf(int octet) {
        return escapes[octet];
    }

    /** What an escape stands for, or -1. */
    public int unescaped(int first, int second) {
        for (var octet = 0; octet < 256; octet++) {
            if (escapes[octet] == (first << 8 | second)) {
                return octet;
            }
        }
        return -1;
    }
}
