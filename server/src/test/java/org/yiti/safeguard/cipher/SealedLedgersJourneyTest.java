package org.yiti.safeguard.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.TestDatabase;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.Role;
import org.yiti.ledger.checking.Stage;
import org.yiti.workbook.LoadLedgers;

@TestPropertySource(properties = {"yiti.reveals-per-hour=20", "yiti.rotation-pause=1d"})
@DirtiesContext
class SealedLedgersJourneyTest extends Journey {

    private static final String NUMBER = "330102199003071230";

    private static final Account CURIOUS = new Account("curious", "好奇", Role.INSPECTOR, null, true);

    @Value("${spring.datasource.url}")
    private String url;

    @Autowired
    private LoadLedgers load;

    @Autowired
    private RotateKeys rotate;

    @Autowired
    private DataKeys keys;

    @Autowired
    private SealedColumns cipher;

    @Autowired
    private Unreadable unreadable;

    @Autowired
    private TransactionTemplate transaction;

    private static int count;

    private String institution() {
        var code = "SL-" + ++count;
        if (count == 1) {
            add("organization/divisions", Map.of("code", "971600", "name", "加密市", "level", "市级"));
        }
        add(
                "organization/institutions",
                Map.of("code", code, "name", "加密市局" + count, "kind", "政府机关", "level", "市级", "divisionCode", "971600"));
        return code;
    }

    private UUID person(String institution, String code, String phone) {
        return add(
                "organization/people",
                Map.of("code", code, "name", "某人", "institutionCode", institution, "rank", "局(处)级以下", "phone", phone));
    }

    private Stage.Outcome loaded(List<List<String>> rows) {
        var outcome = new AtomicReference<Stage.Outcome>();
        Acting.as(
                ADMINISTRATOR,
                () -> outcome.set(load.load(
                        "organization.person",
                        List.of("code", "name", "institutionCode", "rank", "phone"),
                        rows.stream())));
        return outcome.get();
    }

    private String stored(UUID person) {
        return database.sql("select phone from organization.person where id = :id")
                .param("id", person)
                .query(String.class)
                .single();
    }

    private MvcTestResult change(UUID person, String column, String value) {
        return patch(
                ADMINISTRATOR, "/api/organization/people/" + person, Map.of("version", version(person), column, value));
    }

    private MvcTestResult revealed(Account by, UUID person, String column) {
        return post(
                by,
                "/api/objects/person/" + person + "/reveal",
                Map.of("column", column, "purpose", "VERIFICATION", "reason", "核对加密的内容"));
    }

    private Object version(UUID person) {
        return json(get(ADMINISTRATOR, "/api/organization/people/" + person)).get("version");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void noTableHoldsAPhoneOrAnIdentityNumberAsItIs() {
        var code = institution();
        var person = person(code, "SL-P1", "13911112222");
        assertThat(change(person, "name", "原来的名字")).hasStatusOk();
        assertThat(change(person, "name", "某人")).hasStatusOk();
        var wrong = change(person, "idNumber", "330102199003071231");
        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong)).doesNotContain("330102199003071231");
        assertThat(change(person, "idNumber", NUMBER)).hasStatusOk();
        patch(
                ADMINISTRATOR,
                "/api/organization/people/" + person,
                Map.of("version", version(person), "phone", "13911113333"));

        assertThat(tablesWith("SL-P1")).contains("organization.person");
        assertThat(tablesWith("原来的名字")).contains("lifeline.change");
        for (var value : List.of("13911112222", "13911113333", NUMBER, "330102199003071231")) {
            assertThat(tablesWith(value)).as(value).isEmpty();
        }
        assertThat(json(revealed(ADMINISTRATOR, person, "phone"))).containsEntry("value", "13911113333");
        assertThat(text(get(ADMINISTRATOR, "/api/objects/person/" + person + "/lifeline")))
                .contains("139****2222")
                .contains("139****3333");
    }

    /** Every table there is, whatever it is for; bytes as far as they can be read. */
    private List<String> tablesWith(String value) {
        return database
                .sql("""
                        select c.oid::regclass::text as name,
                               string_agg(case when a.atttypid = 'bytea'::regtype then format('coalesce(encode(%1$I, ''escape''), '''')', a.attname)
                                               else format('coalesce(%1$I::text, '''')', a.attname) end, ' || '' '' || ') as cells
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
                           and c.relpersistence <> 't' -- of other sessions, and empty at the end of each transaction
                         group by c.oid
                        """)
                .query((row, n) -> Map.entry(row.getString("name"), row.getString("cells")))
                .list()
                .stream()
                .filter(table -> database.sql("select exists (select from " + table.getKey()
                                + " where position(:value in " + table.getValue() + ") > 0)")
                        .param("value", value)
                        .query(Boolean.class)
                        .single())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void theSameValueAgainIsNoChangeAndAnotherOneIs() {
        var code = institution();
        var person = person(code, "SL-P2", "13922223333");
        var before = stored(person);
        var same = loaded(List.of(List.of("SL-P2", "某人", code, "局(处)级以下", "13922223333")));
        var renamed = loaded(List.of(List.of("SL-P2", "另名", code, "局(处)级以下", "13922223333")));

        assertThat(same.same()).isOne();
        assertThat(renamed.changed()).isOne();
        assertThat(stored(person)).isEqualTo(before);
        assertThat(text(get(ADMINISTRATOR, "/api/objects/person/" + person + "/lifeline")))
                .doesNotContain("139****3333");
    }

    @Test
    void aSealedValueIsFoundByWhatItIsEqualToAndTheSearchIsKept() {
        var code = institution();
        var person = person(code, "SL-P3", "13933334444");
        person(code, "SL-P4", "13933334445");

        assertThat(items(get(ADMINISTRATOR, "/api/organization/people?phone=13933334444")))
                .extracting("id")
                .containsExactly(person.toString());
        assertThat(get(ADMINISTRATOR, "/api/organization/people?phone.like=1393333"))
                .hasStatus(403);
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?limit=1&action=data.searched")))
                .hasSize(1);
    }

    @Test
    void whoAsksForTooManyHasToWait() {
        var person = person(institution(), "SL-P5", "13955556666");

        var answers = IntStream.range(0, 21)
                .mapToObj(i -> revealed(CURIOUS, person, "phone"))
                .toList();

        assertThat(answers.subList(0, 20))
                .allSatisfy(answer -> assertThat(answer).hasStatusOk());
        assertThat(answers.get(20)).hasStatus(429);
        assertThat(get(CURIOUS, "/api/organization/people?phone=13955556666")).hasStatus(429);
    }

    @Test
    void aRotationThatWasKilledHalfWayGoesOnWhereItStoodAndIsNoChange() {
        var code = institution();
        var rows = IntStream.range(0, 450)
                .mapToObj(i -> List.of("SL-R" + i, "某人", code, "局(处)级以下", "137" + (10_000_000 + i)))
                .toList();
        loaded(rows);
        // from before the column was sealed
        past(
                "delete from safeguard.sealed_place; update organization.person set phone = '13700000449' where code = 'SL-R449'");
        rotate.run();
        var changes = database.sql("select count(*) from lifeline.change")
                .query(Long.class)
                .single();
        keys.makeNew();
        // the machine loses power within the third batch
        database.sql("""
                        create function pg_temp_cut() returns trigger language plpgsql as $$
                        begin
                            if (select count(*) from organization.person p
                                 where split_part(p.phone, '.', 3) = (select id from safeguard.data_key where use = 'VALUES' order by made_at desc limit 1)) >= 400 then
                                raise exception 'power cut';
                            end if;
                            return new;
                        end $$
                        """).update();
        database.sql(
                        "create trigger cut before update on organization.person for each row execute function pg_temp_cut()")
                .update();

        assertThatThrownBy(() -> rotate.run()).hasMessageContaining("power cut");
        var half = rotate.left();
        database.sql("drop trigger cut on organization.person; drop function pg_temp_cut()")
                .update();
        var rest = rotate.run();

        assertThat(half).isPositive().isLessThan(450);
        assertThat(rest).isEqualTo(new RotateKeys.Outcome(half, 0));
        assertThat(rotate.left()).isZero();
        assertThat(database.sql("select count(*) from lifeline.change")
                        .query(Long.class)
                        .single())
                .isEqualTo(changes);
        assertThat(database.sql(
                                "select count(*) from organization.person where phone is not null and phone not like '~2.%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(items(get(ADMINISTRATOR, "/api/organization/people?code=SL-R449"))
                        .get(0))
                .containsEntry("phone", "137****0449");
    }

    @Test
    void theWayForRotationLetsNothingElsePastTheLifeLine() {
        var person = person(institution(), "SL-P6", "13966667777");

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    database.sql("select set_config('yiti.rotating', 'on', true)")
                            .query(row -> {});
                    database.sql("update organization.person set name = '冒名' where id = :id")
                            .param("id", person)
                            .update();
                }))
                .hasMessageContaining("A change of keys changes no values");
    }

    @Test
    void whatWasDestroyedIsGoneFromTheRowAndFromItsLifeLineAndTheLogKeepsWhy() {
        var person = person(institution(), "SL-P7", "13977778888");
        assertThat(change(person, "phone", "13977779999")).hasStatusOk();

        var destroyed =
                post(ADMINISTRATOR, "/api/objects/person/" + person + "/destruction", Map.of("reason", "本人申请删除"));

        assertThat(destroyed).hasStatus(204);
        assertThat(json(get(ADMINISTRATOR, "/api/organization/people/" + person)))
                .containsEntry("phone", null);
        assertThat(text(get(ADMINISTRATOR, "/api/objects/person/" + person + "/lifeline")))
                .contains("†††")
                .doesNotContain("139****");
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?limit=1&action=data.destroyed"))
                        .get(0))
                .containsEntry("object", "organization.person/" + person);
        assertThat(change(person, "phone", "13977770000")).hasStatusOk();
        assertThat(json(get(ADMINISTRATOR, "/api/organization/people/" + person)))
                .containsEntry("phone", "139****0000");
        assertThat(text(get(ADMINISTRATOR, "/api/objects/person/" + person + "/lifeline")))
                .as("also after a new value")
                .contains("†††")
                .doesNotContain("139****8888")
                .doesNotContain("139****9999");
    }

    /** The life line of what was destroyed before indexes were erased with it has them still. */
    @Test
    void whatWasDestroyedLongAgoAndEnteredAnewIsToldAsDestroyed() {
        var person = person(institution(), "SL-P9", "13977771111");
        assertThat(change(person, "phone", "13977772222")).hasStatusOk();
        var kept = database.sql(
                        "select id, before::text as before, after::text as after from lifeline.change where object_id = ? and action = 'CHANGED'")
                .param(person)
                .query()
                .singleRow();
        assertThat(post(ADMINISTRATOR, "/api/objects/person/" + person + "/destruction", Map.of("reason", "本人申请删除")))
                .hasStatus(204);
        database.sql("update lifeline.change set before = ?::jsonb, after = ?::jsonb where id = ?")
                .param(kept.get("before"))
                .param(kept.get("after"))
                .param(kept.get("id"))
                .update();
        assertThat(change(person, "phone", "13977773333")).hasStatusOk();

        var told = get(ADMINISTRATOR, "/api/objects/person/" + person + "/lifeline");
        assertThat(told).hasStatusOk();
        assertThat(text(told)).contains("†††").doesNotContain("139****1111").doesNotContain("139****2222");
    }

    @Test
    void whatWasDestroyedIsFoundByNothingAndItsEntriesStayAsTheyWereSealed() {
        var person = person(institution(), "SL-P8", "13988881111");
        assertThat(change(person, "phone", "13988882222")).hasStatusOk();
        var indexes = List.of(
                cipher.blindIndex("organization.person", "phone", "13988881111"),
                cipher.blindIndex("organization.person", "phone", "13988882222"));
        assertThat(tablesWith(indexes.get(0))).containsExactly("lifeline.change");

        assertThat(post(ADMINISTRATOR, "/api/objects/person/" + person + "/destruction", Map.of("reason", "本人申请删除")))
                .hasStatus(204);

        for (var index : indexes) {
            assertThat(tablesWith(index)).isEmpty();
        }
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/objects/" + person)))
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry).containsEntry("sound", true);
                    assertThat(text(get(AUDITOR, "/api/safeguard/audit/entries/" + entry.get("seq"))))
                            .doesNotContain("\"matches\":false");
                });
    }

    @Test
    void aValueThatCannotBeOpenedIsLeftCountedAndKeepsNoOtherOneBack() {
        var code = institution();
        person(code, "SL-B1", "13999990001");
        var sound = person(code, "SL-B2", "13999990002");
        rotate.run();
        past(
                "update organization.person set phone = (select phone from organization.person where code = 'SL-B2') where code = 'SL-B1'");
        var made = keys.makeNew();

        assertThat(rotate.run().broken()).isOne();
        assertThat(stored(sound)).contains("." + made + ".");
        assertThat(rotate.run()).isEqualTo(new RotateKeys.Outcome(0, 1));
        assertThat(rotate.left()).isOne();
        past("update organization.person set phone = null where code = 'SL-B1'");
    }

    @Test
    void aValueThatSomebodyPutThereAsItIsIsNeitherShownNorEncryptedAsIfItWereGenuine() {
        var person = person(institution(), "SL-F1", "13999990003");
        rotate.run();
        past("update organization.person set phone = '13999990004' where code = 'SL-F1'");

        assertThat(rotate.run()).isEqualTo(new RotateKeys.Outcome(0, 1));
        assertThat(stored(person)).isEqualTo("13999990004");
        assertThatThrownBy(() -> cipher.open("organization.person", "phone", stored(person) + "|" + person + "|"))
                .isInstanceOf(CannotOpen.class);
        past("update organization.person set phone = null where code = 'SL-F1'");
    }

    @Test
    void whatCannotBeToldOfIsNotEncryptedAnew() {
        var person = person(institution(), "SL-F2", "13999990005");
        rotate.run();
        var before = stored(person);
        keys.makeNew();
        database.sql(
                        "alter table safeguard.entry add constraint the_log_is_full check (action <> 'data.encrypted-anew') not valid")
                .update();

        assertThatThrownBy(() -> rotate.run()).hasStackTraceContaining("the_log_is_full");

        assertThat(stored(person)).isEqualTo(before);
        database.sql("alter table safeguard.entry drop constraint the_log_is_full")
                .update();
        assertThat(rotate.run().broken()).isZero();
    }

    /** Two rows whose phones are one damaged, one of another place, between sound ones. */
    private List<UUID> damaged(String code) {
        var people = IntStream.range(0, 4)
                .mapToObj(i -> person(code, code + "-U" + i, "1388888000" + i))
                .toList();
        past("update organization.person set phone = left(phone, 30) where id = '" + people.get(1) + "'");
        past("update organization.person set phone = (select phone from organization.person where id = '"
                + people.get(0) + "') where id = '" + people.get(2) + "'");
        return people;
    }

    private List<Map<String, Object>> told() {
        return items(get(AUDITOR, "/api/safeguard/audit/entries?limit=100&action=data.unreadable")).stream()
                .filter(entry -> entry.get("object").equals("safeguard.sealed_place/organization.person.phone"))
                .toList();
    }

    @Test
    void oneValueThatCannotBeOpenedIsShownSoAndKeepsNobodyFromTheRestOfThePageOrTheFile() {
        var code = institution();
        var people = damaged(code);
        var list = "/api/organization/people?code.like=" + code + "-U&sort=code";

        assertThat(items(get(ADMINISTRATOR, list)))
                .extracting("phone")
                .containsExactly("138****0000", "‡‡‡", "‡‡‡", "138****0003");
        assertThat(text(get(ADMINISTRATOR, "/api/organization/people/export?format=csv&code.like=" + code + "-U")))
                .contains("138****0000", "138****0003", "无法解密")
                .doesNotContain("‡");
        assertThat(json(get(ADMINISTRATOR, "/api/objects/person/" + people.get(1))))
                .isNotEmpty();
        past("update organization.person set phone = null where phone is not null and id in ('" + people.get(1) + "', '"
                + people.get(2) + "')");
    }

    @Test
    void whatCannotBeOpenedIsToldOfOnceForEachReasonHoweverOftenItIsMet() {
        var code = institution();
        var people = damaged(code);
        var list = "/api/organization/people?code.like=" + code + "-U";
        get(ADMINISTRATOR, list);

        Soon.soon("told", this::told, entries -> entries.size() == 2);
        get(ADMINISTRATOR, list);
        unreadable.tell();

        assertThat(told()).hasSize(2);
        past("update organization.person set phone = null where id in ('" + people.get(1) + "', '" + people.get(2)
                + "')");
    }

    @Test
    void theSameNumberTypedOverWhatCannotBeOpenedIsWrittenAnew() {
        var code = institution();
        var broken = person(code, code + "-U1", "13800000001");
        past("update organization.person set phone = left(phone, length(phone) - 8) || 'AAAAAAAA' where id = '" + broken
                + "'");
        var before = stored(broken);
        assertThat(json(get(ADMINISTRATOR, "/api/organization/people/" + broken)))
                .containsEntry("phone", "‡‡‡");

        assertThat(change(broken, "phone", "13800000001")).hasStatusOk();

        assertThat(stored(broken)).isNotEqualTo(before);
        assertThat(json(get(ADMINISTRATOR, "/api/organization/people/" + broken)))
                .containsEntry("phone", "138****0001");
        assertThat(json(revealed(ADMINISTRATOR, broken, "phone"))).containsEntry("value", "13800000001");
        var mended = stored(broken);
        assertThat(change(broken, "phone", "13800000001")).hasStatusOk();
        assertThat(stored(broken)).as("a second time there is nothing to do").isEqualTo(mended);
    }

    @Test
    void aRowWhoseValueCannotBeOpenedIsChangedElsewhereAndTheCiphertextStaysAsItIs() {
        var code = institution();
        var people = damaged(code);
        var broken = people.get(1);
        var before = stored(broken);

        assertThat(change(broken, "name", "改名")).hasStatusOk();
        assertThat(stored(broken)).isEqualTo(before);
        assertThat(change(broken, "phone", "‡‡‡")).hasStatusOk();
        assertThat(stored(broken)).isEqualTo(before);
        var brought = loaded(List.of(List.of(code + "-U1", "再改名", code, "局(处)级以下", "无法解密")));
        assertThat(brought.changed()).isOne();
        assertThat(stored(broken)).isEqualTo(before);
        assertThatThrownBy(() -> loaded(List.of(List.of(code + "-U9", "新人", code, "局(处)级以下", "无法解密"))))
                .hasMessageContaining("a new row needs the value itself");

        assertThat(change(broken, "phone", "13800001111")).hasStatusOk();
        assertThat(json(get(ADMINISTRATOR, "/api/organization/people/" + broken)))
                .containsEntry("phone", "138****1111");
        assertThat(database.sql("select before::text from lifeline.change where object_id = ? order by id desc limit 1")
                        .param(broken)
                        .query(String.class)
                        .single())
                .contains(before);
        assertThat(text(get(ADMINISTRATOR, "/api/objects/person/" + broken + "/lifeline")))
                .contains("‡‡‡")
                .contains("138****1111");
        past("update organization.person set phone = null where id = '" + people.get(2) + "'");
    }

    /** Past the triggers, as a superuser can. */
    private void past(String statement) {
        JdbcClient.create(TestDatabase.at(url).superuser())
                .sql("set session_replication_role = replica; " + statement)
                .update();
    }
}
