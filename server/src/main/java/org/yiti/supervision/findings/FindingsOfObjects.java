package org.yiti.supervision.findings;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;
import org.yiti.ledger.Found;
import org.yiti.ledger.LifeLineEntry;
import org.yiti.ledger.ObjectExtras;
import org.yiti.ledger.SearchedElsewhere;
import org.yiti.safeguard.Sight;

/** Findings on the pages of the objects they are about, in their life lines, and in the search. */
@Component
class FindingsOfObjects implements ObjectExtras, SearchedElsewhere {

    private static final int MOST = 50;

    private final FindingQueries findings;
    private final FindingPage pages;
    private final Scope scope;
    private final FindingEyes eyes;

    FindingsOfObjects(FindingQueries findings, FindingPage pages, Scope scope, FindingEyes eyes) {
        this.eyes = eyes;
        this.findings = findings;
        this.pages = pages;
        this.scope = scope;
    }

    @Override
    public List<?> findings(String kind, UUID id, Locale locale) {
        return of(id, locale, eyes.own());
    }

    private List<FindingView.Item> of(UUID subject, Locale locale, Sight sight) {
        var filter = new FindingFilter().within(scope.institutions());
        filter.and("f.subject_id = :subject", "subject", subject);
        return findings.list(
                filter,
                "f.state in ('CLOSED', 'DISMISSED', 'MENDED'), f.severity = 'REMINDER', f.first_seen desc, f.number desc",
                MOST,
                locale,
                sight);
    }

    @Override
    public List<LifeLineEntry> events(String kind, UUID id, Locale locale) {
        var aside = eyes.own().aside();
        return of(id, locale, aside).stream()
                .flatMap(item -> pages.history(item, aside).stream().map(event -> entry(item, event, locale)))
                .toList();
    }

    private static LifeLineEntry entry(FindingView.Item item, FindingView.Event event, Locale locale) {
        var actor = event.actor();
        return new LifeLineEntry(
                item.number() + "-" + event.at() + "-" + event.step(),
                event.at(),
                actor == null ? null : new LifeLineEntry.Actor(actor.account(), actor.name()),
                "FINDING",
                null,
                null,
                null,
                List.of(),
                null,
                new LifeLineEntry.Finding(
                        item.id(),
                        item.rule().title().in(locale),
                        event.stepName().in(locale)),
                event.paper(),
                event.note());
    }

    @Override
    public Label title() {
        return new Label("问题", "Findings");
    }

    @Override
    public List<Found> search(String wanted, int most, Locale locale) {
        var filter = new FindingFilter().within(scope.institutions());
        filter.also(CalledFindings.THEMSELVES, CalledFindings.asked(wanted, eyes.hiddenSubjects()));
        var sight = eyes.own();
        return findings.list(filter, "f.number desc", most, locale, sight.aside()).stream()
                .peek(item -> eyes.titled(FindingEyes.Looking.at(sight, item)))
                .map(item -> new Found(
                        item.id(),
                        "finding",
                        item.number() + " " + item.rule().title().in(locale),
                        item.subject().title()))
                .toList();
    }
}
