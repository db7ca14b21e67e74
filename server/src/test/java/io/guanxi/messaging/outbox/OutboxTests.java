package io.guanxi.messaging.outbox;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.mart.Mart;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Outgoing;
import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.Receipts;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is intended is said once, whatever providers answer and whoever dies. */
@ServerTest
class OutboxTests {

    @Autowired
    Caller caller;

    @Autowired
    Post post;

    @Autowired
    Messages messages;

    @Autowired
    Receipts receipts;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient postgres;

    @Autowired
    Mart mart;

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final FakeProvider keyed = new FakeProvider("keyed-" + own, true);
    private final FakeProvider careful = new FakeProvider("careful-" + own, false);

    private int member(String name) {
        return post.member(caller, name + own, "{\"name\":\"小林\"}");
    }

    @Test
    void whatWasIntendedReachesTheMemberFilledIn() {
        int member = member("filled");
        long template = post.template(keyed, "service", "{{member.name|亲}}, {{var.code}} for {{trait.city|you}}");

        post.intend(post.intent("a" + own, member, template, 5));
        post.send(keyed);

        assertThat(keyed.reached()).extracting(Outgoing::text).containsExactly("小林, 7 for you");
        assertThat(keyed.reached()).extracting(Outgoing::address).containsExactly("filled" + own);
        assertThat(post.state("a" + own)).isEqualTo("SENT");
        assertThat(messages.tally("test", "a" + own))
                .extracting(Messages.Tally::outcome)
                .containsExactly("INTENDED", "SENT");
    }

    @Test
    void theSameKeyIsTheSameMessage() {
        int member = member("same");
        long template = post.template(keyed, "service", "hello");
        var intent = post.intent("same" + own, member, template, 5);

        assertThat(messages.intend(List.of(intent, intent))).containsExactly("same" + own);
        assertThat(messages.intend(List.of(intent))).isEmpty();
        post.send(keyed);

        assertThat(keyed.reached()).hasSize(1);
        assertThat(messages.tally("test", "same" + own))
                .extracting(Messages.Tally::messages)
                .containsExactly(1L, 1L);
    }

    @Test
    void whatTheCallerRollsBackIsNeverSaid() {
        int member = member("rolled");
        long template = post.template(keyed, "service", "hello");

        transaction.executeWithoutResult(status -> {
            post.intend(post.intent("rolled" + own, member, template, 5));
            status.setRollbackOnly();
        });
        post.send(keyed);

        assertThat(keyed.reached()).isEmpty();
    }

    @Test
    void anUnknownTemplateIsRefused() {
        int member = member("unknown");

        assertThatThrownBy(() -> post.intend(post.intent("unknown" + own, member, Long.MAX_VALUE, 5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProviderInTroubleIsAskedAgainLater() {
        int member = member("again");
        long template = post.template(keyed, "service", "hello");
        keyed.next(new Outcome.TryLater("HTTP 500", null));

        post.intend(post.intent("again" + own, member, template, 5));
        post.send(keyed);
        assertThat(post.state("again" + own)).isEqualTo("WAITING TRY_LATER");
        post.clock.forward(Duration.ofSeconds(6));
        post.send(keyed);

        assertThat(keyed.reached()).hasSize(1);
        assertThat(post.state("again" + own)).isEqualTo("SENT");
    }

    @Test
    void whoEndsBetweenAcceptanceAndNoteSendsAgainWithTheSameKey() {
        int member = member("crash");
        long template = post.template(keyed, "service", "hello");
        post.intend(post.intent("crash" + own, member, template, 5));
        Claims.Claim lost = post.claims().next(keyed);
        keyed.send(lost.messages().stream().map(Claimed::outgoing).toList());
        assertThat(post.state("crash" + own)).isEqualTo("SENDING");

        post.clock.forward(Claims.LEASE.plusSeconds(1));
        post.send(keyed);

        assertThat(keyed.reached()).hasSize(1);
        assertThat(post.state("crash" + own)).isEqualTo("SENT");
    }

    @Test
    void aServerThatWasFrozenNotesNothingOfWhatAnotherTookOver() {
        int member = member("frozen");
        long template = post.template(careful, "service", "hello");
        post.intend(post.intent("frozen" + own, member, template, 5));
        Claims.Claim frozen = post.claims().next(careful);
        post.clock.forward(Claims.LEASE.plusSeconds(1));
        post.send(careful);

        post.delivery().deliver(careful, frozen, () -> true);

        assertThat(careful.reached()).hasSize(1);
        assertThat(post.state("frozen" + own)).isEqualTo("SENT");
    }

    @Test
    void withoutKeysACrashCostsOneDuplicateAtMostAndItIsCounted() {
        int member = member("doubt");
        long template = post.template(careful, "service", "hello");
        post.intend(post.intent("doubt1" + own, member, template, 5), post.intent("doubt2" + own, member, template, 5));
        Claims.Claim lost = post.claims().next(careful);
        Claimed first = lost.messages().getFirst();
        post.crashWhile(first, lost, careful);

        post.clock.forward(Claims.LEASE.plusSeconds(1));
        post.send(careful);

        assertThat(careful.reached()).hasSize(3); // two messages, one of them twice
        assertThat(messages.tally("test", first.due().key()))
                .extracting(Messages.Tally::outcome)
                .containsExactly("INTENDED", "SENT", "UNCERTAIN");
    }

    @Test
    void whatIsInDoubtTwiceWaitsForAPerson() {
        int member = member("twice");
        long template = post.template(careful, "service", "hello");
        careful.nextAnswerIsLost();
        careful.nextAnswerIsLost();
        post.intend(post.intent("twice" + own, member, template, 5));

        post.send(careful);
        assertThat(post.state("twice" + own)).isEqualTo("WAITING UNCERTAIN");
        post.clock.forward(Duration.ofMinutes(1));
        post.send(careful);

        assertThat(careful.reached()).hasSize(2);
        assertThat(post.state("twice" + own)).isEqualTo("DEAD UNCERTAIN");
    }

    @Test
    void aTimeOutAfterAcceptingIsSettledByTheKey() {
        int member = member("timeout");
        long template = post.template(keyed, "service", "hello");
        keyed.nextAnswerIsLost();
        post.intend(post.intent("timeout" + own, member, template, 5));

        post.send(keyed);
        post.clock.forward(Duration.ofMinutes(1));
        post.send(keyed);

        assertThat(keyed.reached()).hasSize(1);
        assertThat(post.state("timeout" + own)).isEqualTo("SENT");
    }

    @Test
    void aRefusedMessageIsDeadAndAnEventSaysSo() {
        int member = member("refused");
        long template = post.template(keyed, "service", "hello");
        keyed.next(new Outcome.Refused("bad words"));

        post.intend(post.intent("refused" + own, member, template, 5));
        post.send(keyed);

        assertThat(post.state("refused" + own)).isEqualTo("DEAD REFUSED");
        assertThat(post.events("refused" + own)).containsExactly("Message Failed");
    }

    @Test
    void theMostImportantGoesFirst() {
        int member = member("first");
        long template = post.template(keyed, "service", "{{var.code}}");
        post.intend(post.intent("low" + own, member, template, 1), post.intent("high" + own, member, template, 9));

        post.send(keyed);

        assertThat(keyed.reached()).extracting(Outgoing::key).containsExactly("high" + own, "low" + own);
    }

    @Test
    void whatMayHaveGoneOutOnceStaysInDoubtWhateverBecomesOfItLater() {
        int member = member("mixed");
        long template = post.template(careful, "service", "hello");
        careful.nextAnswerIsLost();
        careful.next(new Outcome.TryLater("busy", null));
        post.intend(post.intent("mixed" + own, member, template, 5));
        post.send(careful);
        post.clock.forward(Duration.ofMinutes(1));
        post.send(careful);
        assertThat(post.state("mixed" + own)).isEqualTo("WAITING TRY_LATER");

        assertThat(receipts.take(
                        careful.name(),
                        List.of(new Receipt(
                                "mixed" + own, null, Receipt.Status.DELIVERED, post.clock.instant(), null))))
                .isOne();
        assertThat(post.state("mixed" + own)).isEqualTo("SENT");
    }

    @Test
    void whatALostServerNeverHandedOverIsNoAttemptAndNoDoubt() {
        int member = member("early");
        long template = post.template(careful, "service", "hello");
        careful.nextAnswerIsLost();
        post.intend(post.intent("early" + own, member, template, 5));
        post.send(careful);
        post.clock.forward(Duration.ofMinutes(1));
        assertThat(post.claims().next(careful).messages()).hasSize(1); // and the server is gone
        post.clock.forward(Claims.LEASE.plusSeconds(1));

        post.send(careful);

        assertThat(post.state("early" + own)).isEqualTo("SENT");
        assertThat(postgres.sql("SELECT attempts FROM message WHERE key = ?")
                        .param("early" + own)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whoStopsGivesBackWhatItDidNotGetTo() {
        int member = member("stop");
        long template = post.template(careful, "service", "hello");
        post.intend(
                post.intent("stop1" + own, member, template, 9),
                post.intent("stop2" + own, member, template, 5),
                post.intent("stop3" + own, member, template, 5));
        Claims.Claim claim = post.claims().next(careful);

        post.delivery().deliver(careful, claim, () -> careful.reached().isEmpty());

        assertThat(careful.reached()).extracting(Outgoing::key).containsExactly("stop1" + own);
        assertThat(post.state("stop2" + own)).isEqualTo("WAITING");
        post.send(careful);
        assertThat(careful.reached()).hasSize(3);
    }

    @Test
    void theOneAtHandIsItsServersForAsLongAsTheCallMayLast() {
        FakeProvider slow = new FakeProvider("long-" + own, false);
        int member = member("long");
        long template = post.template(slow, "service", "hello");
        post.intend(post.intent("long" + own, member, template, 5));
        Claims.Claim claim = post.claims().next(slow);
        slow.next(() -> {
            post.clock.forward(Claims.LEASE.plus(slow.capabilities().patience()).minusMillis(1));
            post.claims().next(slow); // another server looks for what was lost
            return new Outcome.Accepted(null);
        });

        post.delivery().deliver(slow, claim, () -> true);

        assertThat(post.state("long" + own)).isEqualTo("SENT");
    }

    @Test
    void aSlowProviderGetsWhatItAllows() {
        FakeProvider slow = new FakeProvider("ten-" + own, false, 10);
        int member = member("ten");
        long template = post.template(slow, "service", "hello");
        for (int n = 0; n < 19; n++) {
            post.intend(post.intent("ten" + n + own, member, template, 5));
        }
        Instant begin = post.clock.instant();

        post.send(slow);

        assertThat(slow.reached()).hasSize(19);
        assertThat(Duration.between(begin, post.clock.instant())).isBetween(ofMillis(2_000), ofMillis(2_500));
    }

    private static final Duration AN_HOUR_BACK = Duration.ofHours(-1);

    @Test
    void aClockSetBackMakesALostClaimLastLongerAndSendsNothingTwice() {
        int member = member("back");
        long template = post.template(keyed, "service", "hello");
        post.intend(post.intent("back" + own, member, template, 5));
        Claims.Claim lost = post.claims().next(keyed);
        keyed.send(lost.messages().stream().map(Claimed::outgoing).toList());

        post.clock.forward(AN_HOUR_BACK);
        post.send(keyed);
        post.clock.forward(Claims.LEASE.plusSeconds(1));
        post.send(keyed);
        assertThat(post.state("back" + own))
                .as("it is another server's until the hour comes again")
                .isEqualTo("SENDING");

        post.clock.forward(Duration.ofHours(1));
        post.send(keyed);
        assertThat(keyed.reached()).hasSize(1);
        assertThat(post.state("back" + own)).isEqualTo("SENT");
    }

    @Test
    void whatIsAtHandAsTheClockIsSetBackIsSaidOnceAndNoted() {
        int member = member("hand");
        long template = post.template(careful, "service", "hello");
        post.intend(post.intent("hand" + own, member, template, 5));
        Claims.Claim claim = post.claims().next(careful);

        post.clock.forward(AN_HOUR_BACK);
        post.delivery().deliver(careful, claim, () -> true);
        post.send(careful);
        post.clock.forward(Duration.ofHours(2));
        post.send(careful);

        assertThat(careful.reached()).hasSize(1);
        assertThat(post.state("hand" + own)).isEqualTo("SENT");
        assertThat(post.events("hand" + own)).hasSize(1);
    }

    @Test
    void aClockSetBackPutsOffWhatIsTriedAgainAndNothingElse() {
        int member = member("later");
        long template = post.template(keyed, "service", "hello");
        keyed.next(new Outcome.TryLater("HTTP 500", null));
        post.intend(post.intent("later" + own, member, template, 5));
        post.send(keyed);
        assertThat(post.state("later" + own)).isEqualTo("WAITING TRY_LATER");

        post.clock.forward(AN_HOUR_BACK);
        post.intend(post.intent("new" + own, member, template, 5));
        post.send(keyed);
        assertThat(post.state("new" + own)).isEqualTo("SENT");
        assertThat(post.state("later" + own)).isEqualTo("WAITING TRY_LATER");

        post.clock.forward(Duration.ofHours(1).plusSeconds(6));
        post.send(keyed);
        assertThat(post.state("later" + own)).isEqualTo("SENT");
        assertThat(keyed.reached()).hasSize(2);
    }

    @Test
    void aClockSetBackStopsNoSlowProviderAndBreaksNoRate() {
        FakeProvider slow = new FakeProvider("back-" + own, true, 20);
        int member = member("slow-back");
        long template = post.template(slow, "service", "hello");
        for (int n = 0; n < 40; n++) {
            post.intend(post.intent("tick" + n + own, member, template, 5));
        }
        post.delivery().deliver(slow, post.claims().next(slow), () -> true);
        int before = slow.reached().size();
        post.clock.forward(AN_HOUR_BACK);
        // What was intended in the hour to come is due in it; what it says is tested by what is intended now.
        for (int n = 0; n < 40; n++) {
            post.intend(post.intent("tock" + n + own, member, template, 5));
        }

        for (int tick = 0; tick < 50; tick++) {
            post.delivery().deliver(slow, post.claims().next(slow), () -> true);
            post.clock.forward(Duration.ofMillis(20));
        }

        assertThat(slow.reached().size() - before).isBetween(16, 20);
    }

    @Test
    void aCapHoldsThoughTheClockIsSetBack() {
        int member = member("cap");
        long template = post.template(keyed, "marketing", "hello");
        for (int n = 0; n < 3; n++) {
            post.intend(post.intent("cap" + n + own, member, template, 5));
        }
        post.send(keyed);
        assertThat(keyed.reached()).as("three a day").hasSize(3);

        post.clock.forward(AN_HOUR_BACK);
        post.intend(post.intent("fourth" + own, member, template, 5));
        post.send(keyed);

        assertThat(keyed.reached()).hasSize(3);
        assertThat(post.state("fourth" + own)).isEqualTo("WAITING FREQUENCY_CAP");
    }

    @Test
    void nothingIsToldOfWhoWasErasedWhileItWasHandedOver() {
        int member = member("erased");
        long template = post.template(keyed, "service", "hello");
        post.intend(post.intent("erased" + own, member, template, 5));
        Claims.Claim claim = post.claims().next(keyed);
        postgres.sql("DELETE FROM member WHERE member_no = ?").param(member).update();

        post.delivery().deliver(keyed, claim, () -> true);

        assertThat(post.state("erased" + own)).isEqualTo("SENT");
        assertThat(post.events("erased" + own)).isEmpty();
    }

    @Test
    void theRateIsNeverExceeded() {
        FakeProvider slow = new FakeProvider("slow-" + own, true, 20);
        int member = member("slow");
        long template = post.template(slow, "service", "hello");
        for (int n = 0; n < 30; n++) {
            post.intend(post.intent("slow" + n + own, member, template, 5));
        }
        int most = 0;
        int before = 0;
        for (int second = 0; second < 2; second++) {
            for (int tick = 0; tick < 50; tick++) {
                post.delivery().deliver(slow, post.claims().next(slow), () -> true);
                post.clock.forward(Duration.ofMillis(20));
            }
            most = Math.max(most, slow.reached().size() - before);
            before = slow.reached().size();
        }

        assertThat(most).isBetween(16, 20);
        assertThat(slow.reached()).hasSize(30);
    }
}
