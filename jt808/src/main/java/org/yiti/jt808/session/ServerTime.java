package org.yiti.jt808.session;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Pass;

/** The platform's time (clause 8.5). The only time of the standard that is UTC. */
public record ServerTime(BcdTime utc) {

    public static final Kind<ServerTime> KIND =
            Kind.of(0x8004, "查询服务器时间应答", "server time", ServerTime::pass).since(Version.V2019);

    public static ServerTime of(Instant now) {
        return new ServerTime(BcdTime.of(LocalDateTime.ofInstant(now, ZoneOffset.UTC)));
    }

    public Optional<Instant> instant() {
        return utc.local().map(time -> time.toInstant(ZoneOffset.UTC));
    }

    static ServerTime pass(Pass<ServerTime> p) {
        return new ServerTime(p.utc("UTC时间", "utc", ServerTime::utc));
    }
}
