package org.yiti.energy.mqtt;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.intake.Aside;
import org.yiti.energy.intake.BatchesApart;
import org.yiti.energy.intake.Intake;
import org.yiti.energy.intake.Receipt;
import org.yiti.energy.source.Failing;
import org.yiti.energy.source.Sources;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.problem.Wording;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.json.ReadingBatch;
import org.yiti.meters.json.ReadingTopic;
import tools.jackson.databind.json.JsonMapper;

/** What a gateway published is stored, and it is told what became of it. */
@Component
class ReadLetters {

    private static final Logger log = LoggerFactory.getLogger(ReadLetters.class);
    private static final String MQTT = "MQTT";
    private static final int SOONEST_SECONDS = 1;
    private static final int LATEST_SECONDS = 60;

    /** @param whole the letter is of no use as it is; otherwise its readings wait one by one */
    private record No(String type, Label message, boolean whole) {}

    private final Intake intake;
    private final Aside aside;
    private final BatchesApart apart;
    private final Sources sources;
    private final Wording wording;
    private final JsonMapper json;

    ReadLetters(Intake intake, Aside aside, BatchesApart apart, Sources sources, Wording wording, JsonMapper json) {
        this.intake = intake;
        this.aside = aside;
        this.apart = apart;
        this.sources = sources;
        this.wording = wording;
        this.json = json;
    }

    void read(Post.Letter letter, Post post) {
        read(letter, post, SOONEST_SECONDS);
    }

    /** What cannot be stored now is tried again, unacknowledged: the broker hands over no more meanwhile than it has handed over. */
    private void read(Post.Letter letter, Post post, int pause) {
        try {
            var topic = ReadingTopic.parse(letter.topic());
            var batch = batch(letter, topic);
            var speaker = speaker(topic, batch);
            intake.bring(told(topic, batch, speaker.institutions())).whenComplete((receipt, failure) -> {
                if (failure == null) {
                    letter.acknowledge().run();
                    sources.heard(speaker.sources());
                    tell(post, topic, receipt);
                } else {
                    later(letter, post, pause);
                }
            });
        } catch (MeterRefused unfit) {
            refuse(letter, post, pause, new No(BatchesApart.type(unfit), Failing.of(unfit), true));
        } catch (Refused refused) {
            if (refused.refusal() == EnergyRefusal.INTAKE_FULL) {
                later(letter, post, pause);
            } else {
                refuse(letter, post, pause, no(refused));
            }
        } catch (RuntimeException failure) {
            log.warn("A batch of readings waits, unacknowledged: {}", failure.getMessage());
            later(letter, post, pause);
        }
    }

    private static ReadingBatch batch(Post.Letter letter, ReadingTopic topic) {
        var batch = ReadingBatch.parse(letter.payload());
        if (batch.gateway() != null && !batch.gateway().equals(topic.gateway())) {
            throw new Refused(EnergyRefusal.SOURCE_IS_ANOTHER, Map.of("source", topic.gateway()));
        }
        return batch;
    }

    /** Whom nobody has registered is told so, and what it said waits until somebody does. */
    private Sources.Speaker speaker(ReadingTopic topic, ReadingBatch batch) {
        return sources.speaker(topic.gateway(), MQTT).orElseThrow(() -> {
            aside.keepAll(told(topic, batch, Set.of()), EnergyRefusal.SOURCE_NOT_KNOWN);
            return new Refused(EnergyRefusal.SOURCE_NOT_KNOWN, Map.of("source", topic.gateway()));
        });
    }

    private static Intake.Batch told(ReadingTopic topic, ReadingBatch batch, Set<UUID> institutions) {
        return new Intake.Batch("mqtt/" + topic.gateway(), batch.id(), batch.readings(), institutions, Locale.CHINESE);
    }

    private void later(Post.Letter letter, Post post, int pause) {
        CompletableFuture.delayedExecutor(pause, TimeUnit.SECONDS)
                .execute(() -> read(letter, post, Math.min(LATEST_SECONDS, pause * 2)));
    }

    private No no(Refused refused) {
        var told = refused.refusal();
        return new No(
                told.type(),
                new Label(
                        wording.of(told.wording(), Locale.CHINESE, refused.facts()),
                        wording.of(told.wording(), Locale.ENGLISH, refused.facts())),
                told != EnergyRefusal.SOURCE_NOT_KNOWN);
    }

    /** It will not fit the next time either: it is kept, whoever published it is told, and the broker may forget it. */
    private void refuse(Post.Letter letter, Post post, int pause, No no) {
        try {
            if (no.whole()) {
                apart.keep(sender(letter.topic()), letter.payload(), no.type());
            }
        } catch (RuntimeException failure) {
            log.warn("A batch of readings waits, unacknowledged: {}", failure.getMessage());
            later(letter, post, pause);
            return;
        }
        letter.acknowledge().run();
        try {
            var topic = ReadingTopic.parse(letter.topic());
            sources.speaker(topic.gateway(), MQTT).ifPresent(speaker -> sources.note(speaker.sources(), no.message()));
            var told = new HashMap<String, Object>();
            told.put("version", ReadingBatch.VERSION);
            told.put("type", no.type());
            told.put("message", no.message().zh());
            post.send(topic.receipts(), json.writeValueAsBytes(told));
        } catch (RuntimeException failure) {
            log.warn("A batch of readings was refused and nobody told: {}", failure.getMessage());
        }
    }

    /** Whatever the topic is called: one that names no gateway is nobody's. */
    private BatchesApart.Sender sender(String topic) {
        var source = "mqtt/" + topic.replaceFirst("^yiti/", "").replaceFirst("/readings$", "");
        return new BatchesApart.Sender(source, sources.ownerOf(source).orElse(null));
    }

    private void tell(Post post, ReadingTopic topic, Receipt receipt) {
        var told = new HashMap<String, Object>();
        told.put("version", ReadingBatch.VERSION);
        told.put("batch", receipt.batch());
        told.put("stored", receipt.stored());
        told.put("repeated", receipt.repeated());
        told.put("refused", receipt.refused());
        post.send(topic.receipts(), json.writeValueAsBytes(told));
    }
}
