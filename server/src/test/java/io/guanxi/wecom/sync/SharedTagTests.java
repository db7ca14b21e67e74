package io.guanxi.wecom.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Waiting;
import io.guanxi.wecom.WeComTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tags made here are made in WeCom once, where their group is to be there, and what WeCom refuses is told. */
class SharedTagTests extends WeComTest {

    private static final String MAKE = "externalcontact/add_corp_tag";
    private static final String MARK = "externalcontact/mark_tag";

    private final String guide = "shared-" + own;
    private final String group = "我们" + own;
    private int groupNo;
    private int others;

    @BeforeEach
    void aGroupOfOurs() {
        enterprise.hire(guide, "王导购");
        groupNo = group(group);
    }

    private int group(String name) {
        return caller.post("/api/tags/groups", "{\"name\": \"%s\"}".formatted(name))
                .json()
                .path("id")
                .asInt();
    }

    private int tag(String name) {
        return tag(groupNo, name);
    }

    private int tag(int no, String name) {
        return caller.post("/api/tags", "{\"group\": %d, \"name\": \"%s\"}".formatted(no, name))
                .json()
                .path("id")
                .asInt();
    }

    private void share(boolean inWeCom) {
        share(groupNo, inWeCom);
    }

    private void share(int no, boolean inWeCom) {
        assertThat(caller.put("/api/wecom/tags/groups/" + no, "{\"inWeCom\": %b}".formatted(inWeCom))
                        .status())
                .isEqualTo(200);
    }

    /** Goes on when WeCom was given tags of two other groups, one after the other: what was due before is there by then, too. */
    private void othersAreMade() {
        for (int turn = 0; turn < 2; turn++) {
            String name = "别组" + own + ++others;
            int no = group(name);
            tag(no, "别的");
            share(no, true);
            Waiting.until(() -> enterprise.corpTags().named(name).equals(List.of("别的")));
        }
    }

    private String customer(String name) {
        String customer = enterprise.person(name + own, null);
        tell(enterprise.adds(customer, guide, null));
        settle();
        return customer;
    }

    private void put(int tag, String customer) {
        assertThat(caller.put("/api/members/" + member(customer) + "/tags/" + tag, "{}")
                        .status())
                .isBetween(200, 204);
    }

    private String theirs(String name) {
        return enterprise.corpTags().id(group, name);
    }

    private List<JsonNode> unmade() {
        return caller.get("/api/wecom/tags")
                .json()
                .path("unmade")
                .valueStream()
                .filter(it -> it.path("group").asString().equals(group))
                .toList();
    }

    private List<JsonNode> refusedFor(String customer) {
        return caller.get("/api/wecom/tags")
                .json()
                .path("marks")
                .valueStream()
                .filter(it -> it.path("member").asInt() == member(customer))
                .toList();
    }

    @Test
    void aTagMadeHereIsMadeThereOnlyWhereItsGroupIsToBe() {
        String customer = customer("甲");
        put(tag("高价值"), customer);
        othersAreMade();
        assertThat(enterprise.corpTags().named(group)).isEmpty();

        share(true);

        Waiting.until(() -> enterprise.corpTags().named(group).equals(List.of("高价值")));
        Waiting.until(() -> enterprise.tagsOf(guide, customer).equals(Set.of(theirs("高价值"))));
        assertThat(unmade()).isEmpty();
        assertThat(caller.get("/api/wecom/tags")
                        .json()
                        .path("groups")
                        .valueStream()
                        .map(JsonNode::asInt))
                .contains(groupNo);

        share(false);
        put(tag("新的"), customer);
        othersAreMade();
        assertThat(enterprise.corpTags().named(group))
                .as("what is there stays, and nothing is added")
                .containsExactly("高价值");
    }

    @Test
    void whatALostAnswerOrAServerThatDiedLeftBehindIsFoundAndNotMadeAgain() {
        String customer = customer("乙");
        List<Integer> ours = List.of(tag("一"), tag("二"), tag("三"));
        ours.forEach(tag -> put(tag, customer));
        enterprise.tags(group, "二"); // as if made by a server that died before it knew
        WECOM.lose(MAKE, 2);
        int calls = WECOM.calls(MAKE);

        share(true);

        Waiting.until(() -> enterprise.tagsOf(guide, customer).size() == 3);
        assertThat(enterprise.corpTags().named(group)).containsExactlyInAnyOrder("一", "二", "三");
        assertThat(WECOM.calls(MAKE)).as("it was asked for").isGreaterThan(calls);
        assertThat(unmade()).isEmpty();
        WECOM.lose(MAKE, 0);
    }

    @Test
    void whereWeComSaysItExistsTheListIsReadAnew() {
        String customer = customer("丙");
        int early = tag("早");
        put(early, customer);
        put(tag("晚"), customer);
        WECOM.refuse(MAKE, 40071, 1); // somebody was faster with one of them; nothing was made

        share(true);

        Waiting.until(() -> enterprise.tagsOf(guide, customer).size() == 2);
        assertThat(enterprise.corpTags().named(group)).containsExactlyInAnyOrder("早", "晚");
    }

    @Test
    void aTagThatWeComDoesNotMakeIsToldWithItsReason() {
        tag("不行");
        WECOM.refuse(MAKE, 40072, 1);

        share(true);

        Waiting.until(() -> !unmade().isEmpty());
        assertThat(unmade().getFirst().path("name").asString()).isEqualTo("不行");
        assertThat(unmade().getFirst().path("reason").asString()).contains("40072");
        assertThat(caller.post("/api/wecom/tags/retry", "").status()).isEqualTo(200);
        Waiting.until(() -> enterprise.corpTags().named(group).equals(List.of("不行")));
        assertThat(unmade()).isEmpty();
    }

    @Test
    void aTagDeletedThereIsNotMadeAgainUntilTheGroupIsSwitchedOnAnew() {
        String customer = customer("丁");
        put(tag("删"), customer);
        share(true);
        Waiting.until(() -> enterprise.tagsOf(guide, customer).size() == 1);

        tell(enterprise.corpTags().delete(theirs("删")));
        settle();
        othersAreMade();
        assertThat(enterprise.corpTags().named(group)).isEmpty();
        assertThat(unmade().getFirst().path("reason").asString()).startsWith("deleted in WeCom");

        share(false);
        share(true);
        Waiting.until(() -> enterprise.corpTags().named(group).equals(List.of("删")));
        Waiting.until(() -> enterprise.tagsOf(guide, customer).equals(Set.of(theirs("删"))));
    }

    @Test
    void aNewContactIsMarkedWithWhatItsMemberCarriesButForOthersWord() {
        String customer = customer("戊");
        put(tag("本店"), customer);
        share(true);
        Waiting.until(() -> enterprise.tagsOf(guide, customer).size() == 1);
        String said = enterprise.tags("他组" + own, "导购说").getFirst();
        tell(enterprise.corpTags().made(said));
        tell(enterprise.marks(guide, customer, List.of(said), List.of()));
        settle();

        String second = "second-" + own;
        enterprise.hire(second, "李导购");
        tell(enterprise.adds(customer, second, null));
        settle();

        Waiting.until(() -> enterprise.tagsOf(second, customer).equals(Set.of(theirs("本店"))));
        Waiting.until(() -> postgres.sql("SELECT count(*) FROM wecom_contact WHERE employee = ? AND marks_due")
                        .param(second)
                        .query(Long.class)
                        .single()
                == 0);
        assertThat(enterprise.tagsOf(second, customer)).doesNotContain(said);
    }

    @Test
    void aMarkThatWeComRefusesIsKeptWithItsReasonUntilItIsNotWantedAnyMore() {
        String customer = customer("己");
        int tag = tag("拒");
        share(true);
        Waiting.until(() -> enterprise.corpTags().named(group).equals(List.of("拒")));
        WECOM.refuse(MARK, 84061, 1);
        put(tag, customer);

        Waiting.until(() -> !refusedFor(customer).isEmpty());
        JsonNode refused = refusedFor(customer).getFirst();
        assertThat(refused.path("refused").asBoolean()).isTrue();
        assertThat(refused.path("putOn").asBoolean()).isTrue();
        assertThat(refused.path("tag").asString()).isEqualTo("拒");
        assertThat(refused.path("employee").asString()).isEqualTo(guide);
        assertThat(refused.path("reason").asString()).contains("84061");

        String other = customer("庚");
        put(tag, other); // the tag changes: that is no reason to ask again
        Waiting.until(() -> enterprise.tagsOf(guide, other).size() == 1);
        assertThat(enterprise.tagsOf(guide, customer)).isEmpty();

        assertThat(caller.post("/api/wecom/tags/retry", "").status()).isEqualTo(200);
        Waiting.until(() -> enterprise.tagsOf(guide, customer).equals(Set.of(theirs("拒"))));
        Waiting.until(() -> refusedFor(customer).isEmpty());

        WECOM.refuse(MARK, 84061, 1);
        assertThat(caller.delete("/api/members/" + member(customer) + "/tags/" + tag)
                        .status())
                .isBetween(200, 204);
        Waiting.until(() -> !refusedFor(customer).isEmpty());
        assertThat(refusedFor(customer).getFirst().path("putOn").asBoolean()).isFalse();
        put(tag, customer);
        Waiting.until(() -> refusedFor(customer).isEmpty());
    }

    @Test
    void aGroupThatIsNotThereCannotBeShared() {
        assertThat(caller.put("/api/wecom/tags/groups/99999999", "{\"inWeCom\": true}")
                        .status())
                .isEqualTo(404);
        assertThat(caller.put("/api/wecom/tags/groups/" + groupNo, "{}").status())
                .isEqualTo(400);
    }
}
