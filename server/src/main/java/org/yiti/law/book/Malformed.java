package org.yiti.law.book;

/** One thing wrong at one place; ends the reading of the file it is in. */
final class Malformed extends RuntimeException {

    Malformed(String place, String complaint) {
        super(place + " " + complaint);
    }
}
