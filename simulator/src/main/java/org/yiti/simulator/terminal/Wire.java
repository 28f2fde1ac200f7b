package org.yiti.simulator.terminal;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Message;
import org.yiti.jt808.Refused;
import org.yiti.jt808.frame.FrameReader;
import org.yiti.jt808.frame.Received;

/** One connection of a terminal to the gateway. Everything happens in the loop. */
final class Wire extends ChannelInboundHandlerAdapter {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int PACKAGES = 0xffff;

    private final Device device;
    private final Listener listener;
    private final FrameReader reader = new FrameReader(Dialect.STANDARD);
    private @Nullable Channel channel;
    private int serial;
    private boolean over;

    interface Listener {
        void open();

        void hear(Message<?> message);

        /** Once, whether it ever opened or not. */
        void over();
    }

    Wire(Device device, Listener listener) {
        this.device = device;
        this.listener = listener;
    }

    void connect(EventLoop loop, InetSocketAddress gateway) {
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, PATIENCE_MILLIS)
                .handler(this)
                .connect(gateway)
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        end();
                    }
                });
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        listener.open();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object chunk) {
        var bytes = (ByteBuf) chunk;
        List<Received> received;
        try {
            received = reader.read(bytes.nioBuffer());
        } finally {
            bytes.release();
        }
        for (var one : received) {
            if (one instanceof Received.Frame frame) {
                try {
                    listener.hear(Jt808.STANDARD.decode(frame.content(), device.version()));
                } catch (Refused unreadable) {
                    context.close();
                }
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void end() {
        if (!over) {
            over = true;
            listener.over();
        }
    }

    boolean isWritable() {
        return channel != null && channel.isWritable();
    }

    /** @return the serial of its first frame */
    <T> int say(Kind<T> kind, T body) {
        var first = serial;
        var frames = Jt808.STANDARD.encode(kind, body, device.version(), device.padded(), serial);
        serial = serial + frames.size() & PACKAGES;
        if (channel != null) {
            for (var frame : frames) {
                channel.write(Unpooled.wrappedBuffer(frame), channel.voidPromise());
            }
        }
        return first;
    }

    void flush() {
        if (channel != null) {
            channel.flush();
        }
    }

    void close() {
        if (channel != null) {
            channel.close();
        }
    }
}
