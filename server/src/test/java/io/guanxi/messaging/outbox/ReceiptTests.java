package io.guanxi.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.Receipts;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    private final String key = "receipt-" + UUID.randomUUID();
    private final FakeProvider keyed = new FakeProvider("r-" + key.substring(8, 16), true);

    @BeforeEach
    void intend() {
        int member = post.member(caller, key, "{}");
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

    @Test
    void ofWhatNobodySentNothingIsTaken() {
        assertThat(take(said(Receipt.Status.DELIVERED))).isZero();
        assertThat(post.state(key)).isEqualTo("WAITING");
    }
}
