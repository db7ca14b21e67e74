package io.guanxi.wecom.contact;

import io.guanxi.collect.Intake;
import io.guanxi.collect.OwnEvent;
import io.guanxi.wecom.client.GroupChat;
import io.guanxi.wecom.client.GroupChat.InChat;
import io.guanxi.wecom.contact.Facts.Who;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Group chats and who is in them, the tables {@code wecom_chat} and {@code wecom_chat_member}. WeCom says who is in a chat now,
 * not who left it: that is what is missing. Who joined or left becomes an event of the community that bears the chat's id.
 */
@Component
public class Chats {

    private final JdbcClient postgres;
    private final Facts facts;
    private final Intake intake;
    private final Clock clock;

    Chats(JdbcClient postgres, Facts facts, Intake intake, Clock clock) {
        this.postgres = postgres;
        this.facts = facts;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Takes what WeCom says of a group chat, in the caller's transaction, as its last statement.
     *
     * @param chat with all who are in it
     */
    public void take(GroupChat chat) {
        postgres.sql("""
                        INSERT INTO wecom_chat (chat, name, owner, created_at) VALUES (:chat, :name, :owner, :created)
                        ON CONFLICT (chat) DO UPDATE SET name = excluded.name, owner = excluded.owner, dismissed_at = NULL
                        """)
                .param("chat", chat.id())
                .param("name", chat.name())
                .param("owner", chat.owner())
                .param("created", ContactTable.at(chat.createdAt()))
                .update();
        List<OwnEvent> events = new ArrayList<>(joined(chat));
        events.addAll(left(chat.id(), chat.people().stream().map(InChat::id).toList(), clock.instant()));
        intake.note(events);
    }

    /**
     * A group chat is no more, in the caller's transaction, as its last statement.
     *
     * @param chat its id
     * @param at when
     */
    public void dismiss(String chat, Instant at) {
        postgres.sql("UPDATE wecom_chat SET dismissed_at = ? WHERE chat = ? AND dismissed_at IS NULL")
                .params(ContactTable.at(at), chat)
                .update();
        intake.note(left(chat, List.of(), at));
    }

    private List<OwnEvent> joined(GroupChat chat) {
        List<InChat> people = chat.people();
        return postgres
                .sql("""
                        INSERT INTO wecom_chat_member AS known (chat, person, customer, unionid, joined_at)
                        SELECT DISTINCT ON (person) :chat, person, customer, unionid, joined_at
                        FROM unnest(:people::text[], :customers::boolean[], :unionids::text[], :joined::timestamptz[])
                             AS p (person, customer, unionid, joined_at)
                        ON CONFLICT (chat, person) DO UPDATE
                        SET joined_at = excluded.joined_at, unionid = coalesce(excluded.unionid, known.unionid), left_at = NULL
                        WHERE known.joined_at <> excluded.joined_at OR known.left_at IS NOT NULL
                        RETURNING person, unionid, joined_at, customer
                        """)
                .param("chat", chat.id())
                .param("people", people.stream().map(InChat::id).toArray(String[]::new))
                .param("customers", people.stream().map(InChat::customer).toArray(Boolean[]::new))
                .param("unionids", people.stream().map(InChat::unionid).toArray(String[]::new))
                .param(
                        "joined",
                        people.stream().map(each -> each.joinedAt().toString()).toArray(String[]::new))
                .query((row, _) -> row.getBoolean(4)
                        ? List.of(facts.joined(
                                new Who(row.getString(1), row.getString(2)),
                                chat.id(),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                        : List.<OwnEvent>of())
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<OwnEvent> left(String chat, List<String> still, Instant at) {
        return postgres
                .sql("""
                        UPDATE wecom_chat_member SET left_at = :at
                        WHERE chat = :chat AND left_at IS NULL AND person <> ALL (:still::text[])
                        RETURNING person, unionid, joined_at, customer
                        """)
                .param("at", ContactTable.at(at))
                .param("chat", chat)
                .param("still", still.toArray(String[]::new))
                .query((row, _) -> row.getBoolean(4)
                        ? List.of(facts.left(
                                new Who(row.getString(1), row.getString(2)),
                                chat,
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                at))
                        : List.<OwnEvent>of())
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
