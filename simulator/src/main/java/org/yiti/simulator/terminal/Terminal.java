package org.yiti.simulator.terminal;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Message;
import org.yiti.jt808.media.MediaData;
import org.yiti.jt808.media.MediaReply;
import org.yiti.jt808.media.Shot;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.position.LocationBatch;
import org.yiti.jt808.position.LocationReply;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.Empty;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.Registration;
import org.yiti.jt808.session.RegistrationReply;
import org.yiti.simulator.mishap.Mishaps;
import org.yiti.simulator.mishap.Step;

/**
 * One terminal: registers, authenticates, tells, and tells again what was not acknowledged. Everything happens in its loop.
 */
final class Terminal implements Wire.Listener {

    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int MOST_DOUBLINGS = 3;
    private static final long REFUSED_SECONDS = 60;

    private final Device device;
    private final Driver driver;
    private final Mishaps<Pending> mishaps;
    private final Fleet fleet;
    private final EventLoop loop;
    private final Outbox outbox = new Outbox();
    private final Camera camera = new Camera();

    private @Nullable Wire wire;
    private boolean letIn;
    private boolean atTheDoor;
    private boolean ending;
    private boolean ended;
    private boolean turnedAway;
    private int failures;
    private long saidAt;
    private @Nullable Report last;

    Terminal(Device device, Driver driver, Mishaps<Pending> mishaps, Fleet fleet, EventLoop loop) {
        this.device = device;
        this.driver = driver;
        this.mishaps = mishaps;
        this.fleet = fleet;
        this.loop = loop;
    }

    /** From any thread. */
    void connect() {
        fleet.turnstile()
                .enter(() -> loop.execute(() -> {
                    atTheDoor = true;
                    if (ended) {
                        leaveTheDoor();
                        return;
                    }
                    wire = new Wire(device, this);
                    wire.connect(loop, fleet.gateway());
                }));
    }

    private void leaveTheDoor() {
        if (atTheDoor) {
            atTheDoor = false;
            fleet.turnstile().leave();
        }
    }

    @Override
    public void open() {
        var code = fleet.codes().of(device.phone());
        if (code == null) {
            wire().say(Registration.KIND, device.registration());
        } else {
            authenticate(code);
        }
        wire().flush();
    }

    private void authenticate(String code) {
        wire().say(Authentication.KIND, device.authentication(code));
    }

    @Override
    public void hear(Message<?> message) {
        if (message.body() instanceof RegistrationReply reply) {
            registered(reply);
        } else if (message.body() instanceof GeneralReply reply) {
            if (reply.messageId() == Authentication.KIND.id()) {
                authenticated(reply.result() == GeneralReply.OK);
            } else {
                answered(reply);
            }
        } else {
            obey(message);
        }
        wire().flush();
    }

    private void registered(RegistrationReply reply) {
        if (reply.result() == RegistrationReply.OK) {
            fleet.codes().keep(device.phone(), reply.code().toString());
            authenticate(reply.code().toString());
        } else {
            fleet.refused(device, reply.result());
            turnedAway = true;
            wire().close();
        }
    }

    private void authenticated(boolean fine) {
        leaveTheDoor();
        if (fine) {
            letIn = true;
            failures = 0;
            saidAt = System.nanoTime();
            fleet.statistics().connected.increment();
            go();
        } else {
            fleet.codes().forget(device.phone());
            wire().close();
        }
    }

    private void answered(GeneralReply reply) {
        var nanos = System.nanoTime();
        var answered = outbox.answered(reply.serial(), nanos);
        if (answered == null) {
            return;
        }
        if (reply.result() == GeneralReply.OK) {
            fleet.statistics().acknowledgedAfter(answered.nanos());
            answered.told().stream()
                    .filter(Pending::acknowledge)
                    .forEach(pending -> fleet.acknowledged(device, pending));
        } else {
            fleet.statistics().refused.increment();
        }
        go();
    }

    /** Commands are carried out without anything to carry them out, but that there is something to see for its camera. */
    private void obey(Message<?> message) {
        if (message.body() instanceof Shot shot && last != null && shot.command() > 0) {
            var taken = camera.take(shot, last);
            wire().say(Shot.Reply.KIND, Camera.reply(message.header().serial(), taken));
            taken.forEach(picture -> wire().say(MediaData.KIND, picture));
        } else if (message.body() instanceof MediaReply) {
            return;
        } else if (message.kind() == Empty.LOCATION_QUESTION && last != null) {
            wire().say(LocationReply.KIND, new LocationReply(message.header().serial(), last.location()));
        } else {
            wire().say(
                            GeneralReply.TERMINAL,
                            new GeneralReply(message.header().serial(), message.id(), GeneralReply.OK));
        }
    }

    /** Tells what is due, as far as the house keeps up. */
    void go() {
        if (!letIn) {
            return;
        }
        var before = saidAt;
        while (outbox.inFlight() < fleet.window() && wire().isWritable() && (outbox.hasWaiting() || due())) {
            var step = outbox.next();
            if (step instanceof Step.Tell<Pending> tell) {
                tell(tell);
            } else if (step instanceof Step.HangUp<Pending>) {
                wire().flush();
                wire().close();
                return;
            }
        }
        var now = System.nanoTime();
        if (now - saidAt > HEARTBEAT_NANOS) {
            wire().say(Empty.HEARTBEAT, Empty.BODY);
            saidAt = now;
        }
        if (saidAt != before) {
            wire().flush();
        }
        if (outbox.oldest(now) > PATIENCE_NANOS) {
            wire().close();
        }
    }

    private boolean due() {
        if (ending || driver.due() > fleet.now()) {
            return false;
        }
        last = driver.next();
        outbox.add(mishaps.tell(new Pending(last)));
        return true;
    }

    private void tell(Step.Tell<Pending> tell) {
        var whole = tell.late() ? tell : gathered(tell);
        var locations = whole.told().stream()
                .map(pending -> pending.report().location())
                .toList();
        var serial = whole.late() || locations.size() > 1
                ? wire().say(
                                LocationBatch.KIND,
                                new LocationBatch(whole.late() ? LocationBatch.BACKFILL : 0, locations))
                : wire().say(Location.KIND, locations.get(0));
        saidAt = System.nanoTime();
        outbox.sent(serial, whole, saidAt);
        fleet.statistics().told.add(locations.size());
    }

    /** Together with others that are due, where a message has room for several. */
    private Step.Tell<Pending> gathered(Step.Tell<Pending> first) {
        if (fleet.batch() == 1) {
            return first;
        }
        var all = new ArrayList<>(first.told());
        while (all.size() < fleet.batch() && (outbox.hasWaiting() || due())) {
            var more = outbox.nextInTime();
            if (more == null) {
                break;
            }
            all.addAll(more.told());
        }
        return new Step.Tell<>(all, false);
    }

    @Override
    public void over() {
        if (letIn) {
            fleet.statistics().connected.decrement();
            fleet.statistics().reconnects.add(ended ? 0 : 1);
        }
        leaveTheDoor();
        letIn = false;
        wire = null;
        outbox.again();
        if (!ended) {
            var seconds = turnedAway ? REFUSED_SECONDS : 1L << failures;
            turnedAway = false;
            failures = Math.min(MOST_DOUBLINGS, failures + 1);
            loop.schedule(
                    this::connect, seconds * 1000 / 2 + fleet.chance((int) seconds * 1000), TimeUnit.MILLISECONDS);
        }
    }

    /** Nothing new; what is held back is told. */
    void end() {
        ending = true;
        outbox.add(mishaps.end());
    }

    /** Nothing is due, and nothing waits for an acknowledgement. */
    boolean isQuiet() {
        return outbox.isEmpty() && (ending || driver.due() > fleet.now());
    }

    void close() {
        ended = true;
        if (wire != null) {
            wire.close();
        }
    }

    private Wire wire() {
        return Objects.requireNonNull(wire);
    }
}
