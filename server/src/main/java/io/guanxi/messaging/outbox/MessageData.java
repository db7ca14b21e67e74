package io.guanxi.messaging.outbox;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What was said to a person. Tallies keep counts only, which name nobody. */
@Component
class MessageData implements PersonalData {

    private final JdbcClient postgres;
    private final TransactionOperations transaction;

    MessageData(JdbcClient postgres, TransactionOperations transaction) {
        this.postgres = postgres;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public Stage stage() {
        return Stage.STORE;
    }

    @Override
    public Object export(Person person) {
        return postgres.sql("""
                        SELECT m.id, t.name AS template, m.channel, m.category, m.said::text, m.state, m.created_at::text,
                               m.sent_at::text, m.delivered_at::text, m.read_at::text, m.clicked_at::text
                        FROM message m JOIN message_template t ON t.id = m.template_id
                        WHERE m.member_no = ANY (?) ORDER BY m.id""")
                .param(person.numbers().toArray(Integer[]::new))
                .query()
                .listOfRows();
    }

    @Override
    public ErasedPart erase(Person person) {
        Long erased = transaction.execute(_ -> erase(person.numbers().toArray(Integer[]::new)));
        return new ErasedPart("messages", erased == null ? 0 : erased, List.of());
    }

    /** Whoever writes of a message holds its row: once the rows are gone, all that was written of them is there to be removed. */
    private long erase(Integer[] numbers) {
        List<Long> messages = postgres.sql("DELETE FROM message WHERE member_no = ANY (?) RETURNING id")
                .param(numbers)
                .query(Long.class)
                .list();
        long blocks = postgres.sql("""
                        WITH links AS (DELETE FROM short_link WHERE message_id = ANY (:messages::bigint[])),
                             notes AS (DELETE FROM message_note WHERE message_id = ANY (:messages::bigint[])),
                             blocks AS (DELETE FROM message_block WHERE member_no = ANY (:members::integer[]) RETURNING 1)
                        SELECT count(*) FROM blocks""")
                .param("messages", messages.toArray(Long[]::new))
                .param("members", numbers)
                .query(Long.class)
                .single();
        return messages.size() + blocks;
    }
}
