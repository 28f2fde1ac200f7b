package org.yiti.energy.mqtt;

import java.util.function.Consumer;

/** A connection to one broker, whichever edition of MQTT it speaks. */
interface Post extends AutoCloseable {

    /** @param acknowledge once what it says is durable, or known to be worth nothing */
    record Letter(String topic, byte[] payload, Runnable acknowledge) {}

    /** Connects, and again whenever the connection is lost, until closed. Each letter comes at least once. */
    void open(String topics, Consumer<Letter> reader);

    /** Told once; whoever misses it sends its batch again. */
    void send(String topic, byte[] payload);

    boolean isConnected();

    @Override
    void close();
}
