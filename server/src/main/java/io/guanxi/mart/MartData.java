package io.guanxi.mart;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was computed of a person: every table of the mart that has a member number, whichever module made it. */
@Component
final class MartData implements PersonalData {

    private final Mart mart;

    MartData(Mart mart) {
        this.mart = mart;
    }

    @Override
    public String name() {
        return "computed";
    }

    @Override
    public Stage stage() {
        return Stage.DERIVED;
    }

    @Override
    public Object export(Person person) {
        Map<String, Object> held = new LinkedHashMap<>();
        JdbcClient sql = mart.sql();
        for (String table : tables(sql)) {
            held.put(
                    table,
                    sql.sql("SELECT * FROM " + table + " WHERE " + whose(person))
                            .query()
                            .listOfRows());
        }
        return held;
    }

    @Override
    public ErasedPart erase(Person person) {
        mart.catchUp();
        AtomicLong rows = new AtomicLong();
        mart.write(sql -> {
            for (String table : tables(sql)) {
                rows.addAndGet(sql.sql("DELETE FROM " + table + " WHERE " + whose(person))
                        .update());
            }
        });
        return new ErasedPart("rows of the mart", rows.get(), List.of());
    }

    private static List<String> tables(JdbcClient sql) {
        return sql.sql("""
                        SELECT if(t.schema_name = 'main', '', t.schema_name || '.') || t.table_name AS named
                        FROM duckdb_tables() AS t
                        JOIN duckdb_columns() AS c USING (database_name, schema_name, table_name)
                        WHERE c.column_name = 'member_no' AND t.database_name = current_database()
                        ORDER BY named
                        """).query(String.class).list();
    }

    private static String whose(Person person) {
        return "member_no IN (" + person.numbers().stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ")";
    }
}
