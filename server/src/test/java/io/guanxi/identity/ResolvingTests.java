package io.guanxi.identity;

import static io.guanxi.identity.TestEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.identity.TestMembers.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResolvingTests {

    private TestMembers members;

    @BeforeEach
    void nobodyIsKnown() {
        members = TestMembers.empty();
    }

    @Test
    void newMembersAreNumberedByFirstEventThenIdentifier() {
        Resolved resolved = members.resolve(
                anEvent("a", 5, "user:late"),
                anEvent("b", 1, "user:z"),
                anEvent("c", 1, "user:m"),
                anEvent("d", 9, "user:z"));

        assertThat(resolved.members()).isEqualTo(Map.of("a", 3, "b", 2, "c", 1, "d", 2));
        assertThat(resolved.resolution()).isEqualTo(new Resolution(3, 3, 3, 0, 0, 0));
        assertThat(members.live()).containsExactly(1, 2, 3);
    }

    @Test
    void theSameBatchAgainGivesTheSameNumbersAndAddsNothing() {
        TestEvent[] events = {
            anEvent("a", 1, "user:1", "phone:13900000001"),
            anEvent("b", 2, "user:2", "phone:13900000001"),
            anEvent("c", 3, "device:d"),
            anEvent("d", 4, "user:3", "device:d"),
            anEvent("e", 5, "user:4", "device:d")
        };
        Resolved first = members.resolve(events);
        Resolved again = members.resolve(events);

        assertThat(again.members()).isEqualTo(first.members());
        assertThat(again.resolution()).isEqualTo(new Resolution(3, 0, 0, 0, 1, 0));
    }

    @Test
    void whatIsKnownIsFoundWhicheverSideTravels() {
        List<TestEvent> odd = Stream.of(
                        "a\"b", "a,b", "\"", "a\nb", "a\r\nb", "\\N", "\\.", "NULL", "null", "' '", "李雷", "a  b", "😀",
                        "\t")
                .map(key -> anEvent("e" + key.hashCode(), 1, "user:x" + key + "x"))
                .toList();
        List<TestEvent> many = new ArrayList<>(odd);
        IntStream.range(0, 400).forEach(i -> many.add(anEvent("m" + i, 2, "user:many-" + i)));

        Resolved first = members.resolve(odd);
        Resolved theirs = members.resolve(many); // more than are known: those travel
        Resolved ours = members.resolve(odd); // fewer than are known

        assertThat(first.members()).hasSameSizeAs(odd);
        assertThat(theirs.members()).containsAllEntriesOf(first.members());
        assertThat(theirs.resolution().newMembers()).isEqualTo(400);
        assertThat(ours.members()).isEqualTo(first.members());
    }

    @Test
    void identifiersOfOneEventBelongToOneMember() {
        members.resolve(anEvent("a", 1, "user:1", "phone:13900000001", "email:Li@Example.com "));

        assertThat(members.identifiers())
                .isEqualTo(Map.of(1, List.of("email:li@example.com", "phone:13900000001", "user:1")));
    }

    @Test
    void aPhoneIsOnePhoneHoweverItIsWritten() {
        Resolved resolved = members.resolve(
                anEvent("a", 1, "phone:+86 139-0000-0001"),
                anEvent("b", 2, "phone:8613900000001"),
                anEvent("c", 3, "phone:13900000001"),
                anEvent("d", 4, "phone:0086 (139) 0000 0001"),
                anEvent("e", 5, "phone:+1 650 555 0100"));

        assertThat(resolved.members()).isEqualTo(Map.of("a", 1, "b", 1, "c", 1, "d", 1, "e", 2));
    }

    @Test
    void membersThatTurnOutToBeOneBecomeTheOldest() {
        members.resolve(anEvent("a", 1, "user:1"), anEvent("b", 2, "phone:13900000001"), anEvent("c", 3, "card:9"));
        Resolved resolved = members.resolve(anEvent("d", 4, "card:9", "phone:13900000001"), anEvent("x", 5, "card:9"));

        assertThat(resolved.members()).isEqualTo(Map.of("d", 2, "x", 2));
        assertThat(resolved.resolution().merges()).isEqualTo(1);
        assertThat(members.live()).containsExactly(1, 2);
        assertThat(aliases()).isEqualTo(Map.of(3, 2));
        assertThat(members.postgres
                        .sql(
                                "SELECT event_id || ' ' || kind || ' ' || other_kind FROM member_merge WHERE member_no = 3")
                        .query(String.class)
                        .single())
                .isEqualTo("d card phone");
    }

    @Test
    void mergesAcrossBatchesKeepAliasesFlat() {
        members.resolve(anEvent("a", 1, "user:1"), anEvent("b", 2, "user:2"), anEvent("c", 3, "user:3"));
        members.resolve(anEvent("d", 4, "user:3", "user:2"));
        assertThat(aliases()).isEqualTo(Map.of(3, 2));

        members.resolve(anEvent("e", 5, "user:2", "user:1"), anEvent("f", 6, "user:3"));

        assertThat(aliases()).isEqualTo(Map.of(2, 1, 3, 1));
        assertThat(members.live()).containsExactly(1);
        assertThat(members.identifiers()).isEqualTo(Map.of(1, List.of("user:1", "user:2", "user:3")));
    }

    @Test
    void aMemberMergedByAnotherEventOfTheBatchHasTheSurvivorsNumberEverywhere() {
        members.resolve(anEvent("a", 1, "user:1"), anEvent("b", 2, "card:2", "email:b@b.cn"));
        Resolved resolved = members.resolve(anEvent("c", 3, "user:1", "card:2"), anEvent("d", 4, "email:b@b.cn"));

        assertThat(resolved.members()).isEqualTo(Map.of("c", 1, "d", 1));
    }

    @Test
    void aChainWithinOneBatchIsOneMember() {
        List<TestEvent> chain = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            chain.add(anEvent("p" + i, i, "user:u" + i, "phone:1390000000" + i));
            chain.add(anEvent("q" + i, i, "user:u" + (i + 1), "phone:1390000000" + i));
        }
        Resolved resolved = members.resolve(chain);

        assertThat(resolved.members().values()).containsOnly(1);
        assertThat(resolved.resolution()).isEqualTo(new Resolution(1, 1, 9, 0, 0, 0));
    }

    @Test
    void valuesThatNameNobodyAreDropped() {
        Resolved resolved = members.resolve(
                anEvent("a", 1, "user:null"),
                anEvent("b", 2, "user:NULL", "anonymous:00000000-0000-0000-0000-000000000000"),
                anEvent("c", 3, "phone:+86 000-0000"),
                anEvent("d", 4, "user:-1", "user: ", "nonsense", ":x", "user:"),
                anEvent("e", 5, "user:" + "x".repeat(201)),
                anEvent("f", 6, "user:Anonymous", "card:7"),
                anEvent("g", 7, "user:undefined", "card:8"));

        assertThat(resolved.members()).isEqualTo(Map.of("f", 1, "g", 2));
        assertThat(resolved.resolution().unresolved()).isEqualTo(5);
        assertThat(members.identifiers()).isEqualTo(Map.of(1, List.of("card:7"), 2, List.of("card:8")));
    }

    @Test
    void awkwardKeysSurviveTheJourney() {
        List<String> keys = List.of("a:b", "quo\"te", "com,ma", "back\\slash", "\\N", "微信 号", "new\nline", "'");
        List<TestEvent> events = IntStream.range(0, keys.size())
                .mapToObj(i -> anEvent("e" + i, i, "user:" + keys.get(i)))
                .toList();
        Resolved first = members.resolve(events);
        Resolved again = members.resolve(events);

        assertThat(first.resolution().newMembers()).isEqualTo(keys.size());
        assertThat(again.members()).isEqualTo(first.members());
        assertThat(members.postgres
                        .sql("SELECT key FROM identifier")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    private Map<Integer, Integer> aliases() {
        Map<Integer, Integer> aliases = new java.util.TreeMap<>();
        members.postgres.sql("SELECT member_no, into_no FROM member_alias").query(row -> {
            aliases.put(row.getInt(1), row.getInt(2));
        });
        return aliases;
    }
}
