package org.yiti.jt808;

import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Layout;
import org.yiti.jt808.layout.Pass;

/** A body nobody here knows, or may know: a message of a maker's own, a reserved one, an encrypted one. */
public record Opaque(Bytes content) {

    static Kind<Opaque> kind(int id) {
        var group = id >>> 8;
        if (group == 0x0f || group == 0x8f) {
            return Kind.of(id, "保留消息", "reserved message", Opaque::pass);
        }
        return id >= 0xe000
                ? Kind.of(id, "厂商自定义消息", "message of a maker's own", Opaque::pass)
                : Kind.of(id, "未知消息", "unknown message", Opaque::pass);
    }

    /** A body of that kind that is not looked into, because it is encrypted. */
    static Kind<Opaque> encrypted(Kind<?> kind) {
        return of(kind, p -> new Opaque(p.rest("加密的消息体", "content", Opaque::content)));
    }

    /** A package of one of that kind. */
    static Kind<Opaque> part(Kind<?> kind) {
        return of(kind, p -> new Opaque(p.rest("分包内容(合并后解析)", "content", Opaque::content)));
    }

    /** One that fits no layout. */
    static Kind<Opaque> unfit(Kind<?> kind) {
        return of(kind, Opaque::pass);
    }

    private static Kind<Opaque> of(Kind<?> kind, Layout<Opaque> layout) {
        return new Kind<>(kind.id(), kind.zh(), kind.en(), kind.since(), kind.until(), layout);
    }

    static Opaque pass(Pass<Opaque> p) {
        return new Opaque(p.rest("内容", "content", Opaque::content));
    }
}
