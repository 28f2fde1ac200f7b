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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yiti.jt808.Message;
import org.yiti.jt808.Version;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.Registration;
import org.yiti.jt808.session.ServerTime;
import org.yiti.telemetry.track.Batch;
import org.yiti.telemetry.track.BatchStore;
import org.yiti.telemetry.track.GroupCommit;

/**
 * Where terminals call (JT/T 808 over TCP). A frame goes from its {@link Line} to a {@link Stranger} or {@link Guest}, from
 * there to the {@link GroupCommit}, and its acknowledgement comes back the same way once it is stored.
 */
@Component
@EnableConfigurationProperties(GatewaySettings.class)
class Gateway implements SmartLifecycle, Line.House, Stranger.Reception, Guest.Table {

    private static final Logger log = LoggerFactory.getLogger(Gateway.class);
    private static final int PORTERS = 4;
    private static final int LOOK_SECONDS = 5;

    private final GatewaySettings settings;
    private final Inventory inventory;
    private final BatchStore store;
    private final Clock clock;
    private final Lines lines = new Lines();
    private final Doors doors;

    private @Nullable EventLoopGroup loops;
    private @Nullable Channel door;
    private @Nullable GroupCommit commit;
    private @Nullable ExecutorService porters;
    private @Nullable ScheduledExecutorService watch;

    Gateway(GatewaySettings settings, Inventory inventory, BatchStore store, Clock clock) {
        this.settings = settings;
        this.inventory = inventory;
        this.store = store;
        this.clock = clock;
        this.doors = new Doors(settings.connections(), settings.connectionsPerAddress());
    }

    @Override
    public void start() {
        if (settings.port() < 0) {
            return;
        }
        commit = new GroupCommit(store, settings.writers(), settings.waiting());
        porters = Executors.newFixedThreadPool(PORTERS);
        watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
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
                        admit(channel);
                    }
                })
                .bind(settings.address(), settings.port())
                .syncUninterruptibly()
                .channel();
        log.info("Terminals are heard on {}:{}", settings.address(), port());
    }

    private void admit(SocketChannel channel) {
        var address = channel.remoteAddress().getAddress();
        if (!doors.enter(address)) {
            channel.close();
            return;
        }
        channel.closeFuture().addListener(closed -> doors.leave(address));
        channel.pipeline()
                .addLast(new FlushConsolidationHandler(256, true))
                .addLast(new IdleStateHandler(settings.silence().toSeconds(), 0, 0, TimeUnit.SECONDS))
                .addLast(new Line(this));
    }

    /** The port it listens on. */
    int port() {
        return door == null ? -1 : ((InetSocketAddress) door.localAddress()).getPort();
    }

    /** Notes who was heard, and lets go of those who speak elsewhere now. */
    private void look() {
        try {
            var speaking = new ArrayList<Line>();
            var sessions = new ArrayList<UUID>();
            for (var line : lines.all()) {
                if (line.wasHeard() && line.conversation().session() != null) {
                    speaking.add(line);
                    sessions.add(line.conversation().session());
                }
            }
            if (sessions.isEmpty()) {
                return;
            }
            var still = new HashSet<>(inventory.heard(sessions));
            speaking.stream()
                    .filter(line -> !still.contains(line.conversation().session()))
                    .forEach(line -> line.inLoop(() -> line.close("speaks elsewhere")));
        } catch (RuntimeException failure) {
            log.warn("Who was heard is not noted: {}", failure.getMessage());
        }
    }

    @Override
    public Line.Conversation greet(Line line) {
        return new Stranger(line, this, task -> {
            if (porters != null) {
                porters.execute(task);
            }
        });
    }

    @Override
    public void left(Line line, String why) {
        if (line.conversation() instanceof Guest guest) {
            lines.remove(guest.terminal(), line);
            if (porters != null && !porters.isShutdown()) {
                porters.execute(() -> inventory.parted(guest.session(), why));
            }
        }
    }

    @Override
    public Admission.Registered register(String phone, Registration told, Version version) {
        return inventory.register(phone, told, version.year());
    }

    @Override
    public Admission authenticate(String phone, Authentication told, Version version, String remote) {
        return inventory.authenticate(phone, told, version.year(), settings.name(), remote);
    }

    @Override
    public void seat(Line line, Admission.Let let, Message<?> message) {
        line.inLoop(() -> {
            line.converse(new Guest(line, let, message, this));
            lines.takeOver(let.terminal(), line)
                    .ifPresent(before -> before.inLoop(() -> before.close("taken over by another connection")));
            Stranger.answer(line, message, GeneralReply.OK);
        });
    }

    @Override
    public boolean store(Batch batch, Runnable stored) {
        return commit != null && commit.offer(batch, stored);
    }

    @Override
    public void deregister(UUID terminal) {
        if (porters != null) {
            porters.execute(() -> inventory.deregister(terminal));
        }
    }

    @Override
    public ServerTime time() {
        return ServerTime.of(clock.instant());
    }

    @Override
    public GatewaySettings settings() {
        return settings;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    /** Nobody new comes in; what was said is stored and acknowledged; then everybody is sent away. */
    @Override
    public void stop() {
        if (door == null || commit == null || loops == null || porters == null || watch == null) {
            return;
        }
        door.close().syncUninterruptibly();
        watch.shutdownNow();
        try {
            commit.close();
            lines.all().forEach(line -> line.inLoop(() -> line.close("the gateway stops")));
            loops.shutdownGracefully(200, 3000, TimeUnit.MILLISECONDS).await(5, TimeUnit.SECONDS);
            porters.shutdown();
            porters.awaitTermination(5, TimeUnit.SECONDS);
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
