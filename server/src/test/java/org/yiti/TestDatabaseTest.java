package org.yiti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void everyTestGetsItsOwnMigratedDatabase() {
        var first = TestDatabase.fresh().jdbc();
        var second = TestDatabase.fresh().jdbc();
        first.sql("insert into organization.division (code, name, level) values ('000000', '全国', 'CENTRAL')")
                .update();
        assertThat(first.sql("select count(*) from organization.division")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(second.sql("select count(*) from organization.division")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void rulesReadFactsAndNothingElse() throws SQLException {
        try (var connection = TestDatabase.fresh().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set role rule_reader");
            assertThatThrownBy(() -> statement.executeQuery("select * from premises.room"))
                    .hasMessageContaining("permission denied for schema premises");
        }
    }
}
