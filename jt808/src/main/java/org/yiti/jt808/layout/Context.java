package org.yiti.jt808.layout;

import org.yiti.jt808.Version;

/**
 * What a layout may ask about its surroundings.
 *
 * @param countsMayBeWrong whether a list may have fewer parts than its count says
 * @param tailIsFixed whether a position is followed by bytes that are no additional information
 * @param kinds what this dialect knows about values with an id
 */
public record Context(Version version, boolean countsMayBeWrong, boolean tailIsFixed, ValueKinds kinds) {

    public static Context of(Version version) {
        return new Context(version, false, false, ValueKinds.NONE);
    }
}
