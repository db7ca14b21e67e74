package io.guanxi.collect.imports;

import io.guanxi.platform.EventBatch;
import io.guanxi.platform.SqlText;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a map makes of the first rows of a file.
 *
 * @param columns of {@code input} with their types, as far as these rows tell
 * @param read rows that were read
 * @param mapped events the map made of them
 * @param events the first of them that would be taken
 * @param rejects the first lines and events that would not, with the reason
 */
record ImportPreview(
        List<MapColumns.Column> columns, long read, long mapped, List<JsonNode> events, List<Staged.Reject> rejects) {

    ImportPreview {
        columns = List.copyOf(columns);
        events = List.copyOf(events);
        rejects = List.copyOf(rejects);
    }

    static ImportPreview of(Mapping.Outcome outcome, Staged staged, EventBatch batch, ImportFolder folder, int shown) {
        return new ImportPreview(
                outcome.columns(), outcome.read(), staged.mapped(), events(batch, folder, shown), staged.first(shown));
    }

    private static List<JsonNode> events(EventBatch batch, ImportFolder folder, int shown) {
        String events = """
                SELECT CAST(to_json({'event': event, 'type': type, 'ts': strftime(timezone('UTC', ts), '%%Y-%%m-%%dT%%H:%%M:%%SZ'), 'identifiers': identifiers,
                       'community': community, 'amount': amount, 'currency': currency, 'quantity': quantity,
                       'object': object, 'properties': CAST(properties AS JSON), 'traits': CAST(traits AS JSON)})
                       AS VARCHAR)
                FROM read_parquet(%s) WHERE code IS NULL LIMIT %d""".formatted(SqlText.literal(folder.mapped()), shown);
        return batch.sql().sql(events).query(String.class).list().stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
