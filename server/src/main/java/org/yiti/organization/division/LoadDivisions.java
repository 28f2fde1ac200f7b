package org.yiti.organization.division;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the divisions of GB/T 2260 down to the county into an empty house; later ones come by workbook. */
@Component
@Order(10)
class LoadDivisions implements ApplicationRunner {

    private final JdbcClient database;

    LoadDivisions(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        var any = database.sql("select exists (select from organization.division)")
                .query(Boolean.class)
                .single();
        if (any) {
            return;
        }
        var columns = read();
        database.sql("""
                        with given as (
                            select * from unnest(string_to_array(:codes, ','), string_to_array(:names, ','),
                                                 string_to_array(:levels, ','), string_to_array(:parents, ',')) g(code, name, level, parent)),
                        ids as (select code, gen_random_uuid() as id from given)
                        insert into organization.division (id, code, name, level, parent_id)
                        select own.id, g.code, g.name, g.level, up.id
                          from given g join ids own on own.code = g.code left join ids up on up.code = g.parent
                        """)
                .param("codes", String.join(",", columns.get(0)))
                .param("names", String.join(",", columns.get(1)))
                .param("levels", String.join(",", columns.get(2)))
                .param("parents", String.join(",", columns.get(3)))
                .update();
    }

    private static List<List<String>> read() {
        List<List<String>> columns =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (var lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("standards/divisions.csv").getInputStream(), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line; (line = lines.readLine()) != null; ) {
                var cells = line.split(",", -1);
                for (var i = 0; i < 4; i++) {
                    Objects.requireNonNull(columns.get(i)).add(cells[i]);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return columns;
    }
}
