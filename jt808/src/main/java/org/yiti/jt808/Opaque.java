package org.yiti.jt808;

import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Pass;

/** A body nobody here knows, or may know: a message of a maker's own, a reserved one, an encrypted one. */
public record Opaque(Bytes content) {

    static Kind<Opaque> kind(int id) {
        return Kind.of(id, "未知消息", "unknown message", Opaque::pass);
    }

    static Opaque pass(Pass<Opaque> p) {
        return new Opaque(p.rest("内容", "content", Opaque::content));
    }
}
