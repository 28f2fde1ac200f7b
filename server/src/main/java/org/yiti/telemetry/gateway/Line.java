package org.yiti.telemetry.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.frame.FrameReader;
import org.yiti.jt808.frame.Received;
import org.yiti.jt808.layout.Bytes;

/**
 * One connection. Frames are dealt with one after another: while one waits for the inventory or for room in the store, those
 * behind it wait as well and nothing more is read. Everything here happens in the event loop of its channel.
 */
final class Line extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(Line.class);
    private static final int MOST_OFFENCES = 20;

    private final House house;
    private final FrameReader reader = new FrameReader(Dialect.LENIENT);
    private final Deque<Bytes> held = new ArrayDeque<>();
    private final Bucket bucket;

    private @Nullable ChannelHandlerContext context;
    private Conversation conversation;
    private boolean waiting;
    private int offences;
    private long frameSince;
    private int serial;
    private String parting = "closed by the terminal";
    private volatile boolean heard;

    /** What the lines of a gateway share. */
    interface House {
        GatewaySettings settings();

        Conversation greet(Line line);

        void left(Line line, String why);

        long nanos();
    }

    Line(House house) {
        this.house = house;
        this.bucket = new Bucket(
                house.settings().messagesPerSecond(), house.settings().burst(), house.nanos());
        this.conversation = house.greet(this);
    }

    /** Deals with frames, one at a time. */
    @FunctionalInterface
    interface Conversation {
        /** @return the edition and the terminal are kept by it; false when the frame was an offence */
        boolean hear(Bytes frame);

        /** Whom it speaks for; null while nobody is known. */
        default @Nullable UUID session() {
            return null;
        }

        default boolean isLetIn() {
            return session() != null;
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        var until = house.settings().untilAuthenticated().toMillis();
        ctx.executor()
                .schedule(
                        () -> closeUnless(conversation.isLetIn(), "not authenticated in time"),
                        until,
                        TimeUnit.MILLISECONDS);
        look(ctx);
        ctx.fireChannelActive();
    }

    /** A frame has so long to arrive, however diligently a byte comes now and then. */
    private void look(ChannelHandlerContext ctx) {
        var most = house.settings().frame().toNanos();
        closeUnless(reader.pending() == 0 || house.nanos() - frameSince < most, "a frame took too long");
        if (ctx.channel().isActive()) {
            ctx.executor().schedule(() -> look(ctx), most / 4, TimeUnit.NANOSECONDS);
        }
    }

    private void closeUnless(boolean fine, String why) {
        if (!fine) {
            close(why);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object chunk) {
        var bytes = (ByteBuf) chunk;
        try {
            var begun = reader.pending() > 0;
            var received = reader.read(bytes.nioBuffer());
            if (!begun || !received.isEmpty()) {
                frameSince = house.nanos();
            }
            received.forEach(this::take);
        } finally {
            bytes.release();
        }
        goOn();
    }

    private void take(Received received) {
        if (received instanceof Received.Frame frame) {
            held.add(frame.content());
        } else if (received instanceof Received.Discarded discarded) {
            offend(discarded.why().wording());
        }
    }

    /** Deals with what is held until something has to be waited for. */
    private void goOn() {
        while (!waiting && !held.isEmpty()) {
            heard = true;
            if (!conversation.hear(held.remove())) {
                offend("a message that does not belong here");
            }
            var pause = bucket.take(house.nanos());
            if (pause > 0) {
                await();
                later(this::resume, pause);
            }
        }
        if (context != null) {
            context.channel().config().setAutoRead(!waiting);
        }
    }

    private void offend(String why) {
        log.debug("{}: {}", remote(), why);
        if (++offences > MOST_OFFENCES) {
            close("too much that is no message: " + why);
        }
    }

    /** Nothing more is read until {@link #resume}. */
    void await() {
        waiting = true;
    }

    /** From any thread. */
    void resume() {
        inLoop(() -> {
            waiting = false;
            goOn();
        });
    }

    void inLoop(Runnable work) {
        if (context != null && !context.isRemoved()) {
            context.executor().execute(work);
        }
    }

    void later(Runnable work, long millis) {
        if (context != null) {
            context.executor().schedule(work, millis, TimeUnit.MILLISECONDS);
        }
    }

    void converse(Conversation next) {
        conversation = next;
    }

    Conversation conversation() {
        return conversation;
    }

    /** Whether it said anything since this was asked last. */
    boolean wasHeard() {
        var was = heard;
        heard = false;
        return was;
    }

    /** From any thread: in the edition it speaks. */
    <T> void say(Kind<T> kind, T body, Version version, String phone) {
        inLoop(() -> {
            var frames = org.yiti.jt808.Jt808.STANDARD.encode(kind, body, version, phone, serial);
            serial = serial + frames.size() & 0xffff;
            if (context != null) {
                frames.forEach(frame -> context.write(Unpooled.wrappedBuffer(frame)));
                context.flush();
            }
        });
    }

    String remote() {
        return context != null && context.channel().remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "unknown";
    }

    void close(String why) {
        parting = why;
        if (context != null) {
            context.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent) {
            close("silent");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        log.debug("{} ends", remote(), cause);
        close("the connection failed");
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        held.clear();
        house.left(this, parting);
        ctx.fireChannelInactive();
    }
}
