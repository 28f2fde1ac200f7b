package org.yiti.jt808.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/**
 * Events a driver may report by a key (clause 7.24 of 2013).
 *
 * @param type 0 delete all (nothing follows), 1 replace all, 2 append, 3 change, 4 delete some (names may be missing)
 */
public record EventMenu(int type, @Nullable List<Event> events) {

    public static final Kind<EventMenu> KIND =
            Kind.of(0x8301, "事件设置", "event menu", EventMenu::pass).until(Version.V2013);

    static final Meaning TYPE = Meaning.codes("""
            0 删除终端现有所有事件 delete all
            1 更新事件 replace all
            2 追加事件 append
            3 修改事件 change
            4 删除特定几项事件 delete some
            """);

    /** An event, without its name where it is to be deleted. */
    public record Event(int id, @Nullable Text content) {

        static Event whole(Pass<Event> p) {
            return new Event(p.octet("事件ID", "id", Event::id), p.text(Width.OCTET, "事件内容", "content", Event::content));
        }

        static Event bare(Pass<Event> p) {
            return new Event(p.octet("事件ID", "id", Event::id), null);
        }
    }

    static EventMenu pass(Pass<EventMenu> p) {
        var type = p.octet("设置类型", "type", TYPE, EventMenu::type);
        var bare = p.decide(look -> look.remaining() - 1 == look.peek(0) ? 1 : 0, EventMenu::isBare) == 1;
        return new EventMenu(
                type,
                p.optional(
                        "事件项列表",
                        "events",
                        EventMenu::events,
                        list -> list.list(Width.OCTET, "事件项", "events", it -> it, bare ? Event::bare : Event::whole)));
    }

    private int isBare() {
        return events != null && events.stream().allMatch(event -> event.content == null) ? 1 : 0;
    }
}
