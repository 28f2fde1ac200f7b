package org.yiti.safeguard.aside;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Settles what was found on a shelf, and tells that it did. */
@Component
class DealWithAsides implements Asides {

    private static final String HOUSE =
            "what devices say is written by nobody who acts; whose may be dealt with was just asked";

    private record Row(long id, @Nullable UUID institutionId) implements Meant {}

    private final JdbcClient database;
    private final LookOnShelf look;
    private final Scope scope;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DealWithAsides(
            JdbcClient database,
            LookOnShelf look,
            Scope scope,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.look = look;
        this.scope = scope;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public <I extends Item> Page<I> page(Shelf<I> shelf, Filter filter, @Nullable Long after, int wanted) {
        var limit = Math.max(1, Math.min(MOST_SHOWN, wanted));
        var items = look.items(shelf, filter, after, limit + 1);
        var reasons = look.reasons(shelf, filter);
        var shown = items.subList(0, Math.min(limit, items.size()));
        var count = reasons.stream()
                .filter(one -> filter.reason() == null || one.reason().equals(filter.reason()))
                .mapToLong(Reason::count)
                .sum();
        return new Page<>(
                shown,
                items.size() > limit ? shown.get(limit - 1).id() : null,
                count,
                reasons.subList(0, Math.min(LookOnShelf.MOST_REASONS, reasons.size())));
    }

    @Override
    public <I extends Item> Optional<I> find(Shelf<I> shelf, long id) {
        return look.item(shelf, id);
    }

    @Override
    public <M extends Meant> Retried retry(Shelf<?> shelf, Choice choice, Again<M> again) {
        var all = look.meant(shelf, choice, again.row());
        var left = all.stream()
                .collect(groupingBy(again::together, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .mapToInt(some -> tried(shelf, some, again))
                .sum();
        return new Retried(all.size() - left, left, all.size() == MOST);
    }

    /** @return how many are left */
    private <M extends Meant> int tried(Shelf<?> shelf, List<M> some, Again<M> again) {
        var refused = Unscoped.because(HOUSE, () -> again.refused(some));
        for (var one : some) {
            var why = refused.get(one.id());
            transaction.executeWithoutResult(status -> {
                audit.record(
                        Act.of(why == null ? "aside.taken" : "aside.tried", shelf.table(), String.valueOf(one.id()))
                                .in(one.institutionId())
                                .with("reason", why));
                Unscoped.run(HOUSE, () -> settle(shelf, one.id(), why));
            });
        }
        return refused.size();
    }

    private void settle(Shelf<?> shelf, long id, @Nullable String why) {
        if (why == null) {
            database.sql("delete from %s where id = :id".formatted(shelf.table()))
                    .param("id", id)
                    .update();
        } else {
            database.sql("update %s set tries = tries + 1, tried_at = :now, %s = :why where id = :id"
                            .formatted(shelf.table(), shelf.reason()))
                    .param("now", OffsetDateTime.now(clock))
                    .param("why", why)
                    .param("id", id)
                    .update();
        }
    }

    @Override
    @Transactional
    public Discarded discard(Shelf<?> shelf, Discard discard) {
        var all = look.meant(shelf, new Choice(discard.ids(), discard.reason()), Row.class);
        for (var one : all) {
            audit.record(Act.of("aside.discarded", shelf.table(), String.valueOf(one.id()))
                    .in(one.institutionId())
                    .with("note", discard.note()));
        }
        var by = scope.account().account();
        Unscoped.run(
                HOUSE,
                () -> database.sql(
                                "update %s set discarded_at = :now, discarded_by = :by, note = :note where id = any(:ids)"
                                        .formatted(shelf.table()))
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", by)
                        .param("note", discard.note().replace("\0", ""))
                        .param("ids", all.stream().map(Row::id).toArray(Long[]::new))
                        .update());
        return new Discarded(all.size(), all.size() == MOST);
    }
}
