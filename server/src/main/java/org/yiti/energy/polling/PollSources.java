package org.yiti.energy.polling;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yiti.energy.intake.Intake;
import org.yiti.energy.source.Failing;
import org.yiti.energy.source.Sources;
import org.yiti.energy.source.Sources.Source;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.problem.Wording;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.json.MeterReading;

/**
 * Asks devices in turn. A source is taken for its period by one server; one that does not answer is asked less and less
 * often, up to once an hour, and says so.
 */
@Component
@EnableConfigurationProperties(PollingSettings.class)
class PollSources implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PollSources.class);
    private static final Map<String, Asking> PROTOCOLS =
            Map.of("MODBUS_TCP", new AskModbus(), "DLT645_TCP", new AskDlt645());

    private final PollingSettings settings;
    private final Sources sources;
    private final Points points;
    private final Intake intake;
    private final Wording wording;
    private final Clock clock;
    private @Nullable ScheduledExecutorService turns;

    PollSources(PollingSettings settings, Sources sources, Points points, Intake intake, Wording wording, Clock clock) {
        this.settings = settings;
        this.sources = sources;
        this.points = points;
        this.intake = intake;
        this.wording = wording;
        this.clock = clock;
    }

    /** Asks one source whose time has come. */
    Optional<Source> askNext() {
        var taken = sources.take(PROTOCOLS.keySet());
        taken.ifPresent(source -> sources.note(List.of(source.id()), failure(source)));
        return taken;
    }

    private @Nullable Label failure(Source source) {
        try {
            ask(source);
            return null;
        } catch (Refused refused) {
            return new Label(
                    wording.of(refused.refusal().wording(), Locale.CHINESE, refused.facts()),
                    wording.of(refused.refusal().wording(), Locale.ENGLISH, refused.facts()));
        } catch (MeterRefused unfit) {
            return Failing.of(unfit);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Label("服务器正在停止", "The server is stopping");
        } catch (IOException failure) {
            return NotRead.why(failure);
        } catch (Exception failure) {
            return new Label("读数没有存入：" + failure.getMessage(), "The readings are not stored: " + failure.getMessage());
        }
    }

    private void ask(Source source) throws Exception {
        var rows = points.of(source.id());
        var address = new Allowed(settings.networks())
                .address(Objects.requireNonNull(source.host()), Objects.requireNonNull(source.port()));
        Asking.Answers answers;
        try (var wire =
                new Wire(address, settings.connect(), settings.reply(), Duration.ofMinutes(source.periodMinutes()))) {
            answers = Objects.requireNonNull(PROTOCOLS.get(source.protocol())).ask(wire, rows);
        }
        var at = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        points.note(rows, answers.failures());
        var readings = answers.values().entrySet().stream()
                .map(value -> reading(value.getKey(), value.getValue(), at))
                .toList();
        if (readings.isEmpty()) {
            throw new NotRead(
                    answers.failures().values().stream().findFirst().orElse(new Label("没有采集点", "it has no points")));
        }
        var receipt = intake.bring(new Intake.Batch(
                        "poll/" + source.name(), at.toString(), readings, points.institutions(source), Locale.CHINESE))
                .get(1, TimeUnit.MINUTES);
        if (!receipt.refused().isEmpty()) {
            var first = receipt.refused().get(0);
            throw new NotRead(first.meter() + "：" + first.message(), first.meter() + ": " + first.message());
        }
    }

    private static MeterReading reading(PointRow row, BigDecimal value, OffsetDateTime at) {
        return new MeterReading(
                row.meter(), row.item(), null, at, row.shown(value), row.unit(), MeterReading.Quality.GOOD, null);
    }

    @Override
    public void start() {
        if (!new Allowed(settings.networks()).isAnything()) {
            return;
        }
        turns = Executors.newScheduledThreadPool(settings.threads());
        for (var i = 0; i < settings.threads(); i++) {
            turns.scheduleWithFixedDelay(
                    this::turn, settings.look().toMillis(), settings.look().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void turn() {
        try {
            while (askNext().isPresent() && !Thread.currentThread().isInterrupted()) {
                log.debug("A source was asked");
            }
        } catch (RuntimeException failure) {
            log.warn("No source can be asked: {}", failure.getMessage());
        }
    }

    @Override
    public void stop() {
        if (turns != null) {
            turns.shutdownNow();
            turns = null;
        }
    }

    @Override
    public boolean isRunning() {
        return turns != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 15;
    }
}
