package org.yiti.ledger.photograph;

import java.io.IOException;

/** A file that begins like a picture and does not go on like one. */
public class BrokenPicture extends IOException {

    private static final long serialVersionUID = 1;

    BrokenPicture(String what) {
        super(what);
    }
}
