package org.yiti.supervision.campaigns.visits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.ledger.PaperFiles;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.campaigns.plan.Campaigns;

/**
 * Takes what a phone has gathered, perhaps hours ago and perhaps twice. An answer has a key of the phone's: one that came
 * already changes nothing. One that does not know of what was said since (on another phone) is not taken and told of.
 */
@UseCase
public class AnswerVisit {

    /**
     * @param key made by the phone
     * @param seen number of the answer that the phone knew of; 0 for none
     * @param at by the clock of the phone: not before the draw nor, but for a few minutes, in the future
     * @param said for items of yes and no, or to say that it does not apply
     * @param note what was seen; why there is no photograph where one is wanted
     * @param photos papers of the visit
     */
    public record Said(
            @NotNull UUID key,
            @NotBlank @Size(max = 100) String item,
            int seen,
            @NotNull OffsetDateTime at,

            @Nullable @Pattern(regexp = "YES|NO|NOT_APPLICABLE")
            String said,

            @Nullable @Digits(integer = 12, fraction = 4) BigDecimal number,
            @Nullable @Size(max = 2000) String text,
            @Nullable @Size(max = 2000) String note,
            @NotNull @Size(max = 20) List<@NotNull UUID> photos) {}

    public record Request(@NotNull @Size(max = 200) List<@NotNull @Valid Said> answers) {}

    private static final String INSERT = """
            insert into supervision.visit_answer (visit_id, item, n, key, said_at, came_at, said_by, result, number, text, note, photos, title_zh, title_en,
                                                  clause, severity, due_days, weight, limit_value, unit, rule_id)
            values (:visit, :item, :n, :key, :said_at, :came_at, :by, :result, :number::numeric, :text::text, :note::text, :photos, :zh, :en,
                    :clause, :severity, :due, :weight, :limit::numeric, :unit::text, :rule::text)
            """;

    private final JdbcClient database;
    private final Campaigns campaigns;
    private final Visits visits;
    private final PaperFiles papers;
    private final SaidWhen when;
    private final Scope scope;
    private final Clock clock;
    private final Audit audit;

    AnswerVisit(
            JdbcClient database,
            Campaigns campaigns,
            Visits visits,
            PaperFiles papers,
            SaidWhen when,
            Scope scope,
            Clock clock,
            Audit audit) {
        this.database = database;
        this.campaigns = campaigns;
        this.visits = visits;
        this.papers = papers;
        this.when = when;
        this.scope = scope;
        this.clock = clock;
        this.audit = audit;
    }

    /** @return items where somebody else said something since */
    public List<String> handle(UUID id, Request request) {
        return handle(id, request, clock.instant());
    }

    public List<String> handle(UUID id, Request request, Instant at) {
        var visit = visits.lockToMake(id);
        var known = database.sql("select key from supervision.visit_answer where visit_id = ?")
                .param(id)
                .query(UUID.class)
                .set();
        var fresh = request.answers().stream()
                .filter(one -> !known.contains(one.key()))
                .toList();
        if (fresh.isEmpty()) {
            return List.of();
        }
        if (!visit.isOpen()) {
            throw new Refused(SupervisionRefusal.VISIT_OVER);
        }
        when.check(id, fresh, at);
        var conflicts = new ArrayList<String>();
        var taken = new ArrayList<String>();
        for (var said : fresh) {
            (take(visit, said, at) ? taken : conflicts).add(said.item());
        }
        audit.record(Visits.act("visit.answered", visit)
                .with("items", String.join(" ", taken))
                .with("conflicts", String.join(" ", conflicts)));
        return conflicts;
    }

    private boolean take(Visit visit, Said said, Instant at) {
        var item = campaigns.get(visit.campaignId()).items().stream()
                .filter(one -> one.code().equals(said.item()))
                .findFirst()
                .orElseThrow(() -> unfit(said));
        var limit = visit.limit(item.code());
        var result = item.judge(said.said(), said.number(), said.text(), limit).orElseThrow(() -> unfit(said));
        checkPhotos(visit, said, item.wantsPhoto(result));
        var now = visits.answers(visit.id()).stream()
                .filter(one -> one.item().equals(item.code()))
                .mapToInt(Visits.Answer::n)
                .max()
                .orElse(0);
        if (now != said.seen()) {
            return false;
        }
        database.sql(
                        "update supervision.visit_answer set replaced = true where visit_id = :visit and item = :item and not replaced")
                .param("visit", visit.id())
                .param("item", item.code())
                .update();
        database.sql(INSERT)
                .param("visit", visit.id())
                .param("item", item.code())
                .param("n", now + 1)
                .param("key", said.key())
                .param("said_at", said.at())
                .param("came_at", at.atOffset(ZoneOffset.UTC))
                .param("by", scope.account().account())
                .param("result", result.name())
                .param("number", said.number())
                .param("text", said.text())
                .param("note", said.note())
                .param("photos", said.photos().toArray(UUID[]::new))
                .param("zh", item.title().zh())
                .param("en", item.title().en())
                .param(
                        "clause",
                        visit.limits().containsKey(item.code())
                                ? visit.limits().get(item.code()).clause()
                                : item.clause())
                .param("severity", item.severity())
                .param("due", item.dueDays())
                .param("weight", item.weight())
                .param("limit", limit)
                .param("unit", item.unit())
                .param("rule", item.rule())
                .update();
        return true;
    }

    /** Those that are named lie with the visit; where one is wanted and may not be taken, it is said why. */
    private void checkPhotos(Visit visit, Said said, boolean isWanted) {
        if (isWanted
                && said.photos().isEmpty()
                && (said.note() == null || said.note().isBlank())) {
            throw unfit(said);
        }
        if (!said.photos().isEmpty()) {
            var there = papers.of(visit.id()).stream().map(PaperFiles.Held::id).collect(Collectors.toSet());
            if (!there.containsAll(said.photos())) {
                throw unfit(said);
            }
        }
    }

    private static Refused unfit(Said said) {
        return new Refused(SupervisionRefusal.VISIT_ANSWER_UNFIT, Map.of("item", said.item()));
    }
}
