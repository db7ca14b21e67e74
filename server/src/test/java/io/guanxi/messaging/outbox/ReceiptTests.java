package io.guanxi.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.identity.Identities;
import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.Receipts;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What providers report, in whatever order, is counted once and becomes events. */
@ServerTest
class ReceiptTests {

    @Autowired
    Caller caller;

    @Autowired
    Post post;

    @Autowired
    Receipts receipts;

    @Autowired
    Identities identities;

    private final String key = "receipt-" + UUID.randomUUID();
    private final FakeProvider keyed = new FakeProvider("r-" + key.substring(8, 16), true);

    private int member;

    @BeforeEach
    void intend() {
        member = post.member(caller, key, "{}");
        post.intend(post.intent(key, member, post.template(keyed, "service", "hello"), 5));
    }

    private Receipt said(Receipt.Status status) {
        return new Receipt(key, null, status, post.clock.instant(), null);
    }

    private Receipt saidByItsOwnName(Receipt.Status status) {
        return new Receipt(null, "p-" + key, status, post.clock.instant(), null);
    }

    private int take(Receipt... said) {
        return receipts.take(keyed.name(), List.of(said));
    }

    @Test
    void aReceiptIsTakenOnceAndBecomesAnEvent() {
        post.send(keyed);
        Receipt delivered = saidByItsOwnName(Receipt.Status.DELIVERED);

        assertThat(take(delivered, delivered)).isEqualTo(2);
        assertThat(take(delivered)).isOne();

        assertThat(post.counted(key, "DELIVERED")).isOne();
        assertThat(post.events(key)).containsExactly("Message Dispatched", "Message Delivered");
    }

    @Test
    void whatIsReadWasDeliveredAndIsCountedSo() {
        post.send(keyed);

        take(saidByItsOwnName(Receipt.Status.READ));
        take(saidByItsOwnName(Receipt.Status.DELIVERED));

        assertThat(post.counted(key, "DELIVERED")).isOne();
        assertThat(post.counted(key, "READ")).isOne();
        assertThat(post.events(key)).containsExactly("Message Dispatched", "Message Delivered", "Message Read");
    }

    @Test
    void aReceiptThatIsFasterThanTheNoteLosesNothing() {
        Claims.Claim claim = post.claims().next(keyed);
        keyed.next(() -> {
            take(said(Receipt.Status.DELIVERED));
            return new io.guanxi.messaging.Outcome.Accepted("p-" + key);
        });

        post.delivery().deliver(keyed, claim, () -> true);

        assertThat(post.state(key)).isEqualTo("SENT");
        assertThat(post.counted(key, "SENT")).isOne();
        assertThat(post.counted(key, "DELIVERED")).isOne();
        assertThat(post.events(key)).containsExactly("Message Dispatched", "Message Delivered");
    }

    @Test
    void whatDidNotArriveWasSentAndFailed() {
        post.claims().next(keyed);

        take(said(Receipt.Status.FAILED));

        assertThat(post.state(key)).isEqualTo("FAILED NOT_DELIVERED");
        assertThat(post.events(key)).containsExactly("Message Dispatched", "Message Failed");
        post.clock.forward(Claims.LEASE.plus(Duration.ofSeconds(1)));
        post.send(keyed);
        assertThat(keyed.reached()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"COMPLAINED, Message Complained", "UNSUBSCRIBED, Unsubscribed"})
    void whoComplainsOrWantsNoMoreHasTakenTheirConsentBack(Receipt.Status status, String event) {
        identities.consent(member, keyed.name(), true);
        post.send(keyed);

        take(saidByItsOwnName(status), said(status));

        assertThat(post.counted(key, status.name())).isOne();
        assertThat(post.events(key)).containsExactly("Message Dispatched", "Message Delivered", event);
        assertThat(granted()).isFalse();

        identities.consent(member, keyed.name(), true);
        take(said(status));
        assertThat(granted()).as("an old receipt that comes again").isTrue();
    }

    private boolean granted() {
        return identities.consentOf(member).stream()
                .filter(consent -> consent.channel().equals(keyed.name()))
                .findFirst()
                .orElseThrow()
                .granted();
    }

    @Test
    void theLinkOfAMessageTakesTheConsentBackAndLookingAtItDoesNot() {
        identities.consent(member, keyed.name(), true);
        String other = key + "-offer";
        post.intend(post.intent(other, member, post.template(keyed, "marketing", "an offer"), 5));
        post.send(keyed);
        assertThat(keyed.reached().stream()
                        .filter(it -> it.key().equals(key))
                        .findFirst()
                        .orElseThrow()
                        .unsubscribe())
                .as("of a service message")
                .isNull();
        String link = Objects.requireNonNull(keyed.reached().stream()
                .filter(it -> it.key().equals(other))
                .findFirst()
                .orElseThrow()
                .unsubscribe());
        assertThat(link).startsWith("https://brand.example/u/");
        String path = link.substring("https://brand.example".length());
        Caller anybody = caller.anonymous();

        assertThat(anybody.get(path).text())
                .contains("<form method=\"post\">")
                .as("what still comes by the policy of a new brand")
                .containsAnyOf("订单", "orders");
        assertThat(granted()).isTrue();

        assertThat(anybody.post(path, "{}").status()).isEqualTo(200);
        assertThat(granted()).isFalse();
        assertThat(post.events(other)).containsExactly("Message Dispatched", "Message Delivered", "Unsubscribed");

        identities.consent(member, keyed.name(), true);
        anybody.post(path, "{}");
        assertThat(granted()).as("who says so again means it again").isFalse();
        assertThat(post.events(other)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/u/1-AAAAAAAAAAA", "/u/zzzzzzzzzzzzz-AAAAAAAAAAA", "/u/x", "/u/1-AAAAAAAAAAA%00"})
    void aLinkThatIsNotOursChangesNothing(String path) {
        assertThat(caller.anonymous().get(path).status()).isIn(400, 404);
        assertThat(caller.anonymous().post(path, "{}").status()).isIn(400, 404);
    }

    @Test
    void ofWhatNobodySentNothingIsTaken() {
        assertThat(take(said(Receipt.Status.DELIVERED))).isZero();
        assertThat(post.state(key)).isEqualTo("WAITING");
    }
}
