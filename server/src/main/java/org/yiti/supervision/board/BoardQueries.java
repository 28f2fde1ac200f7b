package org.yiti.supervision.board;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Scope;
import org.yiti.supervision.figures.FiguresNow;
import org.yiti.supervision.figures.FiguresNow.OfUnit;
import org.yiti.supervision.figures.FiguresNow.Wanted;

/** What of supervision a head must know in two minutes. */
@Component
class BoardQueries {

    static final String WEIGHT = "mending.weighted-findings";
    static final String LATE = "mending.overdue-share";
    static final String LATE_CASES = "mending.overdue-cases";
    static final String SETTLED = "mending.settled-in-90-days";
    private static final String FOUND_MONTH = "mending.found-in-month";
    private static final String SETTLED_MONTH = "mending.settled-in-month";
    private static final int SPAN_DAYS = 90;
    private static final int MONTHS = 12;
    private static final int SHOWN = 10;

    private final FiguresNow figures;
    private final BoardRows rows;
    private final Scope scope;
    private final Clock clock;

    BoardQueries(FiguresNow figures, BoardRows rows, Scope scope, Clock clock) {
        this.figures = figures;
        this.rows = rows;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public BoardView get(@Nullable UUID institution) {
        var within = institution == null ? scope.institutions() : scope.subtree(institution);
        var today = LocalDate.now(clock);
        var before = today.minusDays(SPAN_DAYS);
        var months = IntStream.range(0, MONTHS)
                .mapToObj(back -> YearMonth.from(today).minusMonths(MONTHS - 1L - back))
                .toList();
        var told = new Told(figures.ask(wanted(today, before, months), within));
        var names = rows.institutions(told.units());
        return new BoardView(
                today,
                institution == null ? null : names.getOrDefault(institution, rows.institution(institution)),
                figures(told, today, before),
                worst(told, today, names),
                rows.rules(within, SHOWN),
                rows.late(within, today, SHOWN),
                better(told, today, before, names),
                new BoardView.Span(before.minusDays(SPAN_DAYS - 1L), before.plusDays(1), today),
                months.stream()
                        .map(month -> new BoardView.Month(
                                month.toString(),
                                told.sum(FOUND_MONTH, month.atDay(1)),
                                told.sum(SETTLED_MONTH, month.atDay(1))))
                        .toList());
    }

    private static List<Wanted> wanted(LocalDate today, LocalDate before, List<YearMonth> months) {
        return Stream.concat(
                        Stream.of(
                                new Wanted(WEIGHT, today),
                                new Wanted(LATE, today),
                                new Wanted(LATE_CASES, today),
                                new Wanted(SETTLED, today),
                                new Wanted(SETTLED, before)),
                        months.stream()
                                .flatMap(month -> Stream.of(FOUND_MONTH, SETTLED_MONTH)
                                        .map(metric -> new Wanted(metric, month.atDay(1)))))
                .toList();
    }

    private List<BoardView.Figure> figures(Told told, LocalDate today, LocalDate before) {
        return List.of(
                new BoardView.Figure(figures.words(WEIGHT), told.sum(WEIGHT, today), told.all(WEIGHT, today), null),
                new BoardView.Figure(figures.words(LATE), told.sum(LATE, today), told.all(LATE, today), null),
                new BoardView.Figure(
                        figures.words(LATE_CASES), told.sum(LATE_CASES, today), told.all(LATE_CASES, today), null),
                new BoardView.Figure(
                        figures.words(SETTLED), told.sum(SETTLED, today), null, told.sum(SETTLED, before)));
    }

    private List<BoardView.Unit> worst(Told told, LocalDate today, Map<UUID, BoardView.Institution> names) {
        var weights = told.of(WEIGHT, today);
        var late = told.of(LATE, today);
        var risks = rows.risks(weights.keySet());
        return weights.values().stream()
                .map(one -> new BoardView.Unit(
                        named(names, one.institution()),
                        one.top(),
                        orZero(one.bottom()),
                        late.containsKey(one.institution())
                                ? late.get(one.institution()).top()
                                : ZERO,
                        risks.get(one.institution())))
                .sorted(Comparator.comparing(BoardView.Unit::weight)
                        .thenComparing(unit -> orZero(unit.risk()))
                        .reversed()
                        .thenComparing(unit -> unit.institution().name()))
                .limit(SHOWN)
                .toList();
    }

    private List<BoardView.Better> better(
            Told told, LocalDate today, LocalDate before, Map<UUID, BoardView.Institution> names) {
        var earlier = told.of(SETTLED, before);
        return told.of(SETTLED, today).values().stream()
                .map(one -> new BoardView.Better(
                        named(names, one.institution()),
                        one.top(),
                        earlier.containsKey(one.institution())
                                ? earlier.get(one.institution()).top()
                                : ZERO))
                .filter(one -> one.gained().signum() > 0)
                .sorted(Comparator.comparing(BoardView.Better::gained)
                        .thenComparing(BoardView.Better::settled)
                        .reversed()
                        .thenComparing(unit -> unit.institution().name()))
                .limit(SHOWN)
                .toList();
    }

    private static BoardView.Institution named(Map<UUID, BoardView.Institution> names, UUID id) {
        return names.getOrDefault(id, new BoardView.Institution(id, "—"));
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? ZERO : value;
    }

    /** What was asked, by figure and day. */
    private static final class Told {

        private final Map<Wanted, Map<UUID, OfUnit>> told = new HashMap<>();

        Told(List<OfUnit> rows) {
            for (var row : rows) {
                told.computeIfAbsent(new Wanted(row.metric(), row.day()), wanted -> new HashMap<>())
                        .put(row.institution(), row);
            }
        }

        Map<UUID, OfUnit> of(String metric, LocalDate day) {
            return told.getOrDefault(new Wanted(metric, day), Map.of());
        }

        BigDecimal sum(String metric, LocalDate day) {
            return of(metric, day).values().stream().map(OfUnit::top).reduce(ZERO, BigDecimal::add);
        }

        BigDecimal all(String metric, LocalDate day) {
            return of(metric, day).values().stream()
                    .map(one -> orZero(one.bottom()))
                    .reduce(ZERO, BigDecimal::add);
        }

        Set<UUID> units() {
            var units = new ArrayList<UUID>();
            told.values().forEach(rows -> units.addAll(rows.keySet()));
            return Set.copyOf(units);
        }
    }
}
