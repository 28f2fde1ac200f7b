package org.yiti.telemetry.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;

/**
 * One connection. Frames are dealt with one after another: while one waits for the inventory or for room in the store, those
 * behind it wait as well and nothing more is read. Everything here happens in the event loop of its channel.
 */
final class Line extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(Line.class);
    private static final int MOST_OFFENCES = 20;

    private final Lobby lobby;
    private final Inbox inbox = new Inbox();
    private final Bucket bucket;

    private @Nullable ChannelHandlerContext context;
    private @Nullable Outbox out;
    private Conversation conversation;
    private int waits;
    private int offences;
    private Parting parting = Parting.CLOSED_BY_TERMINAL;
    private volatile boolean heard;

    Line(Lobby lobby) {
        this.lobby = lobby;
        this.bucket = new Bucket(
                lobby.settings().messagesPerSecond(), lobby.settings().burst(), System.nanoTime());
        this.conversation = lobby.greet(this);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        out = new Outbox(ctx);
        later(this::expectAuthentication, lobby.settings().untilAuthenticated().toMillis());
        look();
    }

    private void expectAuthentication() {
        if (conversation.session() == null) {
            close(Parting.NOT_AUTHENTICATED);
        }
    }

    private void look() {
        var most = lobby.settings().frame();
        if (inbox.dawdles(System.nanoTime(), most.toNanos())) {
            close(Parting.FRAME_TOO_SLOW);
        } else {
            later(this::look, most.toMillis() / 4);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object chunk) {
        var bytes = (ByteBuf) chunk;
        try {
            inbox.read(bytes.nioBuffer(), System.nanoTime()).forEach(this::offend);
        } finally {
            bytes.release();
        }
        goOn();
    }

    /** Deals with what is held until something has to be waited for. */
    private void goOn() {
        while (waits == 0 && !inbox.isEmpty()) {
            heard = true;
            if (!conversation.hear(inbox.next())) {
                offend("a message that does not belong here");
            }
            var pause = bucket.take(System.nanoTime());
            if (pause > 0) {
                await();
                later(this::resume, pause);
            }
        }
        if (context != null) {
            context.channel().config().setAutoRead(waits == 0);
        }
    }

    private void offend(String why) {
        log.debug("{}: {}", remote(), why);
        if (++offences > MOST_OFFENCES) {
            close(Parting.NO_MESSAGES);
        }
    }

    /** Nothing more is read until {@link #resume}. */
    void await() {
        waits++;
    }

    /** From any thread. */
    void resume() {
        inLoop(() -> {
            waits--;
            goOn();
        });
    }

    /** @return false when the line is gone */
    boolean inLoop(Runnable work) {
        if (context == null || context.isRemoved()) {
            return false;
        }
        context.executor().execute(work);
        return true;
    }

    boolean isOpen() {
        return context != null && context.channel().isActive();
    }

    /** Unless the line is gone by then. */
    void later(Runnable work, long millis) {
        if (context != null) {
            var open = context;
            Runnable ifOpen = () -> {
                if (open.channel().isActive()) {
                    work.run();
                }
            };
            open.executor().schedule(ifOpen, millis, TimeUnit.MILLISECONDS);
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
        if (out != null) {
            out.say(kind, body, version, phone);
        }
    }

    /** In the loop. */
    @Nullable
    Outbox out() {
        return out;
    }

    String remote() {
        return context != null && context.channel().remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "unknown";
    }

    void close(Parting why) {
        parting = why;
        if (context != null) {
            context.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent) {
            close(Parting.SILENT);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        close(Parting.FAILED);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        inbox.clear();
        conversation.end();
        lobby.left(this, parting);
    }
}
