package io.guanxi.messaging.outbox;

import io.guanxi.identity.Identities;
import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.Receipts;
import io.guanxi.messaging.channel.MessagingSettings;
import io.guanxi.messaging.policy.Due;
import io.guanxi.messaging.policy.Policies;
import io.guanxi.messaging.policy.Rule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets members say by a link in a message that they want no more on its channel. The link's token is the message, signed. */
@Component
public class Unsubscribing {

    private static final Pattern TOKEN = Pattern.compile("([0-9a-z]{1,13})-([0-9A-Za-z]{11})");
    private static final String BY_LINK = "unsubscribe";

    private final JdbcClient postgres;
    private final MessagingSettings settings;
    private final LinkCodes codes;
    private final Identities identities;
    private final Receipts receipts;
    private final Policies policies;
    private final Clock clock;

    Unsubscribing(
            JdbcClient postgres,
            MessagingSettings settings,
            LinkCodes codes,
            Identities identities,
            Receipts receipts,
            Policies policies,
            Clock clock) {
        this.postgres = postgres;
        this.settings = settings;
        this.codes = codes;
        this.identities = identities;
        this.receipts = receipts;
        this.policies = policies;
        this.clock = clock;
    }

    /** {@return where a message's member says so; null for service messages, and where nobody said how members reach this server} */
    @Nullable
    String link(Due message) {
        return settings.address().isEmpty() || message.category().equals(Rule.SERVICE)
                ? null
                : settings.address() + "/u/" + token(message.id());
    }

    private String token(long message) {
        return Long.toString(message, Character.MAX_RADIX) + "-" + codes.code("unsubscribe/" + message);
    }

    private record Said(String key, String channel, int memberNo) {}

    /**
     * What a link ends.
     *
     * @param channel on which
     * @param service whether the reach policy ends service messages on it, too
     */
    public record Unsubscription(String channel, boolean service) {}

    /**
     * {@return what a token is of; empty where it is none of ours, or the member was erased}
     *
     * @param token as it was called
     */
    public Optional<Unsubscription> look(String token) {
        return find(token).map(this::of);
    }

    private Unsubscription of(Said said) {
        return new Unsubscription(said.channel(), policies.endsService(said.channel()));
    }

    /**
     * Takes the consent back, always: who says so again after a yes means it again. It is one event of the message.
     *
     * @param token as it was called
     * @return what has ended; empty where the token is none of ours, or the member was erased
     */
    public Optional<Unsubscription> take(String token) {
        Optional<Said> said = find(token);
        said.ifPresent(it -> {
            identities
                    .survivorOf(it.memberNo())
                    .ifPresent(member -> identities.withdrawConsent(List.of(member), it.channel(), BY_LINK));
            receipts.take(
                    it.channel(),
                    List.of(new Receipt(it.key(), null, Receipt.Status.UNSUBSCRIBED, clock.instant(), null)));
        });
        return said.map(this::of);
    }

    private Optional<Said> find(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long message;
        try {
            message = Long.parseLong(parts.group(1), Character.MAX_RADIX);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        boolean ours = MessageDigest.isEqual(
                token(message).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        return !ours
                ? Optional.empty()
                : postgres.sql("SELECT key, channel, member_no FROM message WHERE id = ?")
                        .param(message)
                        .query(Said.class)
                        .optional();
    }
}
