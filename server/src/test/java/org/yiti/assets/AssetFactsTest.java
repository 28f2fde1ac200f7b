package org.yiti.assets;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;

class AssetFactsTest {

    private final JdbcClient jdbc = TestDatabase.fresh().jdbc();

    @Test
    void aThingIsGoneByItsCardOrByItsDisposal() {
        asset("held", null, null);
        asset("by its card", "2025-03-01", null);
        asset("disposed of and still in use by its card", null, "2025-04-01");
        asset("both, its card first", "2025-06-01", "2025-07-01");
        assertThat(goneOn("held")).isEqualTo("held");
        assertThat(goneOn("by its card")).isEqualTo("2025-03-01");
        assertThat(goneOn("disposed of and still in use by its card")).isEqualTo("2025-04-01");
        assertThat(goneOn("both, its card first")).isEqualTo("2025-06-01");
    }

    private void asset(String card, @Nullable String byCard, @Nullable String byDisposal) {
        jdbc.sql("""
                with made as (
                    insert into assets.asset (institution_id, card_no, name, category, price, status, disposed_on)
                    values (gen_random_uuid(), :card, 'desk', 'DESK', 100, 'IN_USE', :byCard::date)
                    returning id, institution_id)
                insert into assets.asset_disposal (institution_id, asset_id, disposed_on, kind)
                select institution_id, id, :byDisposal::date, 'SCRAP' from made where :byDisposal::date is not null
                """)
                .param("card", card)
                .param("byCard", byCard)
                .param("byDisposal", byDisposal)
                .update();
    }

    private String goneOn(String card) {
        return jdbc.sql("select coalesce(disposed_on::text, 'held') from facts.asset where card_no = :card")
                .param("card", card)
                .query(String.class)
                .single();
    }
}
