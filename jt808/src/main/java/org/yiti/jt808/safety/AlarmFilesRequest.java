package org.yiti.jt808.safety;

import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Look;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/** Has the files of an alarm sent to a server (T/JSATL 12 clause 4.5.1). */
public record AlarmFilesRequest(Text server, int tcpPort, int udpPort, AlarmTag tag, Text alarm, Bytes reserved) {

    public static final Kind<AlarmFilesRequest> KIND =
            Kind.of(0x9208, "报警附件上传指令", "request for alarm files", AlarmFilesRequest::pass);

    private static final int RESERVED = 16;

    static AlarmFilesRequest pass(Pass<AlarmFilesRequest> p) {
        var tag = p.decide(look -> tag(look, p.version()), it -> it.tag.length());
        return new AlarmFilesRequest(
                p.text(Width.OCTET, "附件服务器IP地址", "server", AlarmFilesRequest::server),
                p.word("附件服务器TCP端口", "tcpPort", AlarmFilesRequest::tcpPort),
                p.word("附件服务器UDP端口", "udpPort", AlarmFilesRequest::udpPort),
                p.item("报警标识号", "tag", AlarmFilesRequest::tag, AlarmTag.layout(tag)),
                p.text(AlarmFiles.ALARM, "报警编号", "alarm", AlarmFilesRequest::alarm),
                p.rest("预留", "reserved", AlarmFilesRequest::reserved));
    }

    private static int tag(Look look, Version version) {
        var length = look.remaining() - (1 + look.peek(0) + 4 + AlarmFiles.ALARM + RESERVED);
        return AlarmTag.length(length, version);
    }
}
