package org.yiti.energy.aside;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.source.Sources;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.kernel.problem.Wording;
import org.yiti.meters.MeterRefused;
import org.yiti.safeguard.aside.Asides;

/** What a batch that was set aside says, and what would become of it now. */
@UseCase
class ReadBatchAside {

    /**
     * @param item as the list has it
     * @param now why it cannot be taken, with line and column where it is one; null where it would be
     * @param gateway whom it says that it is of; null where it does not say, or cannot be read
     * @param readings how many it has; null where it cannot be read
     */
    record Whole(
            BatchAside item,
            @Nullable String now,
            @Nullable String gateway,
            @Nullable Integer readings,
            Excerpt excerpt) {}

    private final JdbcClient database;
    private final Asides asides;
    private final Sources sources;
    private final Wording wording;

    ReadBatchAside(JdbcClient database, Asides asides, Sources sources, Wording wording) {
        this.database = database;
        this.asides = asides;
        this.sources = sources;
        this.wording = wording;
    }

    @Transactional(readOnly = true)
    public Whole read(long id, Locale locale) {
        var item = asides.find(BatchAside.SHELF, id).orElseThrow(() -> new Refused(EnergyRefusal.ASIDE_NOT_FOUND));
        var content = database.sql("select content from energy.batch_set_aside where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        try {
            var batch = BatchAside.parsed(item.size(), content);
            return new Whole(
                    item,
                    refusal(item.source(), locale),
                    batch.gateway(),
                    batch.readings().size(),
                    Excerpt.of(content, Map.of()));
        } catch (MeterRefused unfit) {
            return new Whole(item, unfit.sentence(locale), null, null, Excerpt.of(content, unfit.facts()));
        }
    }

    private @Nullable String refusal(String source, Locale locale) {
        return sources.broughtBy(source).isPresent()
                ? null
                : wording.of(EnergyRefusal.SOURCE_NOT_KNOWN.wording(), locale, Map.of("source", source));
    }
}
