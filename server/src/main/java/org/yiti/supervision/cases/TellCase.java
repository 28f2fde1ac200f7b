package org.yiti.supervision.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.supervision.CaseDossiers;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class TellCase implements CaseDossiers {

    private final CasePage pages;
    private final JdbcClient database;
    private final JsonMapper json;

    TellCase(CasePage pages, JdbcClient database, JsonMapper json) {
        this.pages = pages;
        this.database = database;
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public Dossier tell(UUID id) {
        var whole = pages.get(id);
        List<UUID> findings =
                database.sql("""
                        select distinct m.finding_id from supervision.case_finding m
                         where m.case_id = :id and (m.left_at is null or m.left_why = 'BACK_AFTER_CLOSE') order by 1
                        """).param("id", id).query(UUID.class).list();
        return new Dossier(
                id,
                whole.item().number(),
                whole.item().institution().id(),
                json.convertValue(whole, new TypeReference<Map<String, Object>>() {}),
                findings,
                whole.merged().stream().map(CaseView.Ref::id).toList());
    }
}
