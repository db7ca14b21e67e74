package io.guanxi.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.GlobalHoldout;
import io.guanxi.identity.Identities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Intent;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.Receipts;
import io.guanxi.messaging.policy.Policies;
import io.guanxi.messaging.policy.Rule;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Whom the reach policy lets be reached, by the policy of a new brand: three a day, quiet from 22:00 to 08:00. */
@ServerTest
class ReachPolicyTests {

    @Autowired
    Caller caller;

    @Autowired
    Post post;

    @Autowired
    Messages messages;

    @Autowired
    Receipts receipts;

    @Autowired
    Identities identities;

    @Autowired
    Assignments assignments;

    @Autowired
    GlobalHoldout global;

    @Autowired
    JdbcClient postgres;

    @Autowired
    Policies policies;

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final FakeProvider keyed = new FakeProvider("p-" + own, true);

    private int member(String name, String traits) {
        return post.member(caller, name + own, traits);
    }

    /** Noon in Shanghai, on a day that no other test has. */
    private void noon() {
        Instant next = post.clock.instant().plus(Duration.ofDays(40));
        Instant noon = next.truncatedTo(java.time.temporal.ChronoUnit.DAYS).plus(Duration.ofHours(4));
        post.clock.forward(Duration.between(post.clock.instant(), noon));
    }

    private String said(String key, int member, long template, int priority) {
        post.intend(post.intent(key + own, member, template, priority));
        post.send(keyed);
        return post.state(key + own);
    }

    @Test
    void aTakenBackConsentIsANo() {
        noon();
        int member = member("no", "{\"consent_p-%s\": false}".formatted(own));
        long template = post.template(keyed, "marketing", "hello");

        assertThat(said("no", member, template, 5)).isEqualTo("SUPPRESSED CONSENT_REFUSED");
        identities.consent(member, keyed.name(), true);
        assertThat(said("yes", member, template, 5)).isEqualTo("SENT");
        assertThat(messages.tally("test", "no" + own))
                .extracting(Messages.Tally::outcome, Messages.Tally::reason)
                .contains(org.assertj.core.api.Assertions.tuple("SUPPRESSED", "CONSENT_REFUSED"));
    }

    @Test
    void whoTookTheirConsentBackStillHearsOfTheirOrder() {
        noon();
        int member = member("order", "{\"consent_p-%s\": false}".formatted(own));

        assertThat(said("order", member, post.template(keyed, "service", "your order is on its way"), 5))
                .isEqualTo("SENT");
        assertThat(said("care", member, post.template(keyed, "care", "happy birthday"), 5))
                .isEqualTo("SUPPRESSED CONSENT_REFUSED");
    }

    /** As V811 and V815 do it. */
    @Test
    @Transactional
    void aBrandThatHasBeenSendingKeepsThePolicyItHad() throws IOException {
        postgres.sql("DELETE FROM reach_policy").update();
        List<Rule> ofNewBrand = policies.current().rules();
        post.intend(post.intent("kept" + own, member("kept", "{}"), post.template(keyed, "service", "hello"), 5));

        List<Rule> latest = kept("V815__policy_kept_again.sql");
        assertThat(latest.subList(0, 5)).isEqualTo(ofNewBrand.subList(0, 5));
        assertThat(latest.get(5))
                .isEqualTo(new Rule.FrequencyCap(
                        ofNewBrand.get(6).name(),
                        new Rule.Applies(Set.of(), Set.of(), Set.of("service")),
                        3,
                        24,
                        Rule.Then.LATER));
        assertThat(latest.getLast()).isEqualTo(ofNewBrand.getLast());
        assertThat(latest).hasSize(ofNewBrand.size() - 2);
        assertThat(policies.endsService(keyed.name())).isFalse();

        postgres.sql("DELETE FROM reach_policy").update();
        List<Rule> first = kept("V811__policy_kept.sql");
        assertThat(first.getFirst())
                .isEqualTo(new Rule.Consent(
                        ofNewBrand.getFirst().name(), new Rule.Applies(Set.of(), Set.of(), Set.of()), false));
        assertThat(first.subList(1, first.size())).isEqualTo(latest.subList(1, latest.size()));
        assertThat(policies.endsService(keyed.name())).isTrue();
    }

    private List<Rule> kept(String name) throws IOException {
        String migration =
                new ClassPathResource("db/migration/messaging/" + name).getContentAsString(StandardCharsets.UTF_8);
        assertThat(postgres.sql(migration).update()).isOne();
        assertThat(postgres.sql(migration).update()).as("who has one keeps it").isZero();
        return policies.current().rules();
    }

    @Test
    void whoIsHeldOutGloballyIsToldNothingButWhatTheRuleSpares() {
        noon();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        long period = caller.post("/api/experiments/holdout", """
                        {"share": 0.2, "fromDay": "%1$s", "untilDay": "%1$s"}""".formatted(today))
                .json()
                .path("id")
                .asLong();
        long marketing = post.template(keyed, "marketing", "hello");
        List<Integer> held = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        try {
            for (int n = 0; n < 200 && (held.isEmpty() || others.isEmpty()); n++) {
                int member = member("global" + n, "{}");
                (global.holdsOut(member) ? held : others).add(member);
            }
            assertThat(said("held", held.getFirst(), marketing, 5)).isEqualTo("SUPPRESSED HOLDOUT");
            assertThat(said("spared", held.getFirst(), post.template(keyed, "service", "your order"), 5))
                    .isEqualTo("SENT");
            assertThat(said("other", others.getFirst(), marketing, 5)).isEqualTo("SENT");
        } finally {
            caller.delete("/api/experiments/holdout/" + period);
        }
        assertThat(said("after", held.getFirst(), marketing, 5)).isEqualTo("SENT");
    }

    @Test
    void whoIsKeptBackOfATemplateIsNotToldByIt() {
        noon();
        long template = post.template(keyed, "marketing", "hello");
        long other = post.template(keyed, "marketing", "hello again");
        long holdout = caller.post("/api/experiments/holdouts", """
                        {"kind":"TEMPLATE","number":%d,"share":0.5}""".formatted(template))
                .json()
                .path("experiment")
                .asLong();
        RoaringBitmap members = new RoaringBitmap();
        Map<Integer, String> said = new HashMap<>();
        for (int n = 0; n < 12; n++) {
            int member = member("held" + n, "{}");
            members.add(member);
            said.put(member, said("held" + n, member, template, 5));
            assertThat(said("other" + n, member, other, 5)).isEqualTo("SENT");
        }
        Map<String, RoaringBitmap> arms = assignments.assign(holdout, members);
        said.forEach((member, state) -> assertThat(state)
                .isEqualTo(
                        java.util.Objects.requireNonNull(arms.get(Assignments.HELD_OUT))
                                        .contains(member)
                                ? "SUPPRESSED KEPT_BACK"
                                : "SENT"));
        assertThat(said.values()).contains("SUPPRESSED KEPT_BACK", "SENT");
        assertThat(caller.get("/api/experiments/" + holdout)
                        .json()
                        .path("exposed")
                        .asInt())
                .isEqualTo(12);
    }

    @Test
    void whoIsKeptBackOfATemplateAndMayNotBeReachedIsNotExposed() {
        noon();
        long template = post.template(keyed, "marketing", "hello");
        long holdout = caller.post("/api/experiments/holdouts", """
                        {"kind":"TEMPLATE","number":%d,"share":0.5}""".formatted(template))
                .json()
                .path("experiment")
                .asLong();
        int member = member("refuses", "{\"consent_p-%s\": false}".formatted(own));
        assertThat(said("refuses", member, template, 5)).isEqualTo("SUPPRESSED CONSENT_REFUSED");
        assertThat(caller.get("/api/experiments/" + holdout)
                        .json()
                        .path("exposed")
                        .asInt())
                .isZero();
    }

    @Test
    void byNightItWaitsForTheMembersMorning() {
        noon();
        int away = member("away", "{\"timezone\": \"America/New_York\"}"); // there it is night
        int here = member("here", "{}");
        long template = post.template(keyed, "marketing", "hello");

        assertThat(said("away", away, template, 5)).isEqualTo("WAITING QUIET_HOURS");
        assertThat(said("here", here, template, 5)).isEqualTo("SENT");
        post.clock.forward(Duration.ofHours(9)); // 21:00 here, 08:00 or 09:00 there
        post.send(keyed);
        assertThat(post.state("away" + own)).isEqualTo("SENT");
    }

    @Test
    void aServiceMessageDoesNotWait() {
        noon();
        int away = member("service", "{\"timezone\": \"America/New_York\"}");

        assertThat(said("service", away, post.template(keyed, "service", "your order"), 5))
                .isEqualTo("SENT");
    }

    @Test
    void theFourthOfADayWaitsUntilTheFirstIsADayAgo() {
        noon();
        int member = member("four", "{}");
        long template = post.template(keyed, "marketing", "hello");
        for (int n = 1; n <= 3; n++) {
            assertThat(said("four" + n, member, template, 5)).isEqualTo("SENT");
            post.clock.forward(Duration.ofHours(1));
        }

        assertThat(said("four4", member, template, 5)).isEqualTo("WAITING FREQUENCY_CAP");
        post.clock.forward(Duration.ofHours(20));
        post.send(keyed);
        assertThat(post.state("four4" + own)).isEqualTo("WAITING FREQUENCY_CAP");
        post.clock.forward(Duration.ofHours(2));
        post.send(keyed);
        assertThat(post.state("four4" + own)).isEqualTo("SENT");
    }

    @Test
    void theLessImportantYields() {
        noon();
        int member = member("yield", "{}");
        long template = post.template(keyed, "marketing", "hello");
        post.intend(post.intent("small" + own, member, template, 3), post.intent("big" + own, member, template, 7));

        post.send(keyed);

        assertThat(post.state("big" + own)).isEqualTo("SENT");
        assertThat(post.state("small" + own)).isEqualTo("WAITING YIELDED");
        post.clock.forward(Duration.ofMinutes(61));
        post.send(keyed);
        assertThat(post.state("small" + own)).isEqualTo("SENT");
    }

    @Test
    void whatIsTooLateOrForNobodyIsNotSaid() {
        noon();
        int member = member("late", "{}");
        long template = post.template(keyed, "service", "hello");
        Instant now = post.clock.instant();
        messages.intend(List.of(
                new Intent("late" + own, member, template, new Origin("test", own, null), "", 5, now, now, Map.of())));

        assertThat(said("nobody", Integer.MAX_VALUE, template, 5)).isEqualTo("SUPPRESSED GONE");
        assertThat(post.state("late" + own)).isEqualTo("SUPPRESSED EXPIRED");
    }

    @Test
    void whoWasMergedIsCountedAsOne() {
        noon();
        int one = member("merge1", "{}");
        int two = member("merge2", "{}");
        long template = post.template(keyed, "marketing", "hello");
        said("m1", one, template, 5);
        said("m2", one, template, 5);
        said("m3", two, template, 5);
        caller.withWriteKey(Caller.WRITE_KEY)
                .post("/v1/alias", "{\"userId\":\"merge1%s\",\"previousId\":\"merge2%s\"}".formatted(own, own));
        member("merge1", "{}");
        assertThat(identities.survivorOf(two)).isEqualTo(identities.survivorOf(one));

        assertThat(said("m4", two, template, 5)).isEqualTo("WAITING FREQUENCY_CAP");
    }

    @Test
    void whoIsBlockedByAReceiptIsNotReachedAgain() {
        noon();
        int member = member("block", "{}");
        long template = post.template(keyed, "service", "hello");
        said("block1", member, template, 5);
        receipts.take(
                keyed.name(),
                List.of(new Receipt(
                        "block1" + own, null, Receipt.Status.BLOCKED, post.clock.instant(), "unsubscribed")));

        assertThat(post.state("block1" + own)).isEqualTo("FAILED BLOCKED");
        assertThat(said("block2", member, template, 5)).isEqualTo("SUPPRESSED BLOCKED");
    }

    @Test
    void anAddressThatIsNotThereIsNotTriedAgainUntilThereIsAnother() {
        noon();
        int member = member("bounce", "{}");
        long template = post.template(keyed, "service", "hello");
        keyed.next(new Outcome.Blocked("550 no such mailbox"));

        assertThat(said("bounce1", member, template, 5)).isEqualTo("SUPPRESSED BLOCKED");
        assertThat(said("bounce2", member, template, 5)).isEqualTo("SUPPRESSED BLOCKED");
        postgres.sql("UPDATE message_block SET address = 'the one before' WHERE member_no = ?")
                .param(member)
                .update();
        assertThat(said("bounce3", member, template, 5)).isEqualTo("SENT");
    }

    @Test
    void aBlockIsLiftedByHand() {
        noon();
        int member = member("lift", "{}");
        long template = post.template(keyed, "service", "hello");
        said("lift1", member, template, 5);
        receipts.take(
                keyed.name(),
                List.of(new Receipt("lift1" + own, null, Receipt.Status.BLOCKED, post.clock.instant(), "stop")));
        String block = "/api/messages/blocks/" + keyed.name() + "/" + member;

        assertThat(caller.get("/api/messages/blocks?member=" + member)
                        .json()
                        .path("items")
                        .path(0)
                        .path("everyAddress")
                        .asBoolean())
                .isTrue();
        assertThat(caller.delete(block).status()).isEqualTo(204);
        assertThat(caller.delete(block).code()).isEqualTo("block.unknown");
        assertThat(said("lift2", member, template, 5)).isEqualTo("SENT");
    }

    @Test
    void nobodyYieldsToWhatIsNotSaid() {
        noon();
        int member = member("idle", "{}");
        long small = post.template(keyed, "marketing", "hello");
        long unready = post.template(new FakeProvider("unready-" + own, true), "marketing", "hello");
        Instant now = post.clock.instant();
        messages.intend(List.of(
                post.intent("unready" + own, member, unready, 9),
                new Intent(
                        "soon" + own,
                        member,
                        small,
                        new Origin("test", own, null),
                        "",
                        9,
                        now.plus(Duration.ofMinutes(20)),
                        now.plus(Duration.ofMinutes(10)),
                        Map.of())));

        assertThat(said("small2", member, small, 3)).isEqualTo("SENT");
    }

    /** Random schedules, crashes and lost answers: what reaches a member is never more than the cap within any 24 hours. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noScheduleBreaksACap(long seed) {
        noon();
        Random random = new Random(seed);
        Map<Integer, List<Instant>> got = new HashMap<>();
        List<Integer> members = List.of(member("r1", "{}"), member("r2", "{}"));
        Recorder channel = new Recorder("r-" + own, got, random);
        long template = post.template(channel, "marketing", "hello");
        int key = 0;
        for (int step = 0; step < 60; step++) {
            List<Intent> intents = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                int member = members.get(random.nextInt(2));
                intents.add(post.intent("r" + seed + "-" + key++ + own, member, template, random.nextInt(10)));
            }
            messages.intend(intents);
            Claims.Claim claim = post.claims().next(channel);
            if (random.nextInt(10) > 0) {
                post.delivery().deliver(channel, claim, () -> true);
            } // else the server dies with its claim
            post.clock.forward(Duration.ofMinutes(random.nextInt(180)));
        }

        assertThat(got).isNotEmpty();
        got.forEach((member, times) -> {
            List<Instant> sorted = times.stream().sorted().toList();
            for (int n = 3; n < sorted.size(); n++) {
                assertThat(Duration.between(sorted.get(n - 3), sorted.get(n)))
                        .as("seed %d member %d: %s", seed, member, sorted)
                        .isGreaterThanOrEqualTo(Duration.ofHours(24));
            }
        });
    }

    /** A provider that knows keys, notes when something reached a member first, and loses answers now and then. */
    private final class Recorder implements Channel.Remote {
        private final FakeProvider within;
        private final Map<Integer, List<Instant>> got;
        private final Random random;

        Recorder(String name, Map<Integer, List<Instant>> got, Random random) {
            this.within = new FakeProvider(name, true);
            this.got = got;
            this.random = random;
        }

        @Override
        public String name() {
            return within.name();
        }

        @Override
        public io.guanxi.messaging.Capabilities capabilities() {
            return within.capabilities();
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public synchronized List<Outcome> send(List<io.guanxi.messaging.Outgoing> messages) {
            int before = within.reached().size();
            List<Outcome> outcomes = within.send(messages);
            within.reached().subList(before, within.reached().size()).forEach(message -> got.computeIfAbsent(
                            message.memberNo(), _ -> new ArrayList<>())
                    .add(post.clock.instant()));
            return outcomes.stream()
                    .map(outcome -> random.nextInt(5) == 0 ? new Outcome.Unknown("lost") : outcome)
                    .toList();
        }
    }
}
