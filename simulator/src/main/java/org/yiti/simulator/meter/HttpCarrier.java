package org.yiti.simulator.meter;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.yiti.meters.json.ReadingBatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Batches by HTTP, as docs/operate/meters.md says. */
public final class HttpCarrier implements Carrier {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int UNKNOWN_TO_IT = 401;
    private static final int TOO_MANY = 429;

    private final Entrance house;
    private final Consumer<String> complain;

    /** @param complain told what the house says to a batch it refuses */
    public HttpCarrier(Entrance house, Consumer<String> complain) {
        this.house = house;
        this.complain = complain;
    }

    @Override
    public CompletableFuture<Outcome> bring(ReadingBatch batch) {
        var request = house.request("/api/energy/readings")
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", batch.id())
                .POST(BodyPublishers.ofByteArray(batch.json()))
                .build();
        return house.ask(request).handle((answer, failure) -> failure == null ? outcome(answer) : Outcome.UNKNOWN);
    }

    private Outcome outcome(HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status < 300) {
            var receipt = JsonMapper.shared().readTree(answer.body());
            complain(receipt, complain);
            return Outcome.of(receipt);
        }
        if (status >= 500 || status == TOO_MANY || status == UNKNOWN_TO_IT && house.enterAgain()) {
            return Outcome.UNKNOWN;
        }
        complain.accept(status + " " + answer.body());
        return Outcome.REFUSED;
    }

    static void complain(JsonNode receipt, Consumer<String> complain) {
        var refused = receipt.path("refused");
        if (!refused.isEmpty()) {
            complain.accept(refused.size() + " readings, the first: " + refused.get(0));
        }
    }

    @Override
    public void close() {}
}
