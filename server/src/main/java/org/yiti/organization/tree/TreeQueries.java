package org.yiti.organization.tree;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;

/** Institutions with what hangs on them. */
@Component
class TreeQueries {

    record Division(String code, String name) {}

    /**
     * @param people now at the institution itself
     * @param headcount 编制 in force today
     */
    record Node(
            UUID id,
            String name,
            String code,
            String kind,
            String level,
            Division division,
            long children,
            long people,
            long headcount) {}

    private static final String NODES = """
            select i.id, i.name, i.code, i.kind, i.level, d.code as division_code, d.name as division_name,
                   (select count(*) from organization.institution c where c.parent_id = i.id) as children,
                   (select count(*) from organization.person p where p.institution_id = i.id
                       and p.transferred_on is null and p.retired_on is null) as people,
                   (select coalesce(sum(e.headcount), 0) from organization.establishment e where e.institution_id = i.id
                       and current_date between e.starts_on and coalesce(e.ends_on, 'infinity')) as headcount
              from organization.institution i join organization.division d on d.id = i.division_id
             where %s
             order by i.code
            """;

    private final JdbcClient database;
    private final Scope scope;

    TreeQueries(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    List<Node> roots() {
        var reach = scope.account().rights().anywhere();
        return reach.everywhere()
                ? nodes("i.parent_id is null", List.of())
                : nodes(
                        "i.id = any (:ids) and not exists (select from organization.below b where b.member = i.id"
                                + " and b.root <> i.id and b.root = any (:ids))",
                        List.copyOf(reach.roots()));
    }

    List<Node> below(UUID parent) {
        var visible = scope.institutions(Permission.values());
        if (visible != null && !visible.contains(parent)) {
            throw new Refused(IdentityRefusal.OUTSIDE_SCOPE, Map.of("institution", parent));
        }
        return nodes("i.parent_id = any (:ids)", List.of(parent));
    }

    private List<Node> nodes(String condition, List<UUID> ids) {
        var statement = database.sql(NODES.formatted(condition));
        return (ids.isEmpty() ? statement : statement.param("ids", ids.toArray(UUID[]::new)))
                .query((row, n) -> new Node(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("code"),
                        row.getString("kind"),
                        row.getString("level"),
                        new Division(row.getString("division_code"), row.getString("division_name")),
                        row.getLong("children"),
                        row.getLong("people"),
                        row.getLong("headcount")))
                .list();
    }
}
