package io.guanxi.collect;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Mentions;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import io.guanxi.lake.Lake;
import io.guanxi.platform.DuckDb;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the inbox still keeps of a person. The lake knows which events were theirs, whatever identifiers they came with, so it is
 * asked before it is cleaned; besides go those that name the person and were found to be somebody else's. What the lake has not
 * taken yet stays: it is acknowledged, and on its way to whoever it names now.
 */
@Component
final class InboxData implements PersonalData {

    private final JdbcClient sql;
    private final Lake lake;
    private final DuckDb staging;

    InboxData(JdbcClient sql, Lake lake, DuckDb staging) {
        this.sql = sql;
        this.lake = lake;
        this.staging = staging;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public Stage stage() {
        return Stage.ARRIVED;
    }

    /** The inbox's events are those of the lake, so only their ids are given out here. */
    @Override
    public Object export(Person person) {
        return found("SELECT event_id, received_at::text FROM inbox WHERE ", person)
                .query()
                .listOfRows();
    }

    @Override
    public ErasedPart erase(Person person) {
        int events = found("DELETE FROM inbox WHERE ", person).update();
        return new ErasedPart("events of the inbox", events, List.of());
    }

    private JdbcClient.StatementSpec found(String statement, Person person) {
        return sql.sql(statement + "position <= :taken AND (event_id = ANY (:ids) OR "
                        + new Mentions(person).inIdentifiers("identifiers") + ")")
                .param("taken", lake.head().inboxPosition())
                .param("ids", idsOf(person));
    }

    private String[] idsOf(Person person) {
        Instant since = sql.sql("SELECT coalesce(min(received_at), now()) FROM inbox")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
        String numbers = person.numbers().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return staging.client()
                .sql("SELECT event_id FROM %s WHERE member_no IN (%s) AND received_at >= CAST(? AS TIMESTAMPTZ)"
                        .formatted(lake.relation(day -> true), numbers))
                .param(since.toString())
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }
}
