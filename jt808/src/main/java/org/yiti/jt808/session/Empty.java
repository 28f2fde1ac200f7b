package org.yiti.jt808.session;

import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Pass;

/** A message that says all by its id. Some terminals append battery or signal to a heartbeat; that is the message's rest. */
public record Empty() {

    public static final Empty BODY = new Empty();

    /** Clause 8.3. */
    public static final Kind<Empty> HEARTBEAT = Kind.of(0x0002, "终端心跳", "heartbeat", Empty::pass);
    /** Clause 8.10. */
    public static final Kind<Empty> DEREGISTRATION = Kind.of(0x0003, "终端注销", "deregistration", Empty::pass);
    /** Clause 8.4. */
    public static final Kind<Empty> TIME_QUESTION =
            Kind.of(0x0004, "查询服务器时间请求", "server time question", Empty::pass).since(Version.V2019);
    /** Clause 8.13. */
    public static final Kind<Empty> PARAMETERS_QUESTION = Kind.of(0x8104, "查询终端参数", "parameters question", Empty::pass);
    /** Clause 8.17. */
    public static final Kind<Empty> ATTRIBUTES_QUESTION = Kind.of(
                    0x8107, "查询终端属性", "terminal attributes question", Empty::pass)
            .since(Version.V2013);
    /** Clause 8.23. */
    public static final Kind<Empty> LOCATION_QUESTION = Kind.of(0x8201, "位置信息查询", "location question", Empty::pass);
    /** Clause 8.27. */
    public static final Kind<Empty> LINK_TEST =
            Kind.of(0x8204, "链路检测", "link test", Empty::pass).since(Version.V2019);
    /** Clause 8.48. */
    public static final Kind<Empty> DRIVER_QUESTION = Kind.of(
                    0x8702, "上报驾驶员身份信息请求", "driver identity question", Empty::pass)
            .since(Version.V2013);
    /** JT/T 1078 clause 5.4.1. */
    public static final Kind<Empty> VIDEO_ATTRIBUTES_QUESTION =
            Kind.of(0x9003, "查询终端音视频属性", "audio and video attributes question", Empty::pass);

    static Empty pass(Pass<Empty> p) {
        return BODY;
    }
}
