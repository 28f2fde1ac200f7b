package org.yiti.identity.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;

/** 示范市 seen from one of its counties: of everything one that is there and one that must not be seen. */
final class World {

    private static final UUID NOTHING = UUID.fromString("00000000-0000-4000-8000-00000000dead");

    private final JdbcClient database;
    private final Ledgers ledgers;
    private final Map<Relation, Set<UUID>> institutions = new EnumMap<>(Relation.class);
    private final Map<String, List<String>> targets = new HashMap<>();
    private final Map<UUID, String> foreign = new HashMap<>();
    private final Set<String> foreignWords = new HashSet<>();

    World(JdbcClient database, Ledgers ledgers) {
        this.database = database;
        this.ledgers = ledgers;
        var counties = ids("""
                select i.id from organization.institution i join organization.institution c on c.parent_id = i.id
                 where i.parent_id is not null group by i.id having count(*) > 3 order by i.code limit 2""");
        institutions.put(Relation.OWN, Set.of(counties.get(0)));
        institutions.put(Relation.SIBLING, Set.of(counties.get(1)));
        institutions.put(Relation.CHILD, Set.copyOf(childrenOf(counties.get(0))));
        institutions.put(Relation.NEPHEW, Set.copyOf(childrenOf(counties.get(1))));
        institutions.put(
                Relation.PARENT,
                Set.copyOf(ids("select parent_id from organization.institution where id = '" + counties.get(0) + "'")));
        institutions.put(Relation.ABSENT, Set.of(NOTHING));
        for (var relation : Relation.values()) {
            if (relation != Relation.ABSENT) {
                plant(relation, relation.name());
            }
        }
        rememberWhatIsForeign();
    }

    private List<UUID> childrenOf(UUID parent) {
        return ids("select id from organization.institution where parent_id = '" + parent + "' order by code");
    }

    private List<UUID> ids(String question) {
        return database.sql(question).query(UUID.class).list();
    }

    UUID institution(Relation relation) {
        return institutions.get(relation).iterator().next();
    }

    String institutionCode(Relation relation) {
        return relation == Relation.ABSENT
                ? "NO-SUCH-INSTITUTION"
                : database.sql("select code from organization.institution where id = ?")
                        .param(institution(relation))
                        .query(String.class)
                        .single();
    }

    /** Whoever asks: somebody of the county beside those who are asked about. */
    long me() {
        return database.sql("""
                        insert into identity.account (account, name, role, institution_id, everything) values ('me', '我', 'OFFICER', ?, false) returning id
                        """)
                .param(institution(Relation.OWN))
                .query(Long.class)
                .single();
    }

    /** What devices said that could not be taken. */
    private void plantAsides(Relation relation, String name) {
        database.sql("""
                        insert into energy.set_aside (institution_id, source, batch, meter, at, reason, content, digest)
                        values (:institution, 'mqtt/' || :name, 'b', 'FM-DEVICE-' || :name, now(), 'aside/matrix-' || :name, :content, 'matrix-' || :name)
                        """)
                .param("institution", institution(relation))
                .param("name", name)
                .param("content", """
                        {"meter":"FM-DEVICE-%s","item":"total","from":null,"time":"2026-10-01T08:00:00+08:00","value":1,"unit":"kWh","quality":"GOOD"}""".formatted(name))
                .update();
        database.sql("""
                        insert into energy.batch_set_aside (institution_id, source, at, reason, content, size, digest)
                        values (:institution, 'mqtt/FM-DEVICE-' || :name, now(), 'aside/matrix-' || :name, '{'::bytea, 1, 'matrix-' || :name)
                        """)
                .param("institution", institution(relation))
                .param("name", name)
                .update();
        database.sql("""
                        insert into telemetry.set_aside (terminal, kind, at, why, content, digest)
                        select number, 'POSITION', now(), 'aside/matrix-' || :name, '{"positions":[],"sayings":[],"receipts":[]}', 'matrix-' || :name
                          from telemetry.terminal where institution_id = any (:institutions) order by number limit 1
                        """)
                .param("name", name)
                .param("institutions", institutions.get(relation).toArray(UUID[]::new))
                .update();
    }

    /** @param module telemetry, energy or energy/batches */
    Optional<String> aside(String module, Relation relation) {
        return relation == Relation.ABSENT
                ? Optional.of("999999999")
                : one(
                        module + " aside",
                        relation,
                        module.startsWith("energy")
                                ? "select id::text from energy.%s where institution_id = any (?)"
                                        .formatted(module.equals("energy") ? "set_aside" : "batch_set_aside")
                                : "select s.id::text from telemetry.set_aside s join telemetry.terminal t on t.number = s.terminal where t.institution_id = any (?)");
    }

    /** A phone number or a code of somebody else's device. */
    String deviceOf(String module, Relation relation) {
        return module.equals("energy")
                ? "FM-DEVICE-" + relation
                : database.sql(
                                "select phone from telemetry.terminal where institution_id = any (?) order by number limit 1")
                        .param(institutions.get(relation).toArray(UUID[]::new))
                        .query(String.class)
                        .optional()
                        .orElse("13900000000");
    }

    /** What rows of no ledger are: findings and accounts, everywhere the same but for where they lie. */
    private void plant(Relation relation, String name) {
        database.sql("""
                        insert into supervision.finding (number, rule_id, rule_hash, subject_kind, subject_id, subject_title, institution_id,
                               severity, facts, evidence, parameters, fingerprint, first_seen, last_seen, due_on, episode)
                        select :number, r.id, r.hash, 'institution', :institution, :number, :institution, 'SUSPICION', '{}', '[]', '[]', '',
                               '2026-10-01', '2026-10-01', '2026-12-01', :number
                          from supervision.rule r order by r.id limit 1
                        """)
                .param("number", "FM-" + name)
                .param("institution", institution(relation))
                .update();
        database.sql("""
                        insert into supervision.case_file (opened_on, institution_id, stage, opened_at, opened_by)
                        values (date '2026-10-01', ?, 'ALERT', now(), 'yiti')
                        """).param(institution(relation)).update();
        database.sql("""
                        with planned as (
                            insert into supervision.campaign (planned_on, institution_id, title, purpose, basis, checklist, checklist_version, items, starts_on,
                                                              ends_on, wanted, inspectors, planned_at, planned_by)
                            values (date '2026-10-01', ?, '矩阵', '矩阵', '矩阵', 'premises', 1, '[]', date '2026-10-01', date '2026-12-01', 1, '{yiti}', now(), 'yiti')
                            returning id, institution_id, number, title), drawn as (
                            insert into supervision.campaign_draw (campaign_id, n, seed, algorithm, drawn_at, drawn_by, wanted, frame_hash)
                            select id, 1, '矩阵', 'ES-SHA256-1', now(), 'yiti', 1, '' from planned returning id, campaign_id), weighed as (
                            insert into supervision.campaign_weight (draw_id, institution_id, name, stratum, weight, key, chosen)
                            select d.id, p.institution_id, '矩阵', 'GOVERNMENT_ORGAN', 1, 1, true from drawn d join planned p on p.id = d.campaign_id)
                        insert into supervision.visit (campaign_id, draw, institution_id, stratum, campaign_number, campaign_title, due_on, inspector, state, done_at, done_by)
                        select id, 1, institution_id, 'GOVERNMENT_ORGAN', number, title, date '2026-12-01', 'yiti', 'DONE', now(), 'yiti' from planned
                        """).param(institution(relation)).update();
        plantAsides(relation, name);
        database.sql(
                        "insert into identity.account (account, name, role, institution_id, everything) values (?, ?, 'OFFICER', ?, false)")
                .param("matrix-" + name)
                .param("账户" + name)
                .param(institution(relation))
                .update();
        database.sql("""
                        insert into identity.session (token_hash, account_id, started_at, seen_at, address, agent)
                        select sha256(convert_to(a.account, 'UTF8')), a.id, now(), now(), '203.0.113.7', '' from identity.account a where a.account = ?
                        """).param("matrix-" + name).update();
        // Of another account than the one that is let go on the way.
        database.sql("""
                        with grantee as (
                            insert into identity.account (account, name, role, institution_id, everything)
                            values (:account, '受权人', 'OFFICER', :institution, false) returning id, institution_id)
                        insert into identity.grant (account_id, role, institution_id, purpose, starts_at, granted_at, granted_by, holder)
                        select id, 'OFFICER', institution_id, 'DAILY', now(), now(), 'yiti', '' from grantee
                        """)
                .param("account", "grantee-" + name)
                .param("institution", institution(relation))
                .update();
        for (var own : List.of(
                "authenticator (account_id, kind, name, secret, created_at, confirmed_at) select a.id, 'TOTP', '手机', '\\x00', now(), now()",
                "passkey (account_id, name, credential_id, public_key, sign_count, user_verified, backup_eligible, backed_up, transports, created_at) select a.id, '钥匙', convert_to(a.account, 'UTF8'), '\\x00', 0, true, false, false, '{}', now()",
                "api_token (account_id, name, token_hash, permissions, ranges, issued_by, created_at, expires_at) select a.id, '接口', convert_to(a.account, 'UTF8'), '{ledger.read}', '{}', 'yiti', now(), now() + interval '1 day'",
                "provider_link (account_id, provider, issuer, subject, linked_at) select a.id, 'province', 'https://issuer.example', a.account, now()")) {
            database.sql("insert into identity." + own + " from identity.account a where a.account = ?")
                    .param("matrix-" + name)
                    .update();
        }
        database.sql("""
                        insert into identity.left_behind (account_id, kind, object_id, title, institution_id, at)
                        select a.id, 'finding', gen_random_uuid(), 'FM-' || a.account, a.institution_id, now() from identity.account a where a.account = ?
                        """).param("matrix-" + name).update();
        database.sql("""
                        insert into workbook.export_request (ledger, format, filters, rows, purpose, reason, requested_by, requested_at, institution_id, expires_at)
                        values ('fleet.driver', 'csv', '{}', 1, 'WORK', '', ?, now(), ?, now() + interval '1 day')
                        """).param("matrix-" + name).param(institution(relation)).update();
        // What was done already can be undone, which is nothing to do, and none of it goes on the way.
        database.sql("""
                        insert into ledger.reorganization (name, approval_no, effective_on, state, steps, institution_ids, created_by, created_at,
                               applied_by, applied_at, transaction, first_change, last_change)
                        select :name, '1', date '2026-01-01', 'APPLIED', jsonb_build_array(jsonb_build_object('kind', 'RENAME', 'institution', i.id, 'name', i.name)),
                               array[i.id], 'yiti', now(), 'yiti', now(), pg_current_xact_id(), 0, 0
                          from organization.institution i where i.id = :institution
                        """)
                .param("name", "FM-" + name)
                .param("institution", institution(relation))
                .update();
        database.sql("""
                        insert into workbook.import (id, file_name, size, sha256, state, account, account_name, role, institution_id, everything)
                        values (gen_random_uuid(), ?, 1, '', 'CHECKED', ?, '账户', 'OFFICER', ?, false)
                        """)
                .param("FM-" + name)
                .param("matrix-" + name)
                .param(institution(relation))
                .update();
    }

    /**
     * Others have more of what lies in no ledger, and less of what lies in one: whoever sees none of it must not notice.
     *
     * @return ledgers in which somebody has less
     */
    Set<String> changeWhatOthersHave() {
        var changed = new HashSet<String>();
        for (var relation : List.of(Relation.SIBLING, Relation.NEPHEW, Relation.PARENT)) {
            plant(relation, relation + "-LATER");
            for (var ledger : ledgers.all()) {
                if (!ledger.isFlow()
                        && !ledger.isEveryones()
                        && !"self".equals(ledger.owner())
                        && lose(ledger, relation)) {
                    changed.add(ledger.name());
                }
            }
        }
        return changed;
    }

    /** The first of a few that nothing else hangs on. */
    private boolean lose(Ledger ledger, Relation relation) {
        return database
                .sql("select id from " + ledger.name() + " where institution_id = any (?) order by id desc limit 20")
                .param(institutions.get(relation).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .filter(this::isForeign)
                .anyMatch(id -> {
                    try {
                        return database.sql("delete from " + ledger.name() + " where id = ?")
                                        .param(id)
                                        .update()
                                > 0;
                    } catch (DataAccessException somethingHangsOnIt) {
                        return false;
                    }
                });
    }

    /** Rows of others, but for what is shared: rooms and buildings in which one sits, main meters one hangs below. */
    private void rememberWhatIsForeign() {
        var mine = new ArrayList<>(institutions.get(Relation.OWN));
        mine.addAll(institutions.get(Relation.CHILD));
        database.sql("select set_config('yiti.reads', ?, false)")
                .param("{" + institution(Relation.OWN) + "}")
                .query()
                .singleValue();
        var shared = new HashSet<UUID>(ids("""
                with mine as (select member from organization.below where root = any (kernel.roots('reads'))),
                     used as (select thing_id from organization.uses where institution_id in (table mine))
                table used
                union select site_id from premises.building where institution_id in (table mine) or id in (table used)
                union select room_id from premises.occupancy where institution_id in (table mine)
                """));
        for (var ledger : ledgers.all()) {
            if (ledger.isFlow() || ledger.isEveryones() || ledger.name().equals("organization.institution")) {
                continue;
            }
            var word = Stream.of("plate", "code")
                    .filter(name -> isColumn(ledger, name))
                    .findFirst()
                    .orElse("null");
            database.sql("select id, " + word + "::text from " + ledger.name() + " where institution_id <> all (?)")
                    .param(mine.toArray(UUID[]::new))
                    .query((row, n) -> {
                        var id = row.getObject(1, UUID.class);
                        if (!shared.contains(id)) {
                            foreign.put(id, ledger.name());
                            if (row.getString(2) != null) {
                                foreignWords.add(row.getString(2));
                            }
                        }
                        return n;
                    })
                    .list();
        }
        // What somebody has of their own under the same name tells nothing.
        for (var table : List.of(
                "organization.post",
                "organization.department",
                "organization.person",
                "fleet.driver",
                "energy.meter")) {
            foreignWords.removeAll(database.sql("select code from " + table + " where institution_id = any (?)")
                    .param(mine.toArray(UUID[]::new))
                    .query(String.class)
                    .list());
        }
        foreignWords.addAll(Set.of(
                "grantee-SIBLING",
                "grantee-NEPHEW",
                "FM-SIBLING",
                "FM-NEPHEW",
                "FM-PARENT",
                "matrix-SIBLING",
                "matrix-NEPHEW",
                "matrix-PARENT"));
    }

    private boolean isColumn(Ledger ledger, String name) {
        return database.sql(
                        "select exists (select from pg_attribute where attrelid = cast(? as regclass) and attname = ?)")
                .param(ledger.name())
                .param(name)
                .query(Boolean.class)
                .single();
    }

    int foreignRows() {
        return foreign.size();
    }

    boolean isForeign(UUID id) {
        return foreign.containsKey(id);
    }

    boolean isForeign(String word) {
        return foreignWords.contains(word);
    }

    /** Every row of an institution and of what hangs below it, by the tree itself and not by what the house makes of it. */
    Set<UUID> below(Ledger ledger, Relation relation) {
        var owner = "self".equals(ledger.owner()) ? "id" : "institution_id";
        return Set.copyOf(
                ledger.isEveryones()
                        ? ids("select id from " + ledger.name())
                        : database.sql("""
                                        with recursive part as (
                                            select id from organization.institution where id = ?
                                            union all
                                            select i.id from organization.institution i join part on i.parent_id = part.id)
                                        select id from %s where %s in (select id from part)
                                        """.formatted(ledger.name(), owner))
                                .param(institution(relation))
                                .query(UUID.class)
                                .list());
    }

    /** A row of the ledger that lies there and is not shared; empty where the city has none. */
    Optional<String> row(Ledger ledger, Relation relation) {
        if (ledger.isEveryones()) {
            return relation == Relation.ABSENT ? Optional.of(NOTHING.toString()) : Optional.empty();
        }
        var isInstitution = ledger.name().equals("organization.institution");
        return targets(
                        ledger.name(),
                        relation,
                        "select id::text from " + ledger.name() + " where institution_id = any (?) order by id")
                .filter(id -> relation == Relation.ABSENT
                        || relation.isInScope()
                        || isInstitution
                        || isForeign(UUID.fromString(id)))
                .findFirst();
    }

    Optional<String> finding(Relation relation) {
        return one(
                "finding",
                relation,
                "select id::text from supervision.finding where institution_id = any (?) and number like 'FM-%'");
    }

    Optional<String> account(Relation relation) {
        return relation == Relation.ABSENT
                ? Optional.of("999999999")
                : one(
                        "account",
                        relation,
                        "select id::text from identity.account where institution_id = any (?) and account like 'matrix-%'");
    }

    Optional<String> entry(Relation relation) {
        return relation == Relation.ABSENT
                ? Optional.of("999999999")
                : one(
                        "entry",
                        relation,
                        "select seq::text from safeguard.entry where institution_id = any (?) order by seq");
    }

    /** What belongs to one account alone, wherever it works. */
    Optional<String> ofAccount(String table, Relation relation) {
        return one(
                table,
                relation,
                "select t.id::text from " + table
                        + " t join identity.account a on a.id = t.account_id where a.account ~ '^(matrix|grantee)-' and a.institution_id = any (?)");
    }

    Optional<String> incoming(Relation relation) {
        return one("import", relation, "select id::text from workbook.import where institution_id = any (?)");
    }

    Optional<String> grant(Relation relation) {
        return one(
                "grant",
                relation,
                "select g.id::text from identity.grant g join identity.account a on a.id = g.account_id where a.account like 'grantee-%' and g.institution_id = any (?)");
    }

    /** What is decided on by its own part of the house, and would be by trying. */
    Optional<String> elsewhere(String table, String owner, Relation relation) {
        return relation.isInScope()
                ? Optional.empty()
                : one(table, relation, "select id::text from " + table + " where " + owner + " = any (?)");
    }

    Optional<String> campaign(Relation relation) {
        return one("campaign", relation, "select id::text from supervision.campaign where institution_id = any (?)");
    }

    Optional<String> visit(Relation relation) {
        return one("visit", relation, "select id::text from supervision.visit where institution_id = any (?)");
    }

    Optional<String> caseFile(Relation relation) {
        return one("case", relation, "select id::text from supervision.case_file where institution_id = any (?)");
    }

    Optional<String> reorganization(Relation relation) {
        return one(
                "reorganization",
                relation,
                "select id::text from ledger.reorganization where institution_ids[1] = any (?)");
    }

    /** As one part of a path: the institution, and behind it its paper. */
    Optional<String> holderAndPaper(Relation relation) {
        return relation == Relation.ABSENT
                ? Optional.of(NOTHING + "/papers/" + NOTHING)
                : one(
                        "paper",
                        relation,
                        "select holder_id || '/papers/' || id from ledger.paper where holder_id = any (?) and removed_at is null");
    }

    /** By which one would look for what others have. */
    List<String> wordsOfOthers() {
        var all = foreignWords.stream().sorted().toList();
        return IntStream.range(0, 40)
                .mapToObj(i -> all.get(i * all.size() / 40))
                .toList();
    }

    private Optional<String> one(String kind, Relation relation, String question) {
        return targets(kind, relation, question).findFirst();
    }

    private Stream<String> targets(String kind, Relation relation, String question) {
        return relation == Relation.ABSENT
                ? Stream.of(NOTHING.toString())
                : targets
                        .computeIfAbsent(
                                kind + relation,
                                key -> database.sql(question)
                                        .param(institutions.get(relation).toArray(UUID[]::new))
                                        .query(String.class)
                                        .list())
                        .stream();
    }
}
