package org.yiti.energy.intake;

import java.util.Locale;
import java.util.Map;
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

    private final Intake intake;
    private final BatchesApart apart;
    private final Scope scope;

    ReadingController(Intake intake, BatchesApart apart, Scope scope) {
        this.intake = intake;
        this.apart = apart;
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
        return Unscoped.because(
                "meters are found among those whose readings may be brought",
                () -> Receipt.awaited(
                        intake.bring(new Intake.Batch(source, batch.id(), batch.readings(), whose, locale))));
    }

    private ReadingBatch parsed(byte[] body, Locale locale) {
        try {
            return ReadingBatch.parse(body);
        } catch (MeterRefused unfit) {
            keep(body, unfit);
            throw body.length > ReadingBatch.MOST_BYTES
                    ? new Refused(EnergyRefusal.BATCH_TOO_LARGE, Map.of("most", ReadingBatch.MOST_READINGS))
                    : new Refused(EnergyRefusal.BATCH_UNFIT, Map.of("why", unfit.sentence(locale)));
        }
    }

    /** The machine is told; whoever can mend it sees it only where it is kept. */
    private void keep(byte[] body, MeterRefused unfit) {
        var account = scope.account();
        var sender = new BatchesApart.Sender("http/" + account.account(), account.institutionId());
        Unscoped.run(
                "a batch that cannot be read is kept for who reads there, whatever its sender may read",
                () -> apart.keep(sender, body, BatchesApart.type(unfit)));
    }
}
