package io.guanxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

class ResolvingProperties {

    @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
    void anyOrderAndSplitGivesTheSamePeople(
            @ForAll("unlimited") List<TestEvent> events,
            @ForAll long seed,
            @ForAll @IntRange(min = 4, max = 9) int batchSize) {
        TestMembers members = TestMembers.empty();
        members.resolve(events);
        Set<List<String>> atOnce = Set.copyOf(members.identifiers().values());

        members = TestMembers.empty();
        List<TestEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        for (int from = 0; from < shuffled.size(); from += batchSize) {
            members.resolve(shuffled.subList(from, Math.min(shuffled.size(), from + batchSize)));
        }

        assertThat(Set.copyOf(members.identifiers().values())).isEqualTo(atOnce);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
    void resolvingTwiceIsResolvingOnce(
            @ForAll("anything") List<TestEvent> before, @ForAll("anything") List<TestEvent> events) {
        TestMembers members = TestMembers.empty();
        members.resolve(before);
        TestMembers.Resolved first = members.resolve(events);
        var people = members.identifiers();
        TestMembers.Resolved again = members.resolve(events);

        assertThat(again.members()).isEqualTo(first.members());
        assertThat(members.identifiers()).isEqualTo(people);
        assertThat(again.resolution().newMembers()).isZero();
        assertThat(again.resolution().newIdentifiers()).isZero();
        assertThat(again.resolution().merges()).isZero();
    }

    @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
    void numbersAreDenseAndEveryEventHasALiveMember(
            @ForAll("anything") List<TestEvent> one, @ForAll("anything") List<TestEvent> two) {
        TestMembers members = TestMembers.empty();
        members.resolve(one);
        TestMembers.Resolved resolved = members.resolve(two);

        List<Integer> everGiven = members.postgres
                .sql("SELECT member_no FROM member UNION ALL SELECT member_no FROM member_alias ORDER BY member_no")
                .query(Integer.class)
                .list();
        for (int i = 0; i < everGiven.size(); i++) {
            assertThat(everGiven.get(i)).isEqualTo(i + 1);
        }
        assertThat(members.live()).containsAll(resolved.members().values());
        assertThat(resolved.members()).hasSize(two.size());
        assertThat(members.live())
                .containsExactlyElementsOf(members.identifiers().keySet());
        assertThat(members.identities.count()).isEqualTo(members.live().size());
    }

    /** Kinds that all name a person, too few values to reach a limit; a visitor's mark belongs to one person. */
    @Provide
    Arbitrary<List<TestEvent>> unlimited() {
        return events(Arbitraries.of(
                "user:1",
                "user:2",
                "card:1",
                "card:2",
                "card:3",
                "phone:13900000001",
                "phone:13900000002",
                "email:a@b.cn",
                "unionid:o1",
                "unionid:o2"));
    }

    @Provide
    Arbitrary<List<TestEvent>> anything() {
        return events(Arbitraries.integers().between(1, 9).flatMap(i -> Arbitraries.of(
                        "user", "customer", "phone", "device", "anonymous", "shelf")
                .map(kind -> kind + ":" + kind + 13 + i)));
    }

    private static Arbitrary<List<TestEvent>> events(Arbitrary<String> identifiers) {
        Arbitrary<Set<String>> some = identifiers.set().ofMinSize(1).ofMaxSize(3);
        Arbitrary<TestEvent> event = Combinators.combine(
                        some, Arbitraries.integers().between(0, 50))
                .as((held, minute) -> new TestEvent("", minute, List.copyOf(held), null));
        return event.list().ofMinSize(1).ofMaxSize(25).map(list -> {
            List<TestEvent> named = new ArrayList<>();
            for (TestEvent each : list) {
                named.add(new TestEvent("e" + named.size(), each.minute(), each.identifiers(), null));
            }
            return named.stream().collect(Collectors.toUnmodifiableList());
        });
    }
}
