package io.guanxi.messaging.outbox;

import io.guanxi.collect.Intake;
import io.guanxi.collect.OwnEvent;
import io.guanxi.identity.Identities;
import io.guanxi.identity.MemberSearch;
import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.Receipts;
import io.guanxi.messaging.outbox.AccountNews.Deed;
import io.guanxi.messaging.outbox.AccountNews.Followed;
import io.guanxi.messaging.outbox.AccountNews.Reported;
import io.guanxi.messaging.outbox.AccountNews.Scanned;
import io.guanxi.messaging.outbox.AccountNews.Tapped;
import io.guanxi.messaging.outbox.AccountNews.Unfollowed;
import io.guanxi.messaging.outbox.AccountNews.Wrote;
import io.guanxi.messaging.outbox.BlockTable.Block;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who follows the brand's official account, and what they do there. All that a callback tells is one transaction: the event, the
 * reply of a message, and whether the follower can be reached. What is told again changes nothing.
 */
@Component
public class Followers {

    private static final String CHANNEL = "official_account";
    private static final String KIND = "openid";

    /** As long as an account may answer whoever wrote to it. */
    private static final Duration ANSWERS = Duration.ofHours(48);

    private final JdbcClient postgres;
    private final BlockTable blocks;
    private final Receipts receipts;
    private final Identities identities;
    private final MemberSearch members;
    private final Intake intake;
    private final TransactionOperations transaction;
    private final JsonMapper json;

    Followers(
            JdbcClient postgres,
            BlockTable blocks,
            Receipts receipts,
            Identities identities,
            MemberSearch members,
            Intake intake,
            TransactionOperations transaction,
            JsonMapper json) {
        this.postgres = postgres;
        this.blocks = blocks;
        this.receipts = receipts;
        this.identities = identities;
        this.members = members;
        this.intake = intake;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Takes what the account tells.
     *
     * @param news one callback
     */
    public void take(AccountNews news) {
        transaction.executeWithoutResult(_ -> {
            switch (news) {
                case Reported(Receipt receipt) -> receipts.take(CHANNEL, List.of(receipt));
                case Deed deed -> {
                    heed(deed);
                    intake.note(List.of(event(deed)));
                }
            }
        });
    }

    private void heed(Deed deed) {
        switch (deed) {
            case Followed followed -> blocks.lift(CHANNEL, followed.openid(), followed.at());
            case Unfollowed unfollowed ->
                identities
                        .find(KIND, unfollowed.openid())
                        .ifPresent(member -> blocks.add(
                                List.of(new Block(member, CHANNEL, unfollowed.openid(), "unfollowed")),
                                unfollowed.at()));
            case Wrote wrote ->
                answered(wrote)
                        .ifPresent(key -> receipts.take(
                                CHANNEL,
                                List.of(new Receipt(
                                        key, null, Receipt.Status.REPLIED, wrote.at(), wrote.type(), wrote.text()))));
            case Scanned _, Tapped _ -> {}
        }
    }

    /** {@return the message that was the last they had heard} */
    private Optional<String> answered(Wrote wrote) {
        return identities.find(KIND, wrote.openid()).flatMap(member -> postgres.sql("""
                        SELECT key FROM message
                        WHERE member_no = ANY (:numbers) AND channel = :channel AND sent_at > :from AND sent_at < :to
                        ORDER BY sent_at DESC LIMIT 1""")
                .param("numbers", members.numbersOf(member).toArray(Integer[]::new))
                .param("channel", CHANNEL)
                .param("from", MessageTable.at(wrote.at().minus(ANSWERS)))
                .param("to", MessageTable.at(wrote.at().plusSeconds(1))) // WeChat's times are whole seconds
                .query(String.class)
                .optional());
    }

    private OwnEvent event(Deed deed) {
        return switch (deed) {
            case Followed followed -> event(deed, "followed", "Account Followed", property("scene", followed.scene()));
            case Scanned scanned -> event(deed, "scanned", "Code Scanned", property("scene", scanned.scene()));
            case Unfollowed _ -> event(deed, "unfollowed", "Account Unfollowed", Map.of());
            case Tapped tapped ->
                event(
                        deed,
                        "tapped:" + Integer.toHexString(tapped.key().hashCode()),
                        "Menu Tapped",
                        property("item", tapped.key()));
            case Wrote wrote -> {
                Map<String, String> said = new LinkedHashMap<>();
                said.put("type", wrote.type());
                said.putAll(property("text", wrote.text()));
                yield noted(CHANNEL + ":wrote:" + wrote.id(), "Message Sent", deed, said);
            }
        };
    }

    private OwnEvent event(Deed deed, String kind, String event, Map<String, String> properties) {
        String id =
                "%s:%s:%s:%d".formatted(CHANNEL, kind, deed.openid(), deed.at().getEpochSecond());
        return noted(id, event, deed, properties);
    }

    private OwnEvent noted(String id, String event, Deed deed, Map<String, String> properties) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("channel", CHANNEL);
        said.putAll(properties);
        return new OwnEvent(
                id,
                event,
                deed.at(),
                List.of(KIND + ":" + deed.openid()),
                null,
                json.writeValueAsString(said),
                CHANNEL);
    }

    private static Map<String, String> property(String name, @Nullable String value) {
        return value == null ? Map.of() : Map.of(name, value);
    }
}
