package org.yiti.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;

/** Whom an institution lost to another, and when; who still serves there besides is told with the days of it. */
class PersonLeftTest {

    private final JdbcClient jdbc = TestDatabase.fresh().jdbc();
    private UUID bureau;
    private UUID other;
    private UUID somebody;

    @BeforeEach
    void twoInstitutions() {
        bureau = institution("L-1");
        other = institution("L-2");
        somebody = jdbc.sql("""
                        insert into organization.person (institution_id, code, name, rank) values (?, 'L-P', '甲', 'CITY_STAFF') returning id
                        """).param(other).query(UUID.class).single();
    }

    private UUID institution(String code) {
        return jdbc.sql("""
                        with d as (insert into organization.division (code, name, level) values ('97' || lpad((random() * 9999)::int::text, 4, '0'), '市', 'CITY') returning id)
                        insert into organization.institution (code, name, kind, level, division_id)
                        select :code, :code, 'GOVERNMENT_ORGAN', 'CITY', id from d returning id
                        """).param("code", code).query(UUID.class).single();
    }

    private void served(UUID institution, @Nullable String from, String to, String rank) {
        jdbc.sql("""
                        insert into organization.person_past (institution_id, person_id, rank, starts_on, ends_on)
                        values (:institution, :person, :rank, :from::date, :to::date)
                        """)
                .param("institution", institution)
                .param("person", somebody)
                .param("rank", rank)
                .param("from", from)
                .param("to", to)
                .update();
    }

    private void besides(boolean main, String from, @Nullable String to) {
        jdbc.sql("""
                        insert into organization.appointment (institution_id, person_id, title, main, starts_on, ends_on)
                        values (:institution, :person, '副局长', :main, :from::date, :to::date)
                        """)
                .param("institution", bureau)
                .param("person", somebody)
                .param("main", main)
                .param("from", from)
                .param("to", to)
                .update();
    }

    private List<Map<String, Object>> left() {
        return jdbc.sql(
                        "select institution_id, left_on::text, besides::text from facts.person_left where person_id = ? order by left_on")
                .param(somebody)
                .query()
                .listOfRows();
    }

    @Test
    void whoWentOverLeftTheInstitutionBeforeOnTheDayTheyServedElsewhere() {
        served(bureau, null, "2026-05-30", "CITY_STAFF");

        assertThat(left()).containsExactly(Map.of("institution_id", bureau, "left_on", "2026-05-31", "besides", "{}"));
    }

    @Test
    void aPromotionWithinTheInstitutionIsNoLeaving() {
        served(other, null, "2026-05-30", "CITY_STAFF");

        assertThat(left()).isEmpty();
    }

    @Test
    void whoCameBackLeftTheOneInBetweenOnly() {
        served(other, null, "2026-02-28", "CITY_STAFF");
        served(bureau, "2026-03-01", "2026-05-31", "CITY_STAFF");

        assertThat(left())
                .singleElement()
                .satisfies(one ->
                        assertThat(one).containsEntry("institution_id", bureau).containsEntry("left_on", "2026-06-01"));
    }

    @Test
    void theLatestDayOfAnInstitutionIsWhenTheyLeft() {
        served(bureau, null, "2026-02-28", "CITY_STAFF");
        served(bureau, "2026-03-01", "2026-05-31", "CITY_BUREAU_DEPUTY");

        assertThat(left()).extracting(one -> one.get("left_on")).containsExactly("2026-03-01", "2026-06-01");
    }

    @Test
    void postsHeldThereBesidesAreToldAndMainOnesAreNot() {
        served(bureau, null, "2026-05-30", "CITY_STAFF");
        besides(true, "2020-01-01", "2026-05-30");
        besides(false, "2026-05-31", "2026-07-31");
        besides(false, "2026-10-01", null);

        assertThat(left())
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("besides", "{[2026-05-31,2026-08-01),[2026-10-01,)}"));
    }
}
