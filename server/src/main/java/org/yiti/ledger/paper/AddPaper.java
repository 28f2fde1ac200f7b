package org.yiti.ledger.paper;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.PaperHolder;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Puts a paper with an object or a finding, once. */
@UseCase
class AddPaper {

    private final Papers papers;
    private final PaperLimits limits;
    private final Scope scope;
    private final Clock clock;
    private final Audit audit;

    AddPaper(Papers papers, PaperLimits limits, Scope scope, Clock clock, Audit audit) {
        this.papers = papers;
        this.limits = limits;
        this.scope = scope;
        this.clock = clock;
        this.audit = audit;
    }

    /** @param requestKey sent again with the same file, it is answered with the paper that is there already */
    Paper handle(String kind, PaperHolder holder, PaperForm form, Arrival arrival, @Nullable String requestKey) {
        papers.lock(holder.id());
        var account = scope.account();
        if (requestKey != null) {
            var earlier = papers.addedBy(account.account(), requestKey);
            if (earlier.isPresent()) {
                return same(earlier.get(), holder, arrival);
            }
        }
        refuseAnotherOne(holder, arrival);
        var paper = new Paper(
                UUID.randomUUID(),
                kind,
                holder.id(),
                form.kind(),
                form.title(),
                form.number(),
                form.datedOn(),
                arrival.name().text(),
                arrival.type().mediaType(),
                arrival.size(),
                arrival.sha256(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                account.account(),
                account.name());
        papers.add(paper, requestKey, arrival.path());
        audit.record(told("paper.added", holder, paper).with("sha256", paper.sha256()));
        return paper;
    }

    private static Paper same(Paper earlier, PaperHolder holder, Arrival arrival) {
        if (!earlier.holderId().equals(holder.id()) || !earlier.sha256().equals(arrival.sha256())) {
            throw new Refused(LedgerRefusal.PAPER_KEY_REUSED);
        }
        return earlier;
    }

    private void refuseAnotherOne(PaperHolder holder, Arrival arrival) {
        var there = papers.of(holder.id());
        there.stream()
                .filter(paper -> paper.sha256().equals(arrival.sha256()))
                .findFirst()
                .ifPresent(paper -> {
                    throw new Refused(
                            LedgerRefusal.PAPER_ALREADY_THERE,
                            Map.of(
                                    "paper", paper.id(),
                                    "called", paper.title(),
                                    "by", paper.addedByName(),
                                    "on",
                                            paper.addedAt()
                                                    .atOffset(ZoneOffset.ofHours(8))
                                                    .toLocalDate()));
                });
        if (there.size() >= limits.most()) {
            throw new Refused(LedgerRefusal.PAPERS_FULL, Map.of("most", limits.most()));
        }
    }

    /** An act on the object itself, so that its whole story can be asked for at once. */
    static Act told(String action, PaperHolder holder, Paper paper) {
        return Act.of(action, holder.name(), holder.id())
                .in(holder.institutionId())
                .with("paper", paper.id())
                .with("title", paper.title())
                .with("number", paper.number())
                .with("file", paper.fileName());
    }
}
