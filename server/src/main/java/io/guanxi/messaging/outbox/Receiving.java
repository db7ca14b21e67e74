package io.guanxi.messaging.outbox;

import io.guanxi.collect.Intake;
import io.guanxi.collect.OwnEvent;
import io.guanxi.identity.Identities;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.OwnWords;
import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.Receipts;
import io.guanxi.messaging.outbox.BlockTable.Block;
import io.guanxi.messaging.outbox.MessageTable.Note;
import io.guanxi.messaging.outbox.Tallies.Count;
import io.guanxi.messaging.outbox.Tallies.Counted;
import io.guanxi.messaging.policy.Known;
import io.guanxi.messaging.policy.Known.Members;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes receipts. Each fact is taken once: a time that is set stays, and the event of the same fact has the same id. Whatever is
 * said of a message proves that the provider took it, and what a member did with it that it arrived: where these are not noted
 * yet, they are noted with it.
 */
@Component
class Receiving implements Receipts {

    private static final int MOST = 10_000;

    private final JdbcClient postgres;
    private final MessageTable messages;
    private final BlockTable blocks;
    private final Tallies tallies;
    private final Withdrawals withdrawals;
    private final Known known;
    private final Identities identities;
    private final Intake intake;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final Clock clock;

    Receiving(
            JdbcClient postgres,
            MessageTable messages,
            BlockTable blocks,
            Tallies tallies,
            Withdrawals withdrawals,
            Known known,
            Identities identities,
            Intake intake,
            TransactionOperations transaction,
            JsonMapper json,
            Clock clock) {
        this.postgres = postgres;
        this.messages = messages;
        this.blocks = blocks;
        this.tallies = tallies;
        this.withdrawals = withdrawals;
        this.known = known;
        this.identities = identities;
        this.intake = intake;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** A message of which something is said. */
    private record Found(
            long id,
            int memberNo,
            long templateId,
            String category,
            Origin origin,
            Receipt receipt,
            Set<Fact> open,
            @Nullable String words) {}

    /** What may become of a message, once each. */
    private enum Fact {
        DISPATCHED("SENT", "Message Dispatched"),
        DELIVERED("DELIVERED", "Message Delivered"),
        READ("READ", "Message Read"),
        CLICKED("CLICKED", "Link Clicked"),
        REPLIED("REPLIED", "Message Replied"),
        COMPLAINED("COMPLAINED", "Message Complained"),
        UNSUBSCRIBED("UNSUBSCRIBED", "Unsubscribed"),
        UNDELIVERED("FAILED", "Message Failed");

        private final String outcome;
        private final String event;

        Fact(String outcome, String event) {
            this.outcome = outcome;
            this.event = event;
        }

        static Fact of(Receipt.Status status) {
            return switch (status) {
                case DELIVERED -> DELIVERED;
                case READ -> READ;
                case CLICKED -> CLICKED;
                case REPLIED -> REPLIED;
                case COMPLAINED -> COMPLAINED;
                case UNSUBSCRIBED -> UNSUBSCRIBED;
                case FAILED, BLOCKED -> UNDELIVERED;
            };
        }

        /** {@return what this proves, with itself} */
        Set<Fact> proves() {
            return switch (this) {
                case DISPATCHED, DELIVERED, UNDELIVERED -> EnumSet.of(DISPATCHED, this);
                case READ, CLICKED, REPLIED, COMPLAINED, UNSUBSCRIBED -> EnumSet.of(DISPATCHED, DELIVERED, this);
            };
        }
    }

    /** That something became of a message: not noted yet. */
    private record Fresh(Fact fact, Found of) {}

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
            List<Fresh> fresh = fresh(found);
            if (!fresh.isEmpty()) {
                note(channel, fresh);
            }
            return found.size();
        });
        return taken == null ? 0 : taken;
    }

    @Override
    public void doubt(String channel, List<String> keys, String detail) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            Count count = new Count();
            List<Note> notes = postgres.sql("""
                            UPDATE message SET doubts = doubts + 1
                            WHERE id = ANY (ARRAY(SELECT id FROM message WHERE key = ANY (:keys::text[]) AND channel = :channel
                                                  ORDER BY id FOR UPDATE))
                            RETURNING id, origin_kind, origin_id, coalesce(origin_node, '')
                            """)
                    .param("keys", keys.toArray(String[]::new))
                    .param("channel", channel)
                    .query((row, _) -> {
                        count.add(new Counted(
                                channel,
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                "UNCERTAIN",
                                "NO_ANSWER"));
                        return new Note(row.getLong(1), "UNCERTAIN", "NO_ANSWER", "", null, shortened(detail));
                    })
                    .list();
            messages.note(notes, now);
            tallies.add(count, now);
        });
    }

    @Override
    public void withdrawn(List<String> keys, String reason) {
        transaction.executeWithoutResult(_ -> withdrawals.taken(keys, reason));
    }

    /** Rows are held in the order of their numbers, so that two callbacks never wait for each other. */
    private List<Found> find(String channel, List<Receipt> receipts) {
        return postgres.sql("""
                        SELECT m.id, m.member_no, m.template_id, m.category, m.origin_kind, m.origin_id, m.origin_node, asked.n,
                               m.sent_at, m.delivered_at, m.read_at, m.clicked_at, m.replied_at, m.complained_at,
                               m.unsubscribed_at, m.failed_at,
                               CASE WHEN m.origin_kind = :task THEN m.said ->> :words END AS words
                        FROM unnest(:keys::text[], :providers::text[]) WITH ORDINALITY AS asked (key, provider_id, n)
                        JOIN message m ON m.channel = :channel
                             AND (m.key = asked.key OR (asked.key IS NULL AND m.provider_id = asked.provider_id))
                        WHERE m.state IN ('SENDING', 'SENT', 'FAILED') OR m.doubted_at IS NOT NULL
                        ORDER BY m.id, asked.n
                        FOR UPDATE OF m
                        """)
                .param("channel", channel)
                .param("task", OwnWords.TASK)
                .param("words", OwnWords.VARIABLE)
                .param("keys", receipts.stream().map(Receipt::key).toArray(String[]::new))
                .param("providers", receipts.stream().map(Receipt::providerId).toArray(String[]::new))
                .query((row, _) -> {
                    Set<Fact> open = EnumSet.noneOf(Fact.class);
                    for (Fact fact : Fact.values()) {
                        if (row.getObject(9 + fact.ordinal()) == null) {
                            open.add(fact);
                        }
                    }
                    return new Found(
                            row.getLong(1),
                            row.getInt(2),
                            row.getLong(3),
                            row.getString(4),
                            new Origin(row.getString(5), row.getString(6), row.getString(7)),
                            receipts.get((int) row.getLong(8) - 1),
                            open,
                            row.getString("words"));
                })
                .list();
    }

    /** {@return each fact once, in the order in which they happen; what is said itself goes before what others prove} */
    private static List<Fresh> fresh(List<Found> found) {
        Map<String, Fresh> fresh = new LinkedHashMap<>();
        for (Found it : found) {
            add(Fact.of(it.receipt().status()), it, fresh);
        }
        for (Found it : found) {
            Fact.of(it.receipt().status()).proves().forEach(fact -> add(fact, it, fresh));
        }
        return fresh.values().stream()
                .sorted(Comparator.comparingLong((Fresh it) -> it.of().id()).thenComparing(Fresh::fact))
                .toList();
    }

    private static void add(Fact fact, Found found, Map<String, Fresh> fresh) {
        if (found.open().contains(fact)) {
            fresh.putIfAbsent(found.id() + fact.name(), new Fresh(fact, found));
        }
    }

    private void note(String channel, List<Fresh> fresh) {
        Instant now = clock.instant();
        List<Found> said = fresh.stream()
                .filter(it -> it.fact() == Fact.of(it.of().receipt().status()))
                .map(Fresh::of)
                .toList();
        for (Receipt.Status status : Receipt.Status.values()) {
            List<Found> of = said.stream()
                    .filter(found -> found.receipt().status() == status)
                    .toList();
            if (!of.isEmpty()) {
                stamp(status, of);
            }
        }
        Members members = known.of(fresh.stream().map(it -> it.of().memberNo()).collect(Collectors.toSet()));
        block(channel, said, members, now);
        withdraw(channel, said, members);
        messages.note(
                said.stream()
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
        for (Fresh it : fresh) {
            Origin origin = it.of().origin();
            String node = origin.node();
            count.add(
                    new Counted(channel, origin.kind(), origin.id(), node == null ? "" : node, it.fact().outcome, ""));
            events.add(event(channel, it, members, now));
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
                    case DELIVERED -> "reason = NULL, delivered_at = said.at";
                    case READ -> "reason = NULL, delivered_at = coalesce(delivered_at, said.at), read_at = said.at";
                    case CLICKED ->
                        "reason = NULL, delivered_at = coalesce(delivered_at, said.at), clicked_at = said.at";
                    case REPLIED ->
                        "reason = NULL, delivered_at = coalesce(delivered_at, said.at), replied_at = said.at";
                    case COMPLAINED ->
                        "reason = NULL, delivered_at = coalesce(delivered_at, said.at), complained_at = said.at";
                    case UNSUBSCRIBED ->
                        "reason = NULL, delivered_at = coalesce(delivered_at, said.at), unsubscribed_at = said.at";
                    case FAILED -> "reason = 'NOT_DELIVERED', failed_at = said.at";
                    case BLOCKED -> "reason = 'BLOCKED', failed_at = said.at";
                };
        String state = isFailure(status) ? "'FAILED'" : "'SENT'";
        postgres.sql("UPDATE message SET state = " + state
                        + ", sent_at = coalesce(sent_at, said.at), provider_id = coalesce(message.provider_id, said.provider),"
                        + " claim = NULL, claimed_until = NULL, started_at = NULL, " + column
                        + " FROM unnest(:ids::bigint[], :at::timestamptz[], :providers::text[]) AS said (id, at, provider)"
                        + " WHERE message.id = said.id")
                .param("ids", of.stream().map(Found::id).toArray(Long[]::new))
                .param(
                        "at",
                        of.stream()
                                .map(found -> found.receipt().at().toString())
                                .toArray(String[]::new))
                .param(
                        "providers",
                        of.stream().map(found -> found.receipt().providerId()).toArray(String[]::new))
                .update();
    }

    private void block(String channel, List<Found> said, Members members, Instant now) {
        Set<Integer> blocked = said.stream()
                .filter(found -> found.receipt().status() == Receipt.Status.BLOCKED)
                .map(found -> members.survivors().getOrDefault(found.memberNo(), found.memberNo()))
                .collect(Collectors.toSet());
        if (!blocked.isEmpty()) {
            blocks.add(
                    blocked.stream()
                            .map(member -> new Block(member, channel, null, "receipt"))
                            .toList(),
                    now);
        }
    }

    /** Who complains, or wants no more, has taken their consent back. */
    private void withdraw(String channel, List<Found> said, Members members) {
        Set<Integer> who = said.stream()
                .filter(found -> found.receipt().status() == Receipt.Status.COMPLAINED
                        || found.receipt().status() == Receipt.Status.UNSUBSCRIBED)
                .map(found -> members.survivors().getOrDefault(found.memberNo(), found.memberNo()))
                .collect(Collectors.toSet());
        if (!who.isEmpty()) {
            identities.withdrawConsent(who, channel, "receipt");
        }
    }

    private OwnEvent event(String channel, Fresh fresh, Members members, Instant now) {
        Found found = fresh.of();
        int member = members.survivors().getOrDefault(found.memberNo(), found.memberNo());
        Instant at = found.receipt().at();
        return Deeds.of(
                found.id(),
                fresh.fact().name().toLowerCase(Locale.ROOT),
                fresh.fact().event,
                at.isAfter(now) ? now : at,
                members.names(member),
                channel,
                found.templateId(),
                found.category(),
                found.origin(),
                more(fresh),
                json);
    }

    private static Map<String, String> more(Fresh fresh) {
        Receipt receipt = fresh.of().receipt();
        if (fresh.fact() == Fact.UNDELIVERED) {
            return Map.of("reason", receipt.status().name());
        }
        String text = fresh.fact() == Fact.DELIVERED && fresh.of().words() != null
                ? fresh.of().words()
                : fresh.fact() == Fact.of(receipt.status()) ? receipt.text() : null;
        return text == null || text.isBlank()
                ? Map.of()
                : Map.of(
                        "text",
                        text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, Math.min(Receipt.LONGEST_TEXT, text.codePointCount(0, text.length())))));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= 500 ? text : text.substring(0, 500);
    }
}
