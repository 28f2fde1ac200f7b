package org.yiti.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiti.TestDatabase;

class OutsideDatabaseTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://db:5433/yiti, jdbc:postgresql://db:5433/yiti, yiti, secret",
        "postgres://db/yiti, jdbc:postgresql://db/yiti, yiti, secret",
        "jdbc:postgresql://db/yiti?sslmode=require, jdbc:postgresql://db/yiti?sslmode=require, yiti, secret",
        "postgresql://wang@db/yiti, jdbc:postgresql://db/yiti, wang, secret",
        "postgresql://wang:p%40ss+1@db/yiti?a=b@c, jdbc:postgresql://db/yiti?a=b@c, wang, p@ss+1"
    })
    void an_address_is_taken_as_psql_and_jdbc_write_it(String address, String url, String user, String password) {
        assertThat(OutsideDatabase.at(address, "yiti", "secret")).isEqualTo(new OutsideDatabase(url, user, password));
    }

    @Test
    void the_address_of_something_else_is_refused() {
        assertThatThrownBy(() -> OutsideDatabase.at("mysql://db/yiti", "yiti", ""))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not the address of a PostgreSQL");
    }

    @Test
    void a_sound_database_is_taken() {
        new OutsideDatabase(TestDatabase.fresh().url(), "postgres", "").examine();
    }

    @Test
    void a_database_that_is_not_there_is_named_in_a_sentence() {
        var url = TestDatabase.fresh().url().replaceFirst("test_\\d+$", "nowhere");
        assertThatThrownBy(() -> new OutsideDatabase(url, "postgres", "").examine())
                .isInstanceOf(StartRefused.class)
                .hasMessageMatching("The PostgreSQL at localhost:\\d+/nowhere has no such database: .*");
    }

    @Test
    void nobody_at_the_address_is_said_in_a_sentence() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var nobody = OutsideDatabase.at("postgresql://127.0.0.1:" + port + "/yiti?password=secret", "yiti", "");
        assertThatThrownBy(nobody::examine)
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(
                        "The PostgreSQL at 127.0.0.1:" + port + "/yiti (YITI_DB_URL) cannot be reached:")
                .hasMessageNotContaining("secret");
    }
}
