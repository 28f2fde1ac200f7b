package org.yiti.telemetry.gateway;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yiti.telemetry.command.DueCommands;
import org.yiti.telemetry.track.BatchStore;
import org.yiti.telemetry.track.GroupCommit;

/**
 * Where terminals call (JT/T 808 over TCP). A frame goes from its {@link Line} to a {@link Stranger} or {@link Guest}, from
 * there to the {@link GroupCommit}, and its acknowledgement comes back the same way once it is stored.
 */
@Component
@EnableConfigurationProperties(GatewaySettings.class)
class Gateway implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Gateway.class);
    private static final int LOOK_SECONDS = 5;

    private final GatewaySettings settings;
    private final Inventory inventory;
    private final TerminalLinks links;
    private final DueCommands commands;
    private final BatchStore store;
    private final Clock clock;
    private final Doors doors;

    private @Nullable EventLoopGroup loops;
    private @Nullable Channel door;
    private @Nullable Lobby lobby;
    private @Nullable ScheduledExecutorService watch;

    Gateway(
            GatewaySettings settings,
            Inventory inventory,
            TerminalLinks links,
            DueCommands commands,
            BatchStore store,
            Clock clock) {
        this.settings = settings;
        this.inventory = inventory;
        this.links = links;
        this.commands = commands;
        this.store = store;
        this.clock = clock;
        this.doors = new Doors(settings.connections(), settings.connectionsPerAddress());
    }

    @Override
    public void start() {
        if (settings.port() < 0) {
            return;
        }
        var commit = new GroupCommit(store, settings.writers(), settings.waiting());
        var everybody = new Lobby(settings, inventory, links, commands, commit, clock);
        lobby = everybody;
        watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleWithFixedDelay(everybody::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        var often = settings.commands().toMillis();
        watch.scheduleWithFixedDelay(everybody::deliver, often, often, TimeUnit.MILLISECONDS);
        loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
        door = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(16 << 10, 64 << 10))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        admit(channel, everybody);
                    }
                })
                .bind(settings.address(), settings.port())
                .syncUninterruptibly()
                .channel();
        log.info("Terminals are heard on {}:{}", settings.address(), port());
    }

    private void admit(SocketChannel channel, Lobby everybody) {
        var address = channel.remoteAddress().getAddress();
        if (!doors.enter(address)) {
            channel.close();
            return;
        }
        channel.closeFuture().addListener(closed -> doors.leave(address));
        channel.pipeline()
                .addLast(new FlushConsolidationHandler(256, true))
                .addLast(new IdleStateHandler(settings.silence().toSeconds(), 0, 0, TimeUnit.SECONDS))
                .addLast(new Line(everybody));
    }

    /** Who is there; null before it starts. */
    @Nullable
    Lobby lobby() {
        return lobby;
    }

    /** The port it listens on. */
    int port() {
        return door == null ? -1 : ((InetSocketAddress) door.localAddress()).getPort();
    }

    /** Nobody new comes in; what was said is stored and acknowledged; then everybody is sent away. */
    @Override
    public void stop() {
        if (door == null || lobby == null || loops == null || watch == null) {
            return;
        }
        door.close().syncUninterruptibly();
        watch.shutdownNow();
        try {
            lobby.empty();
            loops.shutdownGracefully(200, 3000, TimeUnit.MILLISECONDS).await(5, TimeUnit.SECONDS);
            lobby.lock();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        door = null;
    }

    @Override
    public boolean isRunning() {
        return door != null;
    }

    /** Among the last to start and the first to stop: what it needs is there for longer. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10;
    }
}
