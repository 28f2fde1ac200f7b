package org.yiti.identity.account;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.PersonNamed;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Like;
import org.yiti.kernel.Refused;

/** What administrators, who see no ledgers, choose from: names of institutions and of people in their part of the tree. */
@RestController
@RequestMapping("/api/identity/choices")
class ChoiceController {

    record Choice(
            UUID id,
            String name,
            String code,
            @Nullable UUID institutionId,
            @Nullable String institution) {}

    record Choices(List<Choice> items) {}

    record AccountChoice(
            String account, String name, @Nullable String institution) {}

    record AccountChoices(List<AccountChoice> items) {}

    private static final String INSTITUTIONS =
            "select i.id, i.name, i.code, i.id as institution_id, null as institution from organization.institution i";
    private static final String PEOPLE = """
            select p.id, p.name, p.code, p.institution_id, i.name as institution
              from organization.person p join organization.institution i on i.id = p.institution_id
            """;

    private final JdbcClient database;
    private final Scope scope;
    private final ApplicationEventPublisher events;

    ChoiceController(JdbcClient database, Scope scope, ApplicationEventPublisher events) {
        this.events = events;
        this.database = database;
        this.scope = scope;
    }

    @Needs({Permission.ACCOUNT, Permission.GRANT})
    @GetMapping("/institutions")
    Choices institutions(@RequestParam(defaultValue = "") String q) {
        return find(INSTITUTIONS, "i", q, scope.institutions(Permission.ACCOUNT, Permission.GRANT));
    }

    @Needs({Permission.ACCOUNT, Permission.GRANT})
    @GetMapping("/institutions/{id}")
    Choice institution(@PathVariable UUID id) {
        var visible = scope.institutions(Permission.ACCOUNT, Permission.GRANT);
        return database.sql(INSTITUTIONS + " where i.id = :id")
                .param("id", id)
                .query(Choice.class)
                .optional()
                .filter(one -> visible == null || visible.contains(id))
                .orElseThrow(() -> new Refused(IdentityRefusal.OUTSIDE_SCOPE));
    }

    @Needs(Permission.ACCOUNT)
    @GetMapping("/people")
    Choices people(@RequestParam(defaultValue = "") String q) {
        var people = Unscoped.because(
                "whoever keeps accounts sees no ledgers, but whom one belongs to",
                () -> find(PEOPLE, "p", q, scope.institutions(Permission.ACCOUNT)));
        people.items().forEach(one -> events.publishEvent(new PersonNamed(one.id(), one.institutionId())));
        return people;
    }

    /** Whom work or rights can be handed to: by name, account or institution, in the part of the tree one has anything in. */
    @Needs({Permission.READ, Permission.ACCOUNT, Permission.GRANT})
    @GetMapping("/accounts")
    AccountChoices accounts(@RequestParam(defaultValue = "") String q) {
        var visible = scope.institutions(Permission.READ, Permission.ACCOUNT, Permission.GRANT);
        return new AccountChoices(database.sql("""
                        select a.account, a.name, i.name as institution
                          from identity.account a left join organization.institution i on i.id = a.institution_id
                         where a.enabled and a.account <> :me and (:all or a.institution_id = any (:institutions))
                           and (a.name ilike :q or a.account ilike :q or coalesce(i.name, '') ilike :q)
                         order by a.name, a.account limit 20
                        """)
                .param("me", scope.account().account())
                .param("all", visible == null)
                .param("institutions", visible == null ? new UUID[0] : visible.toArray(UUID[]::new))
                .param("q", Like.containing(q.strip()))
                .query(AccountChoice.class)
                .list());
    }

    private Choices find(String select, String alias, String q, @Nullable Set<UUID> visible) {
        return new Choices(database.sql(select + " where (:all or i.id = any (:institutions)) and (" + alias
                        + ".name like :q or " + alias + ".code like :q) order by " + alias + ".code limit 20")
                .param("all", visible == null)
                .param("institutions", visible == null ? new UUID[0] : visible.toArray(UUID[]::new))
                .param("q", Like.containing(q))
                .query(Choice.class)
                .list());
    }
}
