package io.guanxi.messaging.outbox;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said to a person. Tallies keep counts only, which name nobody. */
@Component
class MessageData implements PersonalData {

    private final JdbcClient postgres;

    MessageData(JdbcClient postgres) {
        this.postgres = postgres;
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
        Integer[] numbers = person.numbers().toArray(Integer[]::new);
        for (String table : List.of("short_link", "message_note")) {
            postgres.sql("DELETE FROM " + table
                            + " WHERE message_id IN (SELECT id FROM message WHERE member_no = ANY (?))")
                    .param(numbers)
                    .update();
        }
        int messages = postgres.sql("DELETE FROM message WHERE member_no = ANY (?)")
                .param(numbers)
                .update();
        int blocks = postgres.sql("DELETE FROM message_block WHERE member_no = ANY (?)")
                .param(numbers)
                .update();
        return new ErasedPart("messages", (long) messages + blocks, List.of());
    }
}
