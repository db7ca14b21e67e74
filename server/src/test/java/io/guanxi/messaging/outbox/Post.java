package io.guanxi.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.access.BrandFace;
import io.guanxi.identity.Identities;
import io.guanxi.mart.Mart;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Intent;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.Pauses;
import io.guanxi.messaging.channel.Channels;
import io.guanxi.messaging.policy.Judge;
import io.guanxi.messaging.policy.Known;
import io.guanxi.messaging.policy.PolicyTable;
import io.guanxi.messaging.template.Letters;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** An outbox whose clock and channels are the test's; the server's own knows nothing of them. */
@Component
public class Post {

    private final MessageTable messages;
    private final BlockTable blocks;
    private final Identities identities;
    private final Channels channels;
    private final Judge judge;
    private final Known known;
    private final PolicyTable policies;
    private final Letters letters;
    private final ShortLinkTable links;
    private final Unsubscribing unsubscribing;
    private final Pace pace;
    private final Tallies tallies;
    private final BrandFace brand;
    private final ObjectProvider<Pauses> pauses;
    private final io.guanxi.collect.Intake intake;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final JdbcClient postgres;
    private final Messages intents;
    private final Mart mart;
    final TickingClock clock = new TickingClock();

    Post(
            MessageTable messages,
            BlockTable blocks,
            Identities identities,
            Channels channels,
            Judge judge,
            Known known,
            PolicyTable policies,
            Letters letters,
            ShortLinkTable links,
            Unsubscribing unsubscribing,
            Pace pace,
            Tallies tallies,
            BrandFace brand,
            ObjectProvider<Pauses> pauses,
            io.guanxi.collect.Intake intake,
            TransactionOperations transaction,
            JsonMapper json,
            JdbcClient postgres,
            Messages intents,
            Mart mart) {
        this.messages = messages;
        this.blocks = blocks;
        this.identities = identities;
        this.channels = channels;
        this.judge = judge;
        this.known = known;
        this.policies = policies;
        this.letters = letters;
        this.links = links;
        this.unsubscribing = unsubscribing;
        this.pace = pace;
        this.tallies = tallies;
        this.brand = brand;
        this.pauses = pauses;
        this.intake = intake;
        this.transaction = transaction;
        this.json = json;
        this.postgres = postgres;
        this.intents = intents;
        this.mart = mart;
    }

    /** A clock that stands until it is moved. */
    static final class TickingClock extends Clock {
        private volatile Instant now = Instant.parse("2031-03-03T04:00:00Z"); // noon in Shanghai

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    Outcomes outcomes() {
        return new Outcomes(postgres, messages, blocks, identities, tallies, intake, transaction, json, clock);
    }

    Claims claims() {
        return new Claims(
                messages,
                channels,
                outcomes(),
                judge,
                known,
                policies,
                letters,
                links,
                unsubscribing,
                pace,
                tallies,
                brand,
                pauses,
                transaction,
                json,
                clock,
                clock);
    }

    Delivery delivery() {
        return new Delivery(messages, outcomes(), clock);
    }

    /** Sends what is due until nothing is, moving the clock a second each time so that the pace allows it. */
    void send(Channel.Remote channel) {
        for (int turn = 0; turn < 200; turn++) {
            Claims.Claim claim = claims().next(channel);
            delivery().deliver(channel, claim, () -> true);
            if (claim.rest().equals(Claims.IDLE)) {
                return;
            }
            clock.forward(claim.rest());
        }
        throw new AssertionError("it never ends");
    }

    long template(Channel channel, String category, String text) {
        long id = postgres.sql("""
                        INSERT INTO message_template (name, channel, category, version, created_at, changed_at)
                        VALUES ('test', ?, ?, 1, now(), now()) RETURNING id""")
                .params(channel.name(), category)
                .query(Long.class)
                .single();
        postgres.sql("""
                        INSERT INTO message_template_version (template_id, version, wording, created_by, created_at)
                        VALUES (?, 1, jsonb_build_object('text', ?::text, 'variables', '["code"]'::jsonb), 'test', now())""").params(id, text).update();
        return id;
    }

    /** A member who is known by a user id. */
    int member(Caller caller, String user, String traits) {
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/identify", "{\"userId\":\"%s\",\"traits\":%s}".formatted(user, traits));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        mart.settle();
        return caller.get("/api/members/by/user/" + user).json().path("no").asInt();
    }

    Intent intent(String key, int member, long template, int priority) {
        return new Intent(
                key,
                member,
                template,
                new Origin("test", key, null),
                "",
                priority,
                clock.instant(),
                null,
                Map.of("code", "7"));
    }

    void intend(Intent... wanted) {
        intents.intend(List.of(wanted));
    }

    /** A server marks a message, hands it over and is gone before it notes that. */
    void crashWhile(Claimed message, Claims.Claim claim, Channel.Remote channel) {
        Instant now = clock.instant();
        assertThat(messages.start(message.due().id(), claim.claim(), now, now.plus(Claims.LEASE)))
                .isTrue();
        channel.send(List.of(message.outgoing()));
    }

    String state(String key) {
        return postgres.sql("SELECT state || coalesce(' ' || reason, '') FROM message WHERE key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    /** What the inbox holds of a message, in order. */
    List<String> events(String key) {
        return postgres.sql("""
                        SELECT event FROM inbox WHERE object = 'message:' || (SELECT id FROM message WHERE key = ?)
                        ORDER BY position""").param(key).query(String.class).list();
    }

    /** How often an outcome of the messages of a key was counted. */
    long counted(String key, String outcome) {
        return intents.tally("test", key).stream()
                .filter(tally -> tally.outcome().equals(outcome))
                .mapToLong(Messages.Tally::messages)
                .sum();
    }
}
