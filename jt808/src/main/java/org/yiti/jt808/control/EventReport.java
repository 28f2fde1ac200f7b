package org.yiti.jt808.control;

import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Pass;

/** The driver pressed the key of an event (clause 7.25 of 2013). */
public record EventReport(int event) {

    public static final Kind<EventReport> KIND =
            Kind.of(0x0301, "事件报告", "event report", EventReport::pass).until(Version.V2013);

    static EventReport pass(Pass<EventReport> p) {
        return new EventReport(p.octet("事件ID", "event", EventReport::event));
    }
}
