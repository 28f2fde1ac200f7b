package org.yiti.energy.collector;

import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiti.energy.collector.CollectorSettings.Collector;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.mohurd.CentreSession;
import org.yiti.meters.mohurd.Challenge;
import org.yiti.meters.mohurd.Common;
import org.yiti.meters.mohurd.Envelope;
import org.yiti.meters.mohurd.EnvelopeForm;
import org.yiti.meters.mohurd.EnvelopeReader;
import org.yiti.meters.mohurd.Message;
import org.yiti.meters.mohurd.PayloadCipher;

/** One connection of a collector. Whose it is, its first message shows: it can be read with the key of one collector alone. */
final class CollectorLine {

    private static final int RANDOM_BYTES = 16;
    private static final ZoneOffset HERE = ZoneOffset.ofHours(8);

    private final Socket socket;
    private final Map<String, Collector> collectors;
    private final StoreCollected store;
    private final Clock clock;
    private final SecureRandom random;
    private @Nullable String name;

    CollectorLine(
            Socket socket,
            Map<String, Collector> collectors,
            StoreCollected store,
            Clock clock,
            SecureRandom random) {
        this.socket = socket;
        this.collectors = collectors;
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /** Until either side hangs up, or says what is not understood. */
    void serve() throws Exception {
        var session = new CentreSession(this::key, this::sequence, Challenge.SEQUENCE_THEN_KEY);
        var reader = new EnvelopeReader(EnvelopeForm.GUIDE);
        var buffer = new byte[4096];
        var open = true;
        for (var length = socket.getInputStream().read(buffer);
                open && length > 0;
                length = socket.getInputStream().read(buffer)) {
            var envelopes = new ArrayList<Envelope>();
            reader.feed(Arrays.copyOf(buffer, length), envelopes::add);
            for (var envelope : envelopes) {
                open &= answer(session, envelope);
            }
            if (!open) {
                return;
            }
        }
    }

    private boolean answer(CentreSession session, Envelope envelope) throws Exception {
        var message = read(envelope);
        var reaction = session.on(message, LocalDateTime.ofInstant(clock.instant(), HERE));
        for (var reply : reaction.replies()) {
            send(envelope, reply);
        }
        if (reaction.data().isPresent()) {
            var data = reaction.data().get();
            store.store(Objects.requireNonNull(name), data);
            var stored = session.acknowledge(data);
            if (stored.isPresent()) {
                send(envelope, stored.get());
            }
        }
        return !reaction.close();
    }

    private Message read(Envelope envelope) throws IOException {
        if (name != null) {
            return Message.parse(cipher(name).decrypt(envelope.payload()));
        }
        for (var entry : collectors.entrySet()) {
            try {
                var message = Message.parse(cipher(entry.getKey()).decrypt(envelope.payload()));
                if (is(entry.getValue(), message.common())) {
                    name = entry.getKey();
                    return message;
                }
            } catch (MeterRefused otherKey) {
                // It is not this one.
            }
        }
        throw new IOException("a collector that nobody knows");
    }

    private static boolean is(Collector collector, Common common) {
        return collector.building().equals(common.building()) && collector.gateway().equals(common.gateway());
    }

    private PayloadCipher cipher(String collector) {
        return PayloadCipher.of(Objects.requireNonNull(collectors.get(collector)).aes());
    }

    private Optional<String> key(Common common) {
        var collector = name == null ? null : collectors.get(name);
        return collector != null && is(collector, common) ? Optional.of(collector.md5()) : Optional.empty();
    }

    private String sequence() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void send(Envelope to, Message message) throws IOException {
        var payload = cipher(Objects.requireNonNull(name)).encrypt(message.xml());
        socket.getOutputStream().write(new Envelope(to.serial(), payload).encode(EnvelopeForm.GUIDE));
        socket.getOutputStream().flush();
    }
}
