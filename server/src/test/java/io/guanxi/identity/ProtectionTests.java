package io.guanxi.identity;

import static io.guanxi.identity.TestEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.identity.TestMembers.Resolved;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps people apart who share something. */
class ProtectionTests {

    private TestMembers members;

    @BeforeEach
    void nobodyIsKnown() {
        members = TestMembers.empty();
    }

    @Test
    void aVisitorWhoLogsInKeepsTheirHistory() {
        members.resolve(anEvent("a", 1, "anonymous:x"));
        Resolved resolved = members.resolve(anEvent("b", 2, "user:1", "anonymous:x"), anEvent("c", 3, "anonymous:x"));

        assertThat(resolved.members()).isEqualTo(Map.of("b", 1, "c", 1));
        assertThat(members.identifiers()).isEqualTo(Map.of(1, List.of("anonymous:x", "user:1")));
    }

    @Test
    void aVisitorWhoTurnsOutToBeAKnownMemberIsMerged() {
        members.resolve(anEvent("a", 1, "user:1"), anEvent("b", 2, "anonymous:x"));
        Resolved resolved = members.resolve(anEvent("c", 3, "user:1", "anonymous:x"));

        assertThat(resolved.resolution().merges()).isEqualTo(1);
        assertThat(members.live()).containsExactly(1);
    }

    @Test
    void twoPeopleOnOneDeviceStayTwoAndTheDeviceStaysWithTheFirst() {
        TestEvent[] events = {
            anEvent("a", 1, "user:1", "device:d"), anEvent("b", 2, "user:2", "device:d"), anEvent("c", 3, "device:d")
        };
        Resolved resolved = members.resolve(events);

        assertThat(resolved.members()).isEqualTo(Map.of("a", 1, "b", 2, "c", 1));
        assertThat(refusals()).containsExactly("device:d user:2 SHARED_THING");
        assertThat(members.resolve(events).members()).isEqualTo(resolved.members());
    }

    @Test
    void theStrongestIdentifierDecidesEvenWhenItIsNotFirst() {
        Resolved resolved =
                members.resolve(anEvent("a", 1, "user:1", "device:d"), anEvent("b", 2, "device:d", "user:2"));

        assertThat(resolved.members()).isEqualTo(Map.of("a", 1, "b", 2));
    }

    @Test
    void aThingDoesNotJoinPeopleAcrossAnotherThing() {
        members.resolve(
                anEvent("a", 1, "user:1", "device:d"),
                anEvent("b", 2, "user:2", "anonymous:x"),
                anEvent("c", 3, "device:d", "anonymous:x"));

        assertThat(members.live()).containsExactly(1, 2);
    }

    @Test
    void onePhoneGluesAtMostAsManyCustomersAsTheLimitAllows() {
        List<TestEvent> shared = IntStream.range(0, 100)
                .mapToObj(i -> anEvent("e" + i, i, "customer:c" + i, "phone:13900000001"))
                .toList();
        Resolved resolved = members.resolve(shared);

        assertThat(resolved.resolution()).isEqualTo(new Resolution(96, 96, 101, 0, 95, 0));
        assertThat(members.identifiers().get(1))
                .containsExactly(
                        "customer:c0", "customer:c1", "customer:c2", "customer:c3", "customer:c4", "phone:13900000001");
        assertThat(refusals()).hasSize(95).contains("phone:13900000001 customer:c99 TOO_MANY");
        assertThat(members.resolve(shared).members()).isEqualTo(resolved.members());
    }

    @Test
    void theLimitHoldsAcrossBatches() {
        for (int i = 0; i < 7; i++) {
            members.resolve(anEvent("e" + i, i, "customer:c", "phone:1390000000" + i));
        }
        assertThat(members.identifiers()).hasSize(1);
        assertThat(members.identifiers().get(1)).hasSize(6);
        assertThat(refusals()).hasSize(2);
    }

    @Test
    void tooManyDevicesInAWeekAreNotAllOnesOwn() {
        int day = 24 * 60;
        List<TestEvent> devices = IntStream.range(0, 14)
                .mapToObj(i -> anEvent("e" + i, i < 12 ? i : 30 * day + i, "user:1", "device:d" + i))
                .toList();
        members.resolve(devices);

        assertThat(members.identifiers().get(1)).hasSize(1 + 10 + 2);
        assertThat(refusals())
                .containsExactlyInAnyOrder(
                        "device:d10 user:1 TOO_MANY_IN_A_WEEK", "device:d11 user:1 TOO_MANY_IN_A_WEEK");
    }

    @Test
    void anIdentifierThatWasRefusedMakesNoMemberWithoutEvents() {
        List<TestEvent> devices = IntStream.range(0, 12)
                .mapToObj(i -> anEvent("e" + i, i, "user:1", "device:d" + i))
                .toList();
        members.resolve(devices);

        assertThat(members.live()).containsExactly(1);
        assertThat(members.resolve(anEvent("x", 99, "device:d11")).of("x")).isEqualTo(2);
    }

    private List<String> refusals() {
        return members.postgres
                .sql(
                        "SELECT kind || ':' || key || ' ' || other_kind || ':' || other_key || ' ' || reason FROM identifier_refusal")
                .query(String.class)
                .list();
    }
}
