package org.yiti.energy.aside;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.energy.EnergyRefusal;
import org.yiti.kernel.Refused;
import org.yiti.safeguard.aside.Asides;

/** Readings that were set aside, each with what would become of it now. */
@Component
class ReadingsAside {

    private final Asides asides;
    private final JudgeAgain judge;

    ReadingsAside(Asides asides, JudgeAgain judge) {
        this.asides = asides;
        this.judge = judge;
    }

    @Transactional(readOnly = true)
    public Asides.Page<ReadingAside> page(Asides.Filter filter, @Nullable Long after, int limit, Locale locale) {
        var page = asides.page(ReadingAside.SHELF, filter, after, limit);
        return new Asides.Page<>(judge.judged(page.items(), locale), page.next(), page.count(), page.reasons());
    }

    @Transactional(readOnly = true)
    public ReadingAside get(long id, Locale locale) {
        var found = asides.find(ReadingAside.SHELF, id).orElseThrow(() -> new Refused(EnergyRefusal.ASIDE_NOT_FOUND));
        return judge.judged(List.of(found), locale).get(0);
    }
}
