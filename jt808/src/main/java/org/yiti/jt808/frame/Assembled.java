package org.yiti.jt808.frame;

import java.util.List;
import java.util.Map;
import org.yiti.jt808.Header;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Refusal;

/** What becomes of a message that comes in packages. */
public sealed interface Assembled {

    /**
     * All packages are there, or it never was in packages.
     *
     * @param packet the message with the header of its first package, without the package item
     * @param last header of the package that completed it, whose serial is answered
     */
    record Whole(Packet packet, Header last) implements Assembled {}

    /** Some are missing still. */
    record Waiting(int id, int firstSerial, List<Integer> missing) implements Assembled {}

    /** It is worth asking for these: nothing has come for a while. */
    record Overdue(int id, int firstSerial, List<Integer> missing) implements Assembled {}

    /** Dropped, and why. */
    record GivenUp(int id, int firstSerial, Refusal why, Map<String, ?> facts) implements Assembled {}
}
