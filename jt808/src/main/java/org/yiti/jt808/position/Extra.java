package org.yiti.jt808.position;

import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Family;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.ValueKind;
import org.yiti.jt808.layout.Width;

/**
 * One piece of additional information, kept as its bytes whether its id is known or not; {@link Location#find} reads it,
 * {@link Extras} has the kinds of the standard.
 */
public record Extra(int id, Bytes value) {

    public static <T> Extra of(ValueKind<T> kind, T value) {
        return new Extra((int) kind.id(), kind.bytes(value, Version.V2019));
    }

    static Extra pass(Pass<Extra> p) {
        var id = p.octet("附加信息ID", "id", Extra::id);
        return new Extra(id, p.tagged(Width.OCTET, id, Family.EXTRA, Extra::value));
    }
}
