package org.yiti.supervision.campaigns;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.supervision.EarlierCampaigns;
import org.yiti.supervision.campaigns.draw.DrawSample;
import org.yiti.supervision.campaigns.plan.Campaigns;
import org.yiti.supervision.campaigns.visits.AnswerVisit;
import org.yiti.supervision.campaigns.visits.SettleVisit;
import org.yiti.supervision.campaigns.visits.Visits;

/** The same acts, at a time that is told. */
@Component
class TellCampaigns implements EarlierCampaigns {

    private final JdbcClient database;
    private final Campaigns campaigns;
    private final PlanCampaign plan;
    private final DrawSample draw;
    private final Visits visits;
    private final AnswerVisit answer;
    private final SettleVisit settle;
    private final CloseCampaign close;

    TellCampaigns(
            JdbcClient database,
            Campaigns campaigns,
            PlanCampaign plan,
            DrawSample draw,
            Visits visits,
            AnswerVisit answer,
            SettleVisit settle,
            CloseCampaign close) {
        this.database = database;
        this.campaigns = campaigns;
        this.plan = plan;
        this.draw = draw;
        this.visits = visits;
        this.answer = answer;
        this.settle = settle;
        this.close = close;
    }

    @Override
    public boolean none() {
        return database.sql("select not exists (select from supervision.campaign)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public UUID begin(Plan told, String seed, Instant at) {
        var id = plan.handle(
                new PlanCampaign.Request(
                        told.title(),
                        told.purpose(),
                        told.basis(),
                        told.checklist(),
                        told.institution(),
                        List.of(),
                        told.startsOn(),
                        told.endsOn(),
                        told.wanted(),
                        List.of(told.inspector())),
                at);
        draw.handle(id, new DrawSample.Request(seed, null, campaigns.get(id).version()), at);
        return id;
    }

    @Override
    public List<UUID> visits(UUID campaign) {
        return database.sql(
                        "select id from supervision.visit where campaign_id = ? and state = 'OPEN' order by due_on, id")
                .param(campaign)
                .query(UUID.class)
                .list();
    }

    @Override
    public void visit(UUID id, Function<String, Answer> told, Instant at) {
        var said = campaigns.get(visits.get(id).campaignId()).items().stream()
                .map(item -> said(item.code(), told.apply(item.code()), at))
                .toList();
        answer.handle(id, new AnswerVisit.Request(said), at);
        settle.finish(id, new SettleVisit.Finished(null), at);
    }

    private static AnswerVisit.Said said(String item, Answer told, Instant at) {
        return new AnswerVisit.Said(
                UUID.randomUUID(),
                item,
                0,
                at.atOffset(ZoneOffset.UTC),
                told.said(),
                told.number(),
                told.text(),
                told.note(),
                List.of());
    }

    @Override
    public void close(UUID campaign, String conclusion, Instant at) {
        close.handle(
                campaign,
                new CloseCampaign.Request(conclusion, campaigns.get(campaign).version()),
                at);
    }
}
