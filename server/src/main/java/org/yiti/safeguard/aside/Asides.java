package org.yiti.safeguard.aside;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * What devices said once and could not be taken: it waits, row by row, on a shelf of the module that it came to, until it is
 * taken after all, discarded for a reason, or too old. Whose it is decides who sees it and who may deal with it; that it was
 * dealt with is told.
 */
public interface Asides {

    /** So many are dealt with at a time. */
    int MOST = 500;

    int MOST_SHOWN = 200;

    /** Something that lies on a shelf, as it is listed. */
    interface Item {
        long id();
    }

    /** Something that is to be tried again; whose it is may not be known. */
    interface Meant {
        long id();

        @Nullable
        UUID institutionId();
    }

    /**
     * A table with {@code id, at, tries, tried_at, discarded_at, discarded_by, note, content} and a reason.
     *
     * @param table such as {@code energy.set_aside}
     * @param reason column that holds why, in a word that many share
     * @param rows a select that gives all of these by name, {@code reason, institution_id, institution_name} and what else is asked for
     * @param narrowed condition on {@code :device} and {@code :kind}, either of which may be null
     * @param columns that an item has beside those that all have
     */
    record Shelf<I extends Item>(
            String table, String reason, String rows, String narrowed, String columns, RowMapper<I> item) {}

    /**
     * @param institution and those below it
     * @param discarded those that were discarded instead of those that wait
     * @param device part of its name
     * @param on the day they came
     */
    record Filter(
            @Nullable UUID institution,
            boolean discarded,
            @Nullable String kind,
            @Nullable String device,
            @Nullable String reason,
            @Nullable LocalDate on) {}

    record Reason(String reason, long count) {}

    /**
     * @param next of the page behind this one; null where there is none
     * @param count of all pages
     * @param reasons of all that the other filters let through, the most frequent first
     */
    record Page<I extends Item>(List<I> items, @Nullable Long next, long count, List<Reason> reasons) {}

    /**
     * Which of those that wait somebody means; those that they may do nothing about are passed over.
     *
     * @param ids some of them; null for all of a reason
     * @param reason to the letter; null for any
     */
    record Choice(
            @Nullable @Size(max = MOST) List<Long> ids,
            @Nullable String reason) {}

    /**
     * @param ids some of them; null for all of a reason
     * @param note why
     */
    record Discard(
            @Nullable @Size(max = MOST) List<Long> ids,
            @Nullable String reason,
            @NotBlank @Size(max = 500) String note) {}

    /**
     * @param taken now stored where they belong
     * @param left still cannot be
     * @param more whether there were more of the reason than are tried at a time
     */
    record Retried(int taken, int left, boolean more) {}

    /** @param more whether there were more of the reason than are taken at a time */
    record Discarded(int discarded, boolean more) {}

    /** How it is tried again. What was taken before somebody was interrupted is tried again with no harm. */
    interface Again<M extends Meant> {

        /** What of a row is needed for it, by the names of its columns. */
        Class<M> row();

        /** Those that are equal in this are tried together, and settled before the next are. */
        Object together(M one);

        /** @return why, by id, of each that still cannot be taken */
        Map<Long, String> refused(List<M> some);
    }

    /**
     * The newest first.
     *
     * @param wanted how many, of which {@value #MOST_SHOWN} are given at most and one at least
     */
    <I extends Item> Page<I> page(Shelf<I> shelf, Filter filter, @Nullable Long after, int wanted);

    /** Where whoever asks may read. */
    <I extends Item> Optional<I> find(Shelf<I> shelf, long id);

    /** What is taken is gone; what still cannot be stays, with why. */
    <M extends Meant> Retried retry(Shelf<?> shelf, Choice choice, Again<M> again);

    /** Lays down what nobody will need. The row stays until its time is over: said again it shall not come up again. */
    Discarded discard(Shelf<?> shelf, Discard discard);
}
