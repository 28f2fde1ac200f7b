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
 * News a driver may order (clause 7.28 of 2013).
 *
 * @param type 0 delete all (nothing follows), 1 replace all, 2 append, 3 change
 */
public record NewsMenu(int type, @Nullable List<News> items) {

    public static final Kind<NewsMenu> KIND =
            Kind.of(0x8303, "信息点播菜单设置", "news menu", NewsMenu::pass).until(Version.V2013);

    private static final Meaning TYPE = Meaning.codes("""
            0 删除终端全部信息项 delete all
            1 更新菜单 replace all
            2 追加菜单 append
            3 修改菜单 change
            """);

    /** A kind of news. */
    public record News(int id, Text name) {

        static News pass(Pass<News> p) {
            return new News(p.octet("信息类型", "id", News::id), p.text(Width.WORD, "信息名称", "name", News::name));
        }
    }

    /** The driver orders a kind of news, or no longer (clause 7.29 of 2013). */
    public record Order(int news, int action) {

        public static final Kind<Order> KIND =
                Kind.of(0x0303, "信息点播/取消", "news order", Order::pass).until(Version.V2013);

        private static final Meaning ACTION = Meaning.codes("""
                0 取消 no longer
                1 点播 order
                """);

        static Order pass(Pass<Order> p) {
            return new Order(p.octet("信息类型", "news", Order::news), p.octet("点播/取消标志", "action", ACTION, Order::action));
        }
    }

    /** The news itself (clause 7.30 of 2013). */
    public record Item(int news, Text content) {

        public static final Kind<Item> KIND =
                Kind.of(0x8304, "信息服务", "news", Item::pass).until(Version.V2013);

        static Item pass(Pass<Item> p) {
            return new Item(p.octet("信息类型", "news", Item::news), p.text(Width.WORD, "信息内容", "content", Item::content));
        }
    }

    static NewsMenu pass(Pass<NewsMenu> p) {
        return new NewsMenu(
                p.octet("设置类型", "type", TYPE, NewsMenu::type),
                p.optional(
                        "信息项列表",
                        "items",
                        NewsMenu::items,
                        list -> list.list(Width.OCTET, "信息项", "items", it -> it, News::pass)));
    }
}
