package io.guanxi.tag.store;

import io.guanxi.tag.TagSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code tag_source}. */
@Component
public class TagSourceTable {

    private final JdbcClient postgres;

    TagSourceTable(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * {@return the number of a source, which it gets where it has none}
     *
     * @param source which
     */
    public int numberOf(TagSource source) {
        return find(source).orElseGet(() -> postgres.sql("""
                                INSERT INTO tag_source (kind, name, reference) VALUES (?, ?, ?)
                                ON CONFLICT (kind, name, reference) DO UPDATE SET kind = excluded.kind RETURNING id""")
                .params(source.kind().name(), source.name(), source.reference())
                .query(Integer.class)
                .single());
    }

    private Optional<Integer> find(TagSource source) {
        return postgres.sql("SELECT id FROM tag_source WHERE kind = ? AND name = ? AND reference = ?")
                .params(source.kind().name(), source.name(), source.reference())
                .query(Integer.class)
                .optional();
    }
}
