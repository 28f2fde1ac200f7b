package org.yiti.energy.aside;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.intake.BatchesApart;
import org.yiti.energy.intake.Intake;
import org.yiti.energy.intake.Receipt;
import org.yiti.energy.source.Sources;
import org.yiti.meters.MeterRefused;
import org.yiti.safeguard.aside.Asides;

/**
 * Brings whole batches again. One that names another gateway is taken as of the one whose topic it came on: the broker has
 * compared that name, and whoever tries it again vouches for the rest. Readings of it that are refused wait one by one.
 */
@Component
class TryBatchesAgain implements Asides.Again<TryBatchesAgain.Told> {

    /** @param size of all of it, of which only the beginning may have been kept */
    record Told(long id, @Nullable UUID institutionId, String source, int size) implements Asides.Meant {}

    private static final String PROBLEMS = "/problems/";

    private final JdbcClient database;
    private final Sources sources;
    private final Intake intake;

    TryBatchesAgain(JdbcClient database, Sources sources, Intake intake) {
        this.database = database;
        this.sources = sources;
        this.intake = intake;
    }

    @Override
    public Class<Told> row() {
        return Told.class;
    }

    /** One by one: each may be large. */
    @Override
    public Object together(Told one) {
        return one.id();
    }

    @Override
    public Map<Long, String> refused(List<Told> some) {
        var one = some.get(0);
        var why = refused(one);
        return why == null ? Map.of() : Map.of(one.id(), why.substring(PROBLEMS.length()));
    }

    private @Nullable String refused(Told one) {
        var content = database.sql("select content from energy.batch_set_aside where id = :id")
                .param("id", one.id())
                .query(byte[].class)
                .single();
        try {
            var batch = BatchAside.parsed(one.size(), content);
            var speaker = sources.broughtBy(one.source());
            if (speaker.isEmpty()) {
                return EnergyRefusal.SOURCE_NOT_KNOWN.type();
            }
            Receipt.awaited(intake.bring(new Intake.Batch(
                    one.source(), batch.id(), batch.readings(), speaker.get().institutions(), Locale.CHINESE)));
            return null;
        } catch (MeterRefused unfit) {
            return BatchesApart.type(unfit);
        }
    }
}
