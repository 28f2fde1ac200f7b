package org.yiti.jt808.session;

import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/** A package of software for a terminal (clause 8.19). */
public record Upgrade(int type, Text maker, Text software, Bytes data) {

    public static final Kind<Upgrade> KIND =
            Kind.of(0x8108, "下发终端升级包", "upgrade", Upgrade::pass).since(Version.V2013);

    static final Meaning TYPE = Meaning.codes("""
            0 终端 terminal
            12 道路运输证IC卡读卡器 card reader
            52 卫星定位模块 positioning module
            """);

    static Upgrade pass(Pass<Upgrade> p) {
        return new Upgrade(
                p.octet("升级类型", "type", TYPE, Upgrade::type),
                p.text(5, "制造商ID", "maker", Upgrade::maker),
                p.text(Width.OCTET, "终端固件版本号", "software", Upgrade::software),
                p.bytes(Width.DWORD, "升级数据包", "data", Upgrade::data));
    }

    /** How it went (clause 8.20). */
    public record Result(int type, int result) {

        public static final Kind<Result> KIND =
                Kind.of(0x0108, "终端升级结果应答", "upgrade result", Result::pass).since(Version.V2013);

        private static final Meaning RESULT = Meaning.codes("""
                0 成功 success
                1 失败 failure
                2 取消 cancelled
                """);

        static Result pass(Pass<Result> p) {
            return new Result(
                    p.octet("升级类型", "type", TYPE, Result::type), p.octet("升级结果", "result", RESULT, Result::result));
        }
    }
}
