package org.yiti.jt808.video;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Pass;

/** How many got on and off (JT/T 1078 clause 5.4.3). */
public record Passengers(BcdTime start, BcdTime end, int on, int off) {

    public static final Kind<Passengers> KIND = Kind.of(0x1005, "终端上传乘客流量", "passengers", Passengers::pass);

    static Passengers pass(Pass<Passengers> p) {
        return new Passengers(
                p.time("起始时间", "start", Passengers::start),
                p.time("结束时间", "end", Passengers::end),
                p.word("上车人数", "on", Passengers::on),
                p.word("下车人数", "off", Passengers::off));
    }
}
