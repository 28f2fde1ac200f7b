package org.yiti.jt808.layout;

/** What lies ahead, for the few layouts that only their content tells apart. */
public interface Look {

    int remaining();

    /** The unsigned byte so far ahead, or -1 beyond the end. */
    int peek(int ahead);
}
