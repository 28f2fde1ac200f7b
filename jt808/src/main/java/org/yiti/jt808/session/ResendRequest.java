package org.yiti.jt808.session;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Pass;

/**
 * Packages that did not arrive (clauses 8.6 and 8.7). Their count has one byte in 2013 and two in 2019.
 *
 * @param firstSerial serial of the first package of the message
 * @param numbers of the packages wanted, from 1
 */
public record ResendRequest(int firstSerial, List<Integer> numbers) {

    public static final Kind<ResendRequest> TERMINAL = Kind.of(
                    0x0005, "终端补传分包请求", "resend request of the terminal", ResendRequest::pass)
            .since(Version.V2019);
    public static final Kind<ResendRequest> PLATFORM = Kind.of(
                    0x8003, "服务器补传分包请求", "resend request of the platform", ResendRequest::pass)
            .since(Version.V2013);

    static ResendRequest pass(Pass<ResendRequest> p) {
        var serial = p.word("原始消息流水号", "firstSerial", ResendRequest::firstSerial);
        var wide = p.version() == Version.V2019;
        var count = wide
                ? p.word("重传包总数", "count", it -> it.numbers.size())
                : p.octet("重传包总数", "count", it -> it.numbers.size());
        return new ResendRequest(
                serial,
                p.list(
                        count,
                        "重传包ID列表",
                        "numbers",
                        ResendRequest::numbers,
                        n -> n.word("包ID", "number", Integer::intValue)));
    }
}
