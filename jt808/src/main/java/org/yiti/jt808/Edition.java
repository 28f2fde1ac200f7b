package org.yiti.jt808;

import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Explanation.Basis;
import org.yiti.jt808.session.Registration;

/** Which edition a packet is of, and what tells. */
record Edition(Version version, Basis basis) {

    private static final int REGISTRATION = 0x0100;

    static Edition asked(Version edition) {
        return new Edition(edition, Basis.ASKED);
    }

    /** What the packet says of itself; where it says nothing, what the session has spoken. */
    static Edition found(Packet packet, @Nullable Version session) {
        var header = packet.header();
        if (header.isVersioned()) {
            return new Edition(Version.V2019, Basis.HEADER);
        }
        if (header.id() == REGISTRATION && !header.isInPackages() && header.encryption() == 0) {
            return new Edition(Registration.editionOf(packet.body()), Basis.CONTENT);
        }
        var version = session == Version.V2011 ? Version.V2011 : Version.V2013;
        return new Edition(version, session == null ? Basis.ASSUMED : Basis.SESSION);
    }

    /** Whether the packet itself tells. */
    boolean isCertain() {
        return basis == Basis.HEADER || basis == Basis.CONTENT;
    }
}
