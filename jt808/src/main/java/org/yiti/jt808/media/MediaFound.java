package org.yiti.jt808.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Look;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Width;
import org.yiti.jt808.position.Location;

/** What a search found (clause 8.57). */
public record MediaFound(int serial, List<Item> items) {

    public static final Kind<MediaFound> KIND = Kind.of(0x0802, "存储多媒体数据检索应答", "multimedia found", MediaFound::pass);

    private static final int BYTES_OF_2011 = 31;

    /**
     * One of them.
     *
     * @param id absent in 2011
     */
    public record Item(@Nullable Long id, int type, int channel, int event, Location location) {

        static Item pass(Pass<Item> p) {
            return rest(p, p.dword("多媒体ID", "id", it -> it.id == null ? 0 : it.id));
        }

        static Item without(Pass<Item> p) {
            return rest(p, null);
        }

        private static Item rest(Pass<Item> p, @Nullable Long id) {
            return new Item(
                    id,
                    p.octet("多媒体类型", "type", Media.TYPE, Item::type),
                    p.octet("通道ID", "channel", Item::channel),
                    p.octet("事件项编码", "event", Media.EVENT, Item::event),
                    p.item("位置信息汇报", "location", Item::location, Location::basic));
        }
    }

    static MediaFound pass(Pass<MediaFound> p) {
        var serial = p.word("应答流水号", "serial", MediaFound::serial);
        var bare = p.decide(MediaFound::isBare, it -> it.items.stream().anyMatch(item -> item.id == null) ? 1 : 0);
        return new MediaFound(
                serial, p.list(Width.WORD, "检索项", "items", MediaFound::items, bare == 1 ? Item::without : Item::pass));
    }

    private static int isBare(Look look) {
        var count = look.peek(0) << 8 | look.peek(1);
        return count > 0 && look.remaining() == 2 + count * BYTES_OF_2011 ? 1 : 0;
    }
}
