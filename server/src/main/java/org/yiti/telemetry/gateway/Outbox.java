package org.yiti.telemetry.gateway;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.util.List;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;

/** What goes out over a line, with the serials that count it. In the event loop of its channel, unless it says otherwise. */
final class Outbox {

    private final ChannelHandlerContext context;
    private int serial;

    Outbox(ChannelHandlerContext context) {
        this.context = context;
    }

    /** From any thread. */
    <T> void say(Kind<T> kind, T body, Version version, String phone) {
        if (context.executor().inEventLoop()) {
            sayNow(kind, body, version, phone);
        } else {
            context.executor().execute(() -> sayNow(kind, body, version, phone));
        }
    }

    private <T> void sayNow(Kind<T> kind, T body, Version version, String phone) {
        write(Jt808.STANDARD.encode(kind, body, version, phone, serial));
    }

    /** The serial of the first frame that is written next. */
    int nextSerial() {
        return serial;
    }

    /** New frames, whose serials count up from {@link #nextSerial}. */
    void write(List<byte[]> frames) {
        serial = serial + frames.size() & 0xffff;
        repeat(frames);
    }

    /** Frames that went out before, to the letter. */
    void repeat(List<byte[]> frames) {
        for (var frame : frames) {
            context.write(Unpooled.wrappedBuffer(frame));
        }
        context.flush();
    }
}
