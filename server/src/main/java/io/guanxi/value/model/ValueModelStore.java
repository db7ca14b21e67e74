package io.guanxi.value.model;

import io.guanxi.value.ValueModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code value_model_version}: versions are added, never changed. */
@Component
public class ValueModelStore {

    private static final String SELECT =
            "SELECT version, model, note, created_by, created_at FROM value_model_version ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ValueModelStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** {@return the version in force; a new brand is given the standard model} */
    @Transactional
    public ValueModelVersion current() {
        return latest().orElseGet(() -> {
            insert(1, ValueModels.standard(), "the standard model", "system");
            return latest().orElseThrow();
        });
    }

    private Optional<ValueModelVersion> latest() {
        return jdbc.sql(SELECT + "ORDER BY version DESC LIMIT 1")
                .query((row, i) -> version(row))
                .optional();
    }

    /**
     * {@return a version}
     *
     * @param version its number
     */
    public Optional<ValueModelVersion> find(int version) {
        return jdbc.sql(SELECT + "WHERE version = ?")
                .param(version)
                .query((row, i) -> version(row))
                .optional();
    }

    /** {@return all versions, the latest first} */
    public List<ValueModelVersion> all() {
        return jdbc.sql(SELECT + "ORDER BY version DESC")
                .query((row, i) -> version(row))
                .list();
    }

    /**
     * Saves a new version; inside the caller's transaction, if there is one.
     *
     * @param model the model, checked
     * @param note what changed and why
     * @param createdBy who saves it
     * @return the version
     */
    @Transactional
    public ValueModelVersion save(ValueModel model, String note, String createdBy) {
        jdbc.sql("LOCK TABLE value_model_version IN SHARE ROW EXCLUSIVE MODE").update();
        int version = current().version() + 1;
        insert(version, model, note, createdBy);
        return find(version).orElseThrow();
    }

    private void insert(int version, ValueModel model, String note, String createdBy) {
        jdbc.sql("""
                        INSERT INTO value_model_version (version, model, note, created_by, created_at)
                        VALUES (?, ?::jsonb, ?, ?, ?)
                        ON CONFLICT (version) DO NOTHING""")
                .params(version, ValueModels.write(model), note, createdBy)
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static ValueModelVersion version(ResultSet row) throws SQLException {
        return new ValueModelVersion(
                row.getInt("version"),
                ValueModels.read(row.getString("model")),
                row.getString("note"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
