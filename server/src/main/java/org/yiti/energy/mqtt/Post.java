package org.yiti.energy.mqtt;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to one broker, whichever edition of MQTT it speaks: the editions differ in their words only. */
abstract class Post implements AutoCloseable {

    /** @param acknowledge once what it says is durable, or known to be worth nothing */
    record Letter(String topic, byte[] payload, Runnable acknowledge) {}

    static final int KEEP_ALIVE_SECONDS = 30;
    private static final Logger log = LoggerFactory.getLogger(Post.class);
    private static final int PARTING_SECONDS = 5;

    private final ExecutorService readers = Executors.newSingleThreadExecutor();
    private volatile String topics = "";

    /** Every letter that comes, acknowledged by whoever reads it. */
    abstract void hear(Consumer<Letter> reader, Executor readers);

    /** With a session that the broker keeps. */
    abstract CompletableFuture<?> connect();

    abstract CompletableFuture<?> subscribe(String topics);

    abstract CompletableFuture<?> disconnect();

    /** Told once; whoever misses it sends its batch again. */
    abstract void send(String topic, byte[] payload);

    abstract boolean isConnected();

    /** Connects, and again whenever the connection is lost, until closed. Each letter comes at least once. */
    void open(String topics, Consumer<Letter> reader) {
        this.topics = topics;
        // Before there is a connection: what the broker has kept comes before anything is subscribed to anew.
        hear(reader, readers);
        connect().whenComplete((ack, failure) -> {
            if (failure != null) {
                log.warn("The broker lets nobody in: {}", failure.getMessage());
            }
        });
    }

    /** Whenever there is a connection. */
    void connected() {
        subscribe(topics).whenComplete((ack, failure) -> {
            if (failure != null) {
                log.warn("The broker lets nobody hear {}: {}", topics, failure.getMessage());
            }
        });
    }

    @Override
    public void close() {
        disconnect()
                .orTimeout(PARTING_SECONDS, TimeUnit.SECONDS)
                .handle((gone, failure) -> failure == null)
                .join();
        readers.shutdown();
    }
}
