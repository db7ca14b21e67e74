package io.guanxi.messaging.outbox;

import io.guanxi.collect.Intake;
import io.guanxi.collect.OwnEvent;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.Receipts;
import io.guanxi.messaging.outbox.MessageTable.Note;
import io.guanxi.messaging.outbox.Tallies.Count;
import io.guanxi.messaging.outbox.Tallies.Counted;
import io.guanxi.messaging.policy.Known;
import io.guanxi.messaging.policy.Known.Members;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes receipts. Each fact is taken once: a time that is set stays, and the event of the same fact has the same id. What is said
 * of a message that is still being sent proves that the provider took it.
 */
@Component
class Receiving implements Receipts {

    private static final int MOST = 10_000;

    private final JdbcClient postgres;
    private final MessageTable messages;
    private final Tallies tallies;
    private final Known known;
    private final Intake intake;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final Clock clock;

    Receiving(
            JdbcClient postgres,
            MessageTable messages,
            Tallies tallies,
            Known known,
            Intake intake,
            TransactionOperations transaction,
            JsonMapper json,
            Clock clock) {
        this.postgres = postgres;
        this.messages = messages;
        this.tallies = tallies;
        this.known = known;
        this.intake = intake;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** A message of which something is said. */
    private record Found(
            long id,
            int memberNo,
            String channel,
            long templateId,
            String category,
            Origin origin,
            Receipt receipt,
            boolean fresh) {}

    @Override
    public int take(String channel, List<Receipt> receipts) {
        if (receipts.size() > MOST) {
            throw new IllegalArgumentException("take at most " + MOST + " receipts at once");
        }
        if (receipts.isEmpty()) {
            return 0;
        }
        Integer taken = transaction.execute(_ -> {
            List<Found> found = find(channel, receipts);
            note(channel, found.stream().filter(Found::fresh).toList());
            return found.size();
        });
        return taken == null ? 0 : taken;
    }

    /** Rows are held in the order of their numbers, so that two callbacks never wait for each other. */
    private List<Found> find(String channel, List<Receipt> receipts) {
        List<Found> found = new ArrayList<>();
        Map<String, Found> once = new LinkedHashMap<>();
        postgres.sql("""
                        SELECT m.id, m.member_no, m.template_id, m.category, m.origin_kind, m.origin_id, m.origin_node, asked.n,
                               m.delivered_at IS NULL, m.read_at IS NULL, m.clicked_at IS NULL, m.replied_at IS NULL,
                               m.failed_at IS NULL
                        FROM unnest(:keys::text[], :providers::text[]) WITH ORDINALITY AS asked (key, provider_id, n)
                        JOIN message m ON m.channel = :channel
                             AND (m.key = asked.key OR (asked.key IS NULL AND m.provider_id = asked.provider_id))
                        WHERE m.state IN ('SENDING', 'SENT', 'FAILED') OR m.started_at IS NOT NULL
                        ORDER BY m.id
                        FOR UPDATE OF m
                        """)
                .param("channel", channel)
                .param("keys", receipts.stream().map(Receipt::key).toArray(String[]::new))
                .param("providers", receipts.stream().map(Receipt::providerId).toArray(String[]::new))
                .query(row -> {
                    Receipt receipt = receipts.get((int) row.getLong(8) - 1);
                    boolean open =
                            switch (receipt.status()) {
                                case DELIVERED -> row.getBoolean(9);
                                case READ -> row.getBoolean(10);
                                case CLICKED -> row.getBoolean(11);
                                case REPLIED -> row.getBoolean(12);
                                case FAILED, BLOCKED -> row.getBoolean(13);
                            };
                    boolean first =
                            once.putIfAbsent(row.getLong(1) + receipt.status().name(), NONE) == null;
                    found.add(new Found(
                            row.getLong(1),
                            row.getInt(2),
                            channel,
                            row.getLong(3),
                            row.getString(4),
                            new Origin(row.getString(5), row.getString(6), row.getString(7)),
                            receipt,
                            open && first));
                });
        return found;
    }

    private static final Found NONE = new Found(
            0,
            0,
            "",
            0,
            "",
            new Origin("none", "", null),
            new Receipt(null, null, Receipt.Status.DELIVERED, Instant.EPOCH, null),
            false);

    private void note(String channel, List<Found> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        for (Receipt.Status status : Receipt.Status.values()) {
            List<Found> of = fresh.stream()
                    .filter(found -> found.receipt().status() == status)
                    .toList();
            if (!of.isEmpty()) {
                stamp(status, of);
            }
        }
        Members members = known.of(fresh.stream().map(Found::memberNo).collect(Collectors.toSet()));
        block(channel, fresh, members, now);
        messages.note(
                fresh.stream()
                        .filter(found -> isFailure(found.receipt().status()))
                        .map(found -> new Note(
                                found.id(),
                                "FAILED",
                                found.receipt().status() == Receipt.Status.BLOCKED ? "BLOCKED" : "NOT_DELIVERED",
                                "",
                                null,
                                shortened(found.receipt().detail())))
                        .toList(),
                now);
        Count count = new Count();
        List<OwnEvent> events = new ArrayList<>();
        for (Found found : fresh) {
            String outcome = isFailure(found.receipt().status())
                    ? "FAILED"
                    : found.receipt().status().name();
            String node = found.origin().node();
            count.add(new Counted(
                    channel, found.origin().kind(), found.origin().id(), node == null ? "" : node, outcome, ""));
            events.add(event(found, members, now));
        }
        tallies.add(count, now);
        intake.note(events);
    }

    private static boolean isFailure(Receipt.Status status) {
        return status == Receipt.Status.FAILED || status == Receipt.Status.BLOCKED;
    }

    /** A message that is read was delivered; one that was answered, too. */
    private void stamp(Receipt.Status status, List<Found> of) {
        String column =
                switch (status) {
                    case DELIVERED -> "delivered_at = said.at";
                    case READ -> "delivered_at = coalesce(delivered_at, said.at), read_at = said.at";
                    case CLICKED -> "delivered_at = coalesce(delivered_at, said.at), clicked_at = said.at";
                    case REPLIED -> "delivered_at = coalesce(delivered_at, said.at), replied_at = said.at";
                    case FAILED -> "failed_at = said.at, reason = 'NOT_DELIVERED'";
                    case BLOCKED -> "failed_at = said.at, reason = 'BLOCKED'";
                };
        String state = isFailure(status) ? "'FAILED'" : "'SENT'";
        postgres.sql(
                        "UPDATE message SET state = " + state
                                + ", sent_at = coalesce(sent_at, said.at), claim = NULL, claimed_until = NULL, "
                                + column
                                + " FROM unnest(:ids::bigint[], :at::timestamptz[]) AS said (id, at) WHERE message.id = said.id")
                .param("ids", of.stream().map(Found::id).toArray(Long[]::new))
                .param(
                        "at",
                        of.stream()
                                .map(found -> found.receipt().at().toString())
                                .toArray(String[]::new))
                .update();
    }

    private void block(String channel, List<Found> fresh, Members members, Instant now) {
        Set<Integer> blocked = fresh.stream()
                .filter(found -> found.receipt().status() == Receipt.Status.BLOCKED)
                .map(found -> members.survivors().getOrDefault(found.memberNo(), found.memberNo()))
                .collect(Collectors.toSet());
        if (!blocked.isEmpty()) {
            postgres.sql("""
                            INSERT INTO message_block (member_no, channel, since, reason)
                            SELECT no, :channel, :now, 'receipt' FROM unnest(:members::integer[]) AS blocked (no)
                            ON CONFLICT DO NOTHING""")
                    .param("channel", channel)
                    .param("now", MessageTable.at(now))
                    .param("members", blocked.toArray(Integer[]::new))
                    .update();
        }
    }

    private OwnEvent event(Found found, Members members, Instant now) {
        Receipt receipt = found.receipt();
        int member = members.survivors().getOrDefault(found.memberNo(), found.memberNo());
        Instant at = receipt.at().isAfter(now) ? now : receipt.at();
        return Deeds.of(
                found.id(),
                isFailure(receipt.status())
                        ? "undelivered"
                        : receipt.status().name().toLowerCase(java.util.Locale.ROOT),
                switch (receipt.status()) {
                    case DELIVERED -> "Message Delivered";
                    case READ -> "Message Read";
                    case CLICKED -> "Link Clicked";
                    case REPLIED -> "Message Replied";
                    case FAILED, BLOCKED -> "Message Failed";
                },
                at,
                members.names(member),
                found.channel(),
                found.templateId(),
                found.category(),
                found.origin(),
                isFailure(receipt.status()) ? Map.of("reason", receipt.status().name()) : Map.of(),
                json);
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= 500 ? text : text.substring(0, 500);
    }
}
