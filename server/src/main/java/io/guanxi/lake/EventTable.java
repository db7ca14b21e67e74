package io.guanxi.lake;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.types.Types;

/** The shape of {@code guanxi.event} and the catalog that knows it. Field ids never change. */
final class EventTable {

    static final Schema SCHEMA = new Schema(
            Types.NestedField.required(1, "event_id", Types.StringType.get()),
            Types.NestedField.required(2, "type", Types.StringType.get()),
            Types.NestedField.required(3, "event", Types.StringType.get()),
            Types.NestedField.required(4, "ts", Types.TimestampType.withZone()),
            Types.NestedField.required(5, "received_at", Types.TimestampType.withZone()),
            Types.NestedField.required(6, "day", Types.DateType.get()),
            Types.NestedField.required(7, "member_no", Types.IntegerType.get()),
            Types.NestedField.required(8, "identifiers", Types.ListType.ofRequired(18, Types.StringType.get())),
            Types.NestedField.optional(9, "community", Types.StringType.get()),
            Types.NestedField.optional(10, "amount", Types.DecimalType.of(18, 2)),
            Types.NestedField.optional(11, "currency", Types.StringType.get()),
            Types.NestedField.optional(12, "quantity", Types.DoubleType.get()),
            Types.NestedField.optional(13, "object", Types.StringType.get()),
            Types.NestedField.optional(14, "properties", Types.StringType.get()),
            Types.NestedField.optional(15, "traits", Types.StringType.get()),
            Types.NestedField.optional(16, "context", Types.StringType.get()),
            Types.NestedField.required(17, "source", Types.StringType.get()));

    static final PartitionSpec BY_DAY =
            PartitionSpec.builderFor(SCHEMA).identity("day").build();

    /** The columns' names in order, for a SELECT. */
    static final String NAMES =
            SCHEMA.columns().stream().map(Types.NestedField::name).collect(Collectors.joining(", "));

    /** The ids of {@link #SCHEMA} as DuckDB's {@code FIELD_IDS} wants them. */
    static final String FIELD_IDS = """
            {event_id: 1, type: 2, event: 3, ts: 4, received_at: 5, day: 6, member_no: 7,
             identifiers: {__duckdb_field_id: 8, element: 18}, community: 9, amount: 10, currency: 11,
             quantity: 12, object: 13, properties: 14, traits: 15, context: 16, source: 17}""";

    private static final TableIdentifier NAME = TableIdentifier.of("guanxi", "event");

    private EventTable() {}

    static JdbcCatalog catalog(HikariDataSource database, Warehouse warehouse) {
        JdbcCatalog catalog = new JdbcCatalog(properties -> new LocalFiles(warehouse), null, true);
        catalog.initialize(
                "guanxi",
                Map.of(
                        "uri", database.getJdbcUrl(),
                        "jdbc.user", database.getUsername(),
                        "jdbc.password", database.getPassword(),
                        "jdbc.schema-version", "V1",
                        "clients", "2",
                        "warehouse", warehouse.home()));
        return catalog;
    }

    static Table open(JdbcCatalog catalog) {
        if (!catalog.namespaceExists(NAME.namespace())) {
            catalog.createNamespace(Namespace.of("guanxi"), Map.of());
        }
        if (catalog.tableExists(NAME)) {
            return catalog.loadTable(NAME);
        }
        return catalog.createTable(
                NAME,
                SCHEMA,
                BY_DAY,
                Map.of(
                        "format-version", "2",
                        "write.metadata.delete-after-commit.enabled", "true",
                        "write.metadata.previous-versions-max", "5",
                        "commit.manifest.min-count-to-merge", "30",
                        "write.metadata.metrics.default", "counts"));
    }
}
