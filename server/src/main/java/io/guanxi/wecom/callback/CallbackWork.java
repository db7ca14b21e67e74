package io.guanxi.wecom.callback;

import io.guanxi.platform.Rounds;
import io.guanxi.wecom.callback.CallbackTable.Claimed;
import io.guanxi.wecom.client.CorpTag;
import io.guanxi.wecom.client.Customer;
import io.guanxi.wecom.client.GroupChat;
import io.guanxi.wecom.client.WeCom;
import io.guanxi.wecom.client.WeComTrouble;
import io.guanxi.wecom.contact.Chats;
import io.guanxi.wecom.contact.Contacts;
import io.guanxi.wecom.tagging.CorpTags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Works callbacks off, each once: what WeCom adds to it is asked for outside of any transaction, then its effects and that it is
 * done are one. Several servers may do so.
 */
@Component
class CallbackWork extends Rounds {

    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 50;
    private static final int MOST_ATTEMPTS = 20;

    private final CallbackTable callbacks;
    private final WeCom wecom;
    private final Contacts contacts;
    private final Chats chats;
    private final CorpTags tags;
    private final TransactionOperations transaction;
    private final Clock clock;
    private Instant forgotten = Instant.EPOCH;

    CallbackWork(
            CallbackTable callbacks,
            WeCom wecom,
            Contacts contacts,
            Chats chats,
            CorpTags tags,
            TransactionOperations transaction,
            Clock clock) {
        super("wecom-callbacks", "callbacks of WeCom wait");
        this.callbacks = callbacks;
        this.wecom = wecom;
        this.contacts = contacts;
        this.chats = chats;
        this.tags = tags;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A callback came. */
    void came() {
        wake();
    }

    @Override
    protected Duration round() {
        if (!wecom.ready()) {
            return LONGEST_PAUSE;
        }
        Instant now = clock.instant();
        if (forgotten.isBefore(now.minus(Duration.ofHours(1)))) {
            callbacks.forget(now.minus(KEPT));
            forgotten = now;
        }
        UUID claim = UUID.randomUUID();
        List<Claimed> claimed = callbacks.claim(claim, now, AT_ONCE);
        for (Claimed each : claimed) {
            work(each, claim);
        }
        return claimed.isEmpty() ? REST : Duration.ZERO;
    }

    private void work(Claimed claimed, UUID claim) {
        try {
            Runnable effects = effects(claimed.callback());
            finish(claimed, claim, effects, null);
        } catch (WeComTrouble trouble) {
            if (trouble.kind() == WeComTrouble.Kind.REFUSED || claimed.attempt() >= MOST_ATTEMPTS) {
                finish(claimed, claim, () -> {}, trouble.said());
            } else {
                callbacks.later(claimed.id(), claim, clock.instant().plus(pause(claimed.attempt())), trouble.said());
            }
        }
    }

    private void finish(Claimed claimed, UUID claim, Runnable effects, @Nullable String trouble) {
        transaction.executeWithoutResult(_ -> {
            if (callbacks.done(claimed.id(), claim, clock.instant(), trouble)) {
                effects.run();
            }
        });
    }

    /** A second, two, four … ten minutes. */
    static Duration pause(int attempt) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempt - 1, 20));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Asks WeCom for what the callback leaves out; what is to be done with it comes back. */
    private Runnable effects(Callback callback) {
        return switch (callback.event()) {
            case "change_external_contact" -> contact(callback);
            case "change_external_chat" -> chat(callback);
            case "change_external_tag" -> tags(callback);
            default -> () -> {};
        };
    }

    private Runnable contact(Callback callback) {
        String customer = callback.externalUserid();
        String employee = callback.employee();
        if (customer == null || employee == null) {
            return () -> {};
        }
        return switch (callback.change()) {
            case "add_external_contact", "add_half_external_contact", "edit_external_contact" -> {
                Customer known = wecom.customer(customer);
                yield () -> {
                    String code = callback.welcomeCode();
                    if (code != null && !code.isEmpty()) {
                        contacts.welcome(customer, employee, code, callback.happenedAt());
                    }
                    contacts.take(List.of(known));
                };
            }
            case "del_follow_user" -> () -> contacts.end(employee, customer, "customer", callback.happenedAt());
            case "del_external_contact" -> () -> contacts.end(employee, customer, "employee", callback.happenedAt());
            default -> () -> {};
        };
    }

    /** Whatever was made, renamed or deleted: all are one call. Their order, which is shuffled, has no meaning here. */
    private Runnable tags(Callback callback) {
        if (callback.change().equals("shuffle")) {
            return () -> {};
        }
        Instant asked = clock.instant();
        List<CorpTag> all = wecom.tags();
        return () -> tags.take(all, asked);
    }

    private Runnable chat(Callback callback) {
        String id = callback.chat();
        if (id == null) {
            return () -> {};
        }
        if (callback.change().equals("dismiss")) {
            return () -> chats.dismiss(id, callback.happenedAt());
        }
        GroupChat chat = wecom.groupChat(id);
        return () -> chats.take(chat);
    }
}
