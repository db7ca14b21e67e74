package io.guanxi.lake;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A person's events: given out whole, erased by rewriting the files that hold them. */
@Component
final class LakeData implements PersonalData {

    private final Lake lake;
    private final DuckDb staging;
    private final DataFolder folder;

    LakeData(Lake lake, DuckDb staging, DataFolder folder) {
        this.lake = lake;
        this.staging = staging;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Stage stage() {
        return Stage.STORE;
    }

    @Override
    public Object export(Person person) {
        String numbers = person.numbers().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return staging.client()
                .sql("""
                        SELECT event_id AS "eventId", type, event, CAST(ts AS VARCHAR) AS ts,
                               CAST(received_at AS VARCHAR) AS "receivedAt", to_json(identifiers)::VARCHAR AS identifiers,
                               community, amount, currency, quantity, object, properties, traits, context, source
                        FROM %s WHERE member_no IN (%s) ORDER BY ts, event_id
                        """.formatted(lake.relation(day -> true), numbers))
                .query()
                .listOfRows();
    }

    @Override
    public ErasedPart erase(Person person) {
        try (EventBatch batch = EventBatch.in(staging)) {
            Rewriting.Erased erased = lake.erase(batch, person.numbers());
            List<ErasedPart.ErasedFile> files = new ArrayList<>();
            erased.removed().forEach(file -> files.add(ErasedPart.ErasedFile.of(folder.root(), file)));
            erased.written().forEach(file -> files.add(ErasedPart.ErasedFile.of(folder.root(), file)));
            return new ErasedPart("events of the lake", erased.rows(), files);
        }
    }
}
