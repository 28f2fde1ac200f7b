package org.yiti.energy.aside;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiti.energy.EnergyRefusal;
import org.yiti.energy.intake.Intake;
import org.yiti.energy.intake.Sorting;
import org.yiti.energy.source.Sources;
import org.yiti.kernel.problem.Wording;

/** What would become of readings that were set aside if their sources told them again now. */
@Component
class JudgeAgain {

    private static final String UNSTORABLE = "energy/reading-unstorable";

    private final Sources sources;
    private final Sorting sorting;
    private final Wording wording;

    JudgeAgain(Sources sources, Sorting sorting, Wording wording) {
        this.sources = sources;
        this.sorting = sorting;
        this.wording = wording;
    }

    List<ReadingAside> judged(List<ReadingAside> items, Locale locale) {
        var why = new HashMap<Long, String>();
        items.stream()
                .collect(groupingBy(ReadingAside::source))
                .forEach((source, its) -> why.putAll(refusals(source, its, locale)));
        return items.stream().map(item -> item.with(why.get(item.id()))).toList();
    }

    private Map<Long, String> refusals(String source, List<ReadingAside> its, Locale locale) {
        var why = new HashMap<Long, String>();
        var speaker = sources.broughtBy(source);
        if (speaker.isEmpty()) {
            var gone = wording.of(EnergyRefusal.SOURCE_NOT_KNOWN.wording(), locale, Map.of("source", source));
            its.forEach(item -> why.put(item.id(), gone));
            return why;
        }
        // Whether the database takes it, only the database knows.
        its.stream()
                .filter(item -> item.reason().equals(UNSTORABLE))
                .forEach(item -> why.put(item.id(), unstorable(item, locale)));
        var readings = its.stream().map(ReadingAside::reading).toList();
        var batch = new Intake.Batch(source, "", readings, speaker.get().institutions(), locale);
        sorting.refusals(batch).forEach(line -> why.put(its.get(line.reading()).id(), line.message()));
        return why;
    }

    private String unstorable(ReadingAside item, Locale locale) {
        return wording.of(
                EnergyRefusal.READING_UNSTORABLE.wording(),
                locale,
                Map.of("time", item.reading().time()));
    }
}
