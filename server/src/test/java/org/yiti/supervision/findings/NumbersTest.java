package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;

/** From two numbers nobody learns how many findings or cases there were between them. */
class NumbersTest {

    private static List<Long> numbers(JdbcClient database, int from, int to) {
        return database.sql("select supervision.scattered(n) from generate_series(:from, :to) n order by n")
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .list();
    }

    @Test
    void eachNumberIsGivenOnceHasEightDigitsAndSaysNothingOfItsPlace() {
        var numbers = numbers(TestDatabase.fresh().jdbc(), 1, 20_000);

        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number >= 10_000_000 && number < 100_000_000);
        var rising = IntStream.range(1, numbers.size())
                .filter(i -> numbers.get(i) > numbers.get(i - 1))
                .count();
        assertThat(rising).as("neither up nor down").isBetween(9_500L, 10_500L);
        assertThat(IntStream.range(1, numbers.size())
                        .mapToObj(i -> numbers.get(i) - numbers.get(i - 1))
                        .distinct()
                        .count())
                .as("no distance is like another")
                .isGreaterThan(19_000);
    }

    @Test
    void anotherHouseScattersOtherwise() {
        var other = TestDatabase.fresh().jdbc();
        other.sql(
                        "create or replace function supervision.scattering() returns bigint language sql immutable as 'select 42::bigint'")
                .update();

        assertThat(numbers(TestDatabase.fresh().jdbc(), 1, 5)).isNotEqualTo(numbers(other, 1, 5));
    }

    @Test
    void whatComesAfterNinetyMillionsIsANumberOfItsOwnAsWell() {
        assertThat(numbers(TestDatabase.fresh().jdbc(), 90_000_000, 90_000_001))
                .containsExactly(100_000_000L, 100_000_001L);
    }
}
