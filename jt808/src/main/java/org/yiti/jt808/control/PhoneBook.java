package org.yiti.jt808.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/**
 * Numbers that may call or be called (clause 8.32).
 *
 * @param type 0 delete all (nothing follows), 1 replace all, 2 append, 3 change by name
 */
public record PhoneBook(int type, @Nullable List<Contact> contacts) {

    public static final Kind<PhoneBook> KIND = Kind.of(0x8401, "设置电话本", "phone book", PhoneBook::pass);

    private static final Meaning TYPE = Meaning.codes("""
            0 删除全部联系人 delete all
            1 更新电话本 replace all
            2 追加电话本 append
            3 修改电话本 change
            """);
    private static final Meaning MAY = Meaning.codes("""
            1 呼入 call in
            2 呼出 be called
            3 呼入/呼出 both
            """);

    /** One of them. */
    public record Contact(int may, Text phone, Text name) {

        static Contact pass(Pass<Contact> p) {
            return new Contact(
                    p.octet("标志", "may", MAY, Contact::may),
                    p.text(Width.OCTET, "电话号码", "phone", Contact::phone),
                    p.text(Width.OCTET, "联系人", "name", Contact::name));
        }
    }

    static PhoneBook pass(Pass<PhoneBook> p) {
        return new PhoneBook(
                p.octet("设置类型", "type", TYPE, PhoneBook::type),
                p.optional(
                        "联系人项列表",
                        "contacts",
                        PhoneBook::contacts,
                        list -> list.list(Width.OCTET, "联系人项", "contacts", it -> it, Contact::pass)));
    }
}
