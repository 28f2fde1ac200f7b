package org.yiti.supervision.campaigns;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.kernel.code.CodeTables;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.campaigns.plan.Campaigns;
import org.yiti.supervision.campaigns.plan.Checklists;

/** Plans a campaign: why, where, by which checklist, how many and by whom. Nobody is chosen yet. */
@UseCase
class PlanCampaign {

    /**
     * @param basis the clause that lets the bureau inspect
     * @param kinds codes of institution-kind; none for all
     * @param inspectors accounts
     */
    record Request(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 2000) String purpose,
            @NotBlank @Size(max = 500) String basis,
            @NotBlank @Size(max = 100) String checklist,
            @NotNull UUID institution,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> kinds,
            @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn,
            @Min(1) @Max(1000) int wanted,
            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 100) String> inspectors) {}

    private static final String INSERT = """
            insert into supervision.campaign (planned_on, institution_id, title, purpose, basis, checklist, checklist_version, items, kinds, starts_on,
                                              ends_on, wanted, inspectors, planned_at, planned_by)
            values (:day, :institution, :title, :purpose, :basis, :checklist, :version, :items::jsonb, :kinds, :starts, :ends, :wanted, :inspectors, :at, :by)
            returning id
            """;

    private final JdbcClient database;
    private final Campaigns campaigns;
    private final Checklists checklists;
    private final AccountDirectory accounts;
    private final Scope scope;
    private final Clock clock;

    PlanCampaign(
            JdbcClient database,
            Campaigns campaigns,
            Checklists checklists,
            AccountDirectory accounts,
            Scope scope,
            Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.checklists = checklists;
        this.accounts = accounts;
        this.scope = scope;
        this.clock = clock;
    }

    UUID handle(Request request) {
        return handle(request, clock.instant());
    }

    /** @param at when it is planned; earlier than now only where a past is told */
    UUID handle(Request request, Instant at) {
        scope.subtree(Permission.VERIFY, request.institution());
        var checklist = checklists.get(request.checklist());
        check(request, LocalDate.ofInstant(at, clock.getZone()));
        var id = database.sql(INSERT)
                .param("day", LocalDate.ofInstant(at, clock.getZone()))
                .param("institution", request.institution())
                .param("title", request.title().strip())
                .param("purpose", request.purpose().strip())
                .param("basis", request.basis().strip())
                .param("checklist", checklist.id())
                .param("version", checklist.version())
                .param("items", campaigns.text(checklist.asked()))
                .param("kinds", request.kinds().toArray(String[]::new))
                .param("starts", request.startsOn())
                .param("ends", request.endsOn())
                .param("wanted", request.wanted())
                .param(
                        "inspectors",
                        request.inspectors().stream().distinct().sorted().toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", scope.account().account())
                .query(UUID.class)
                .single();
        campaigns.tell(
                Campaigns.act("campaign.planned", id)
                        .with("title", request.title())
                        .with("basis", request.basis())
                        .with("checklist", checklist.id() + " " + checklist.version())
                        .with("wanted", request.wanted())
                        .with("inspectors", request.inspectors()),
                request.institution());
        return id;
    }

    private void check(Request request, LocalDate today) {
        if (request.endsOn().isBefore(request.startsOn()) || request.endsOn().isBefore(today)) {
            throw new Refused(SupervisionRefusal.CAMPAIGN_SPAN_WRONG);
        }
        request.kinds().forEach(kind -> {
            if (CodeTables.get("institution-kind").find(kind).isEmpty()) {
                throw new Refused(SupervisionRefusal.UNREADABLE_FILTER, Map.of("filter", "kinds", "value", kind));
            }
        });
        request.inspectors().forEach(one -> checkInspector(one, request.institution()));
    }

    /** They must be allowed to verify in all of it: the draw may send them anywhere. */
    private void checkInspector(String account, UUID institution) {
        accounts.find(account, null, null)
                .map(one -> one.rights().reach(Permission.VERIFY))
                .filter(reach -> reach.everywhere() || isBelow(institution, reach.roots()))
                .orElseThrow(() -> new Refused(SupervisionRefusal.INSPECTOR_UNKNOWN, Map.of("account", account)));
    }

    private boolean isBelow(UUID institution, Collection<UUID> roots) {
        return database.sql("select exists (select from organization.below where member = :id and root = any (:roots))")
                .param("id", institution)
                .param("roots", roots.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }
}
