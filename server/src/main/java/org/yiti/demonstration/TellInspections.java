package org.yiti.demonstration;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiti.identity.Account;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.Acting;
import org.yiti.identity.Role;
import org.yiti.supervision.EarlierCampaigns;
import org.yiti.supervision.EarlierCampaigns.Answer;
import org.yiti.supervision.EarlierCampaigns.Plan;
import org.yiti.supervision.Swept;

/**
 * One inspection that is over and one under way. After the first sweep, when there are risks to weigh chance by; told whole
 * or not at all.
 */
@Component
class TellInspections {

    private static final Logger log = LoggerFactory.getLogger(TellInspections.class);
    private static final String NO_PHOTO = "涉密场所不拍照，现场核对。";

    private final EarlierCampaigns campaigns;
    private final AccountDirectory accounts;
    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Chance chance;

    TellInspections(
            EarlierCampaigns campaigns,
            AccountDirectory accounts,
            JdbcClient database,
            TransactionOperations transaction,
            Clock clock,
            @Value("${yiti.demonstration-seed:2026}") long seed) {
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.chance = new Chance(seed).under("inspections");
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void after(Swept swept) {
        var inspector = inspector();
        if (inspector != null && isTold() && campaigns.none()) {
            log.info("Telling two inspection campaigns of the demonstration bureau");
            transaction.executeWithoutResult(
                    status -> Acting.as(inspector, () -> tell(inspector.account(), swept.asOf())));
        }
    }

    private boolean isTold() {
        return database.sql(
                        "select exists (select from demonstration.world where loaded_at is not null and told_at is not null)")
                .query(Boolean.class)
                .single();
    }

    private @Nullable Account inspector() {
        return Acting.as(Account.HOUSE, null, null, accounts::all).stream()
                .filter(person -> person.account().equals("inspector") && person.role() == Role.INSPECTOR)
                .findFirst()
                .orElse(null);
    }

    private void tell(String inspector, LocalDate today) {
        var root = database.sql(
                        "select root from organization.below group by root order by count(*) desc, root limit 1")
                .query(UUID.class)
                .single();
        var over = campaigns.begin(
                new Plan(
                        "办公用房使用情况巡检",
                        "核对台账与实物，检查房间用途和出租出借情况",
                        "党政机关办公用房管理办法（中办发〔2017〕70号）监督问责章",
                        "premises",
                        root,
                        today.minusDays(50),
                        today.minusDays(20),
                        12,
                        inspector),
                "示范-办公用房-1",
                at(today.minusDays(52)));
        var day = 45;
        for (var visit : campaigns.visits(over)) {
            campaigns.visit(visit, this::premises, at(today.minusDays(day)));
            day = Math.max(21, day - 2);
        }
        campaigns.close(over, "多数单位账实相符；个别单位房间用途与台账不一致，已列为问题，限期整改。", at(today.minusDays(18)));
        var running = campaigns.begin(
                new Plan(
                        "冬季节能巡检",
                        "检查供暖温度、照明和待机设备",
                        "公共机构节能条例 监督检查章；国办发〔2007〕42号",
                        "energy",
                        root,
                        today.minusDays(6),
                        today.plusDays(20),
                        10,
                        inspector),
                "示范-节能-1",
                at(today.minusDays(7)));
        campaigns.visits(running).stream()
                .limit(3)
                .forEach(visit -> campaigns.visit(visit, this::energy, at(today.minusDays(2))));
    }

    private Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(10, 30)).atZone(clock.getZone()).toInstant();
    }

    private Answer premises(String item) {
        if (item.equals("rooms-checked")) {
            return new Answer(null, null, "1 号楼 3 层、5 层，抽查 " + chance.whole(6, 14) + " 间", null);
        }
        return yesNo(item.equals("let-or-lent") ? 0.02 : 0.14);
    }

    private Answer energy(String item) {
        return switch (item) {
            case "cooling" -> new Answer("NOT_APPLICABLE", null, null, null);
            case "heating" -> new Answer(null, BigDecimal.valueOf(chance.whole(180, 225), 1), null, NO_PHOTO);
            default -> yesNo(0.15);
        };
    }

    private Answer yesNo(double fails) {
        return new Answer(chance.happens(fails) ? "NO" : "YES", null, null, NO_PHOTO);
    }
}
