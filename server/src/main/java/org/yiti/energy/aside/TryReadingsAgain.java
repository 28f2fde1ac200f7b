package org.yiti.energy.aside;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.intake.Intake;
import org.yiti.energy.intake.Receipt;
import org.yiti.energy.intake.ToldReading;
import org.yiti.energy.source.Sources;
import org.yiti.safeguard.aside.Asides;

/** Brings readings again as their source did: what it may speak of decides, and consumption is made of what is taken. */
@Component
class TryReadingsAgain implements Asides.Again<TryReadingsAgain.Told> {

    /** @param institutionId whose its source is; null where nobody has registered it */
    record Told(long id, @Nullable UUID institutionId, String source, String batch, String content)
            implements Asides.Meant {}

    private static final String PROBLEMS = "/problems/";

    private final Sources sources;
    private final Intake intake;

    TryReadingsAgain(Sources sources, Intake intake) {
        this.sources = sources;
        this.intake = intake;
    }

    @Override
    public Class<Told> row() {
        return Told.class;
    }

    @Override
    public Object together(Told one) {
        return one.source();
    }

    /** What stands there already is not stored again. */
    @Override
    public Map<Long, String> refused(List<Told> some) {
        var source = some.get(0).source();
        var speaker = sources.broughtBy(source);
        if (speaker.isEmpty()) {
            var why = EnergyRefusal.SOURCE_NOT_KNOWN.type().substring(PROBLEMS.length());
            return some.stream().collect(toMap(Told::id, one -> why));
        }
        var readings = some.stream().map(one -> ToldReading.read(one.content())).toList();
        var batch = some.get(0).batch();
        var told = new Intake.Batch(source, batch, readings, speaker.get().institutions(), Locale.CHINESE);
        return Receipt.awaited(intake.bring(told)).refused().stream()
                .collect(toMap(
                        line -> some.get(line.reading()).id(),
                        line -> line.type().substring(PROBLEMS.length())));
    }
}
