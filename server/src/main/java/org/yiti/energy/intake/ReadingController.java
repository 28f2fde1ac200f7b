package org.yiti.energy.intake;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.energy.EnergyRefusal;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.json.ReadingBatch;

/** A system that can call HTTP brings readings (docs/operate/meters.md). */
@RestController
class ReadingController {

    private static final long PATIENCE_SECONDS = 60;

    private final Intake intake;
    private final Scope scope;

    ReadingController(Intake intake, Scope scope) {
        this.intake = intake;
        this.scope = scope;
    }

    /**
     * Answers once everything that was taken is durable, consumption included. The same batch again changes nothing. What
     * does not fit the format is refused as a whole, with line and column; readings that fit it and still cannot be kept
     * are told one by one, and the others are kept.
     */
    @Needs(Permission.READINGS)
    @PostMapping(path = "/api/energy/readings", consumes = MediaType.APPLICATION_JSON_VALUE)
    Receipt bring(@RequestBody byte[] body) {
        var locale = LocaleContextHolder.getLocale();
        var batch = parsed(body, locale);
        var account = scope.account();
        var source = "http/" + account.account();
        var whose = scope.institutions(Permission.READINGS);
        // Whose meters may be spoken of was just said; that a machine may read nothing must not keep it from bringing.
        var receipt = Unscoped.because(
                "meters are found among those whose readings may be brought",
                () -> intake.bring(new Intake.Batch(source, batch.id(), batch.readings(), whose, locale)));
        try {
            return receipt.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | CompletionException late) {
            throw new Refused(EnergyRefusal.INTAKE_FULL);
        } catch (ExecutionException failure) {
            throw new Refused(EnergyRefusal.READINGS_NOT_STORED);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refused(EnergyRefusal.INTAKE_FULL);
        }
    }

    private static ReadingBatch parsed(byte[] body, Locale locale) {
        if (body.length > ReadingBatch.MOST_BYTES) {
            throw new Refused(EnergyRefusal.BATCH_TOO_LARGE, Map.of("most", ReadingBatch.MOST_READINGS));
        }
        try {
            return ReadingBatch.parse(body);
        } catch (MeterRefused unfit) {
            throw new Refused(EnergyRefusal.BATCH_UNFIT, Map.of("why", unfit.sentence(locale)));
        }
    }
}
