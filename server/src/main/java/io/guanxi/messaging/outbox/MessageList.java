package io.guanxi.messaging.outbox;

import io.guanxi.access.Audit;
import io.guanxi.access.Masking;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.outbox.Tallies.Count;
import io.guanxi.messaging.outbox.Tallies.Counted;
import io.guanxi.messaging.outbox.Tallies.DayTally;
import io.guanxi.messaging.outbox.Tallies.Days;
import io.guanxi.platform.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The outbox as people look at it, and what they may do in it. */
@Component
public class MessageList {

    private static final String SELECT = """
            SELECT m.id, m.key, m.member_no, m.template_id, t.name AS template, m.template_version, m.channel, m.category,
                   m.priority, m.origin_kind, m.origin_id, m.origin_node, m.state, m.reason, m.detail, m.created_at, m.due_at,
                   m.expires_at, m.attempts, m.doubts, m.admitted_at, m.sent_at, m.delivered_at, m.read_at, m.clicked_at,
                   m.replied_at, m.complained_at, m.unsubscribed_at, m.failed_at
            FROM message m JOIN message_template t ON t.id = m.template_id
            """;

    private final JdbcClient postgres;
    private final Tallies tallies;
    private final Withdrawals withdrawals;
    private final Bell bell;
    private final TransactionOperations transaction;
    private final Masking masking;
    private final Audit audit;
    private final Clock clock;

    MessageList(
            JdbcClient postgres,
            Tallies tallies,
            Withdrawals withdrawals,
            Bell bell,
            TransactionOperations transaction,
            Masking masking,
            Audit audit,
            Clock clock) {
        this.postgres = postgres;
        this.tallies = tallies;
        this.withdrawals = withdrawals;
        this.bell = bell;
        this.transaction = transaction;
        this.masking = masking;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A message, without its words.
     *
     * @param id its number
     * @param key of its intent
     * @param memberNo to whom, as it was intended
     * @param templateId what
     * @param template name of that
     * @param templateVersion in which words it was said last, or null
     * @param channel on which
     * @param category for caps and consents
     * @param priority 0 to 9
     * @param origin why
     * @param state where it stands
     * @param reason why it is there, or null
     * @param detail in the provider's words, masked where the caller may not see personal data, or null
     * @param createdAt when it was intended
     * @param dueAt since when it is due, or when it is again
     * @param expiresAt when it makes no sense any more, or null
     * @param attempts how often it was tried
     * @param doubts how often it is not known whether it went out
     * @param admittedAt when the policy last let it pass, or null
     * @param sentAt when the provider took it, or null
     * @param deliveredAt when it arrived, or null
     * @param readAt when it was opened, or null
     * @param clickedAt when a link in it was first followed, or null
     * @param repliedAt when it was answered, or null
     * @param complainedAt when it was complained of, or null
     * @param unsubscribedAt when its member wanted no more of the channel because of it, or null
     * @param failedAt when it failed, or null
     */
    public record OutboxMessage(
            long id,
            String key,
            int memberNo,
            long templateId,
            String template,
            @Nullable Integer templateVersion,
            String channel,
            String category,
            int priority,
            Origin origin,
            State state,
            @Nullable String reason,
            @Nullable String detail,
            Instant createdAt,
            Instant dueAt,
            @Nullable Instant expiresAt,
            int attempts,
            int doubts,
            @Nullable Instant admittedAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt,
            @Nullable Instant clickedAt,
            @Nullable Instant repliedAt,
            @Nullable Instant complainedAt,
            @Nullable Instant unsubscribedAt,
            @Nullable Instant failedAt) {}

    /**
     * What held a message up or stopped it.
     *
     * @param at when
     * @param kind what happened
     * @param reason why
     * @param rule name of the rule, or null
     * @param until when it is looked at again, or null
     * @param detail more words, masked where the caller may not see personal data, or null
     */
    public record MessageNote(
            Instant at,
            String kind,
            String reason,
            @Nullable String rule,
            @Nullable Instant until,
            @Nullable String detail) {}

    /**
     * A short link in a message.
     *
     * @param url where it leads
     * @param clicks how often it was followed
     * @param lastClick when last, or null
     */
    public record MessageLink(
            String url, int clicks, @Nullable Instant lastClick) {}

    /**
     * Which messages somebody wants to see; what is null does not matter.
     *
     * @param state where they stand
     * @param channel on which
     * @param reason why they are there
     * @param memberNo to whom
     * @param template what
     * @param originKind kind of the origin
     * @param originId of the origin
     * @param originNode where in the origin
     */
    public record Wanted(
            @Nullable State state,
            @Nullable String channel,
            @Nullable String reason,
            @Nullable Integer memberNo,
            @Nullable Long template,
            @Nullable String originKind,
            @Nullable String originId,
            @Nullable String originNode) {}

    private static final String WANTED = """
            (:state::text IS NULL OR m.state = :state::text)
            AND (:channel::text IS NULL OR m.channel = :channel::text)
            AND (:reason::text IS NULL OR m.reason = :reason::text)
            AND (:member::integer IS NULL OR m.member_no = :member::integer)
            AND (:template::bigint IS NULL OR m.template_id = :template::bigint)
            AND (:kind::text IS NULL OR m.origin_kind = :kind::text)
            AND (:origin::text IS NULL OR m.origin_id = :origin::text)
            AND (:node::text IS NULL OR m.origin_node = :node::text)
            """;

    /**
     * {@return messages, the latest first}
     *
     * @param wanted which
     * @param before only those with a number below this
     * @param most at most so many
     */
    public List<OutboxMessage> page(Wanted wanted, long before, int most) {
        Optional<Days> days = wanted.originKind() == null || wanted.originId() == null
                ? Optional.empty()
                : Optional.of(tallies.days(wanted.originKind(), wanted.originId(), wanted.originNode()));
        return bind(
                        postgres.sql(SELECT + "WHERE m.id < :before AND " + WANTED
                                + days.map(MessageList::within).orElse("") + "ORDER BY m.id DESC LIMIT :most"),
                        wanted)
                .param("before", before)
                .param("most", most)
                .query((row, _) -> message(row))
                .list();
    }

    /** Those of one origin are looked for among the messages of the days on which it had some: the others are many more. */
    private static String within(Days days) {
        return "AND m.created_at >= '%s' AND m.created_at < '%s' ".formatted(days.from(), days.upTo());
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Wanted wanted) {
        return statement
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("channel", wanted.channel())
                .param("reason", wanted.reason())
                .param("member", wanted.memberNo())
                .param("template", wanted.template())
                .param("kind", wanted.originKind())
                .param("origin", wanted.originId())
                .param("node", wanted.originNode());
    }

    /**
     * {@return a message}
     *
     * @param id its number
     */
    public OutboxMessage get(long id) {
        return postgres.sql(SELECT + "WHERE m.id = ?")
                .param(id)
                .query((row, _) -> message(row))
                .optional()
                .orElseThrow(() -> Problem.notFound("message.unknown", "There is no message " + id + "."));
    }

    /**
     * {@return what held a message up or stopped it, in order}
     *
     * @param id its number
     */
    public List<MessageNote> notes(long id) {
        return postgres.sql("""
                        SELECT at, kind, reason, rule, until, detail FROM message_note WHERE message_id = ? ORDER BY at""")
                .param(id)
                .query((row, _) -> new MessageNote(
                        at(row, "at"),
                        row.getString("kind"),
                        row.getString("reason"),
                        row.getString("rule"),
                        maybe(row, "until"),
                        detail(row)))
                .list();
    }

    /**
     * {@return short links in a message}
     *
     * @param id its number
     */
    public List<MessageLink> links(long id) {
        return postgres.sql("SELECT url, clicks, last_click FROM short_link WHERE message_id = ? ORDER BY url")
                .param(id)
                .query((row, _) ->
                        new MessageLink(row.getString("url"), row.getInt("clicks"), maybe(row, "last_click")))
                .list();
    }

    /**
     * {@return messages by day, channel and outcome}
     *
     * @param since the first day
     */
    public List<DayTally> tallies(LocalDate since) {
        return tallies.since(since);
    }

    /**
     * {@return how many messages there are}
     *
     * @param wanted which
     */
    public long count(Wanted wanted) {
        return bind(postgres.sql("SELECT count(*) FROM message m WHERE " + stands(wanted) + WANTED), wanted)
                .query(Long.class)
                .single();
    }

    /** As a word of the statement and not as a parameter: indexes are of one state. */
    private static String stands(Wanted wanted) {
        return wanted.state() == null
                ? ""
                : "m.state = '%s' AND ".formatted(wanted.state().name());
    }

    /**
     * Takes messages back that wait or are held: they are not said. What a server has claimed is on its way and stays so.
     *
     * @param wanted which; where they stand is {@code WAITING} or {@code HELD}
     * @param by who does it
     * @return how many
     */
    public int withdraw(Wanted wanted, String by) {
        Map<String, Object> values = new HashMap<>();
        values.put("state", wanted.state() == null ? null : wanted.state().name());
        values.put("channel", wanted.channel());
        values.put("wanted_reason", wanted.reason());
        values.put("member", wanted.memberNo());
        values.put("template", wanted.template());
        values.put("kind", wanted.originKind());
        values.put("origin", wanted.originId());
        values.put("node", wanted.originNode());
        String ids = "SELECT m.id FROM message m WHERE m.state IN ('WAITING', 'HELD') AND "
                + stands(wanted)
                + WANTED.replace(":reason", ":wanted_reason");
        Integer gone = transaction.execute(_ -> {
            int many = withdrawals.byHand(ids, values, by);
            if (many > 0) {
                audit.record("message.withdrawn", "messages", Map.of("messages", many));
            }
            return many;
        });
        return gone == null ? 0 : gone;
    }

    /**
     * Lets dead messages be tried again, with all their attempts before them.
     *
     * @param wanted which of the dead ones
     * @return how many
     */
    public int resend(Wanted wanted) {
        return resend("", statement -> bind(statement, wanted), "messages");
    }

    /**
     * Lets one dead message be tried again.
     *
     * @param id its number
     */
    public void resend(long id) {
        Wanted any = new Wanted(null, null, null, null, null, null, null, null);
        int again = resend("m.id = :id AND ", statement -> bind(statement, any).param("id", id), "message:" + id);
        if (again == 0) {
            throw Problem.conflict(
                    "message.not-dead",
                    "Message " + id + " is " + get(id).state() + "; only a dead one is sent again.");
        }
    }

    private int resend(String which, UnaryOperator<JdbcClient.StatementSpec> bound, String audited) {
        Integer again = transaction.execute(_ -> {
            Instant now = clock.instant();
            Count count = new Count();
            List<Long> ids = bound.apply(postgres.sql("""
                            UPDATE message m
                            SET state = 'WAITING', reason = NULL, due_at = :now, attempts = 0, failed_at = NULL, doubts = 0,
                                recalled = NULL
                            WHERE m.state = 'DEAD' AND\s""" + which + WANTED
                            + " RETURNING m.id, m.channel, m.origin_kind, m.origin_id, m.origin_node"))
                    .param("now", MessageTable.at(now))
                    .query((row, _) -> {
                        String node = row.getString(5);
                        count.add(new Counted(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                node == null ? "" : node,
                                "RESENT",
                                ""));
                        return row.getLong(1);
                    })
                    .list();
            if (!ids.isEmpty()) {
                postgres.sql("""
                                INSERT INTO message_note (message_id, at, kind, reason)
                                SELECT id, ?, 'RESENT', 'BY_HAND' FROM unnest(?::bigint[]) AS again (id)""")
                        .params(MessageTable.at(now), ids.toArray(Long[]::new))
                        .update();
                tallies.add(count, now);
                audit.record("message.resent", audited, Map.of("messages", ids.size()));
            }
            return ids.size();
        });
        bell.ring();
        return again == null ? 0 : again;
    }

    /** Providers like to say which address they did not reach. */
    private @Nullable String detail(ResultSet row) throws SQLException {
        String detail = row.getString("detail");
        return detail == null ? null : masking.text(detail);
    }

    private OutboxMessage message(ResultSet row) throws SQLException {
        int version = row.getInt("template_version");
        return new OutboxMessage(
                row.getLong("id"),
                row.getString("key"),
                row.getInt("member_no"),
                row.getLong("template_id"),
                row.getString("template"),
                version == 0 ? null : version,
                row.getString("channel"),
                row.getString("category"),
                row.getInt("priority"),
                new Origin(row.getString("origin_kind"), row.getString("origin_id"), row.getString("origin_node")),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                detail(row),
                at(row, "created_at"),
                at(row, "due_at"),
                maybe(row, "expires_at"),
                row.getInt("attempts"),
                row.getInt("doubts"),
                maybe(row, "admitted_at"),
                maybe(row, "sent_at"),
                maybe(row, "delivered_at"),
                maybe(row, "read_at"),
                maybe(row, "clicked_at"),
                maybe(row, "replied_at"),
                maybe(row, "complained_at"),
                maybe(row, "unsubscribed_at"),
                maybe(row, "failed_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
