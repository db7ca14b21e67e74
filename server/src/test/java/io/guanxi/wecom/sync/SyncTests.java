package io.guanxi.wecom.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.tag.Tag;
import io.guanxi.tag.Tags;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Waiting;
import io.guanxi.wecom.WeComTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything is read once, whatever happens on the way, and tags go both ways. */
class SyncTests extends WeComTest {

    private static final Instant LONG_AGO = Instant.parse("2024-05-01T02:00:00Z");

    @Autowired
    Tags tags;

    private final String guide = "sync-" + own;

    private Answer connection() {
        return caller.get("/api/wecom");
    }

    private boolean resting() {
        return !connection().json().path("sync").path("finishedAt").isNull()
                && !connection().json().path("sync").path("finishedAt").isMissingNode();
    }

    private void sync() {
        Waiting.until(this::resting);
        assertThat(caller.post("/api/wecom/sync", "").status()).isEqualTo(202);
        Waiting.until(this::resting);
        mart.settle();
    }

    private long contacts(String employee) {
        return postgres.sql("SELECT count(*) FROM wecom_contact WHERE employee = ? AND ended_at IS NULL")
                .param(employee)
                .query(Long.class)
                .single();
    }

    @Test
    void whoWasAContactLongAgoIsAMemberToWhomNothingHappensNow() {
        enterprise.hire(guide, "王导购");
        String customer = enterprise.person("老友" + own, "union-old-" + own);
        enterprise.adds(customer, guide, null, LONG_AGO);

        sync();

        assertThat(member(customer)).isPositive();
        assertThat(eventsOf(customer)).containsExactly("Profile Updated");
        assertThat(postgres.sql("SELECT name FROM wecom_employee WHERE employee = ?")
                        .param(guide)
                        .query(String.class)
                        .single())
                .isEqualTo("王导购");
    }

    @Test
    void aSyncGoesOnWhereItWasWhenConnectionsDropAndTokensExpire() {
        enterprise.hire(guide, "王导购");
        for (int i = 0; i < 250; i++) {
            enterprise.adds(enterprise.person("多" + i + own, null), guide, null, LONG_AGO);
        }
        Waiting.until(this::resting);
        WECOM.expireTokens();
        WECOM.refuse("externalcontact/batch/get_by_user", 45033, 1);
        WECOM.refuse("externalcontact/get_corp_tag_list", 45009, 1);
        WECOM.dropBefore(2);

        sync();

        assertThat(contacts(guide)).isEqualTo(250);
        assertThat(connection().json().path("sync").path("contacts").asLong())
                .isEqualTo(postgres.sql("SELECT count(*) FROM wecom_contact WHERE ended_at IS NULL")
                        .query(Long.class)
                        .single());
    }

    @Test
    void aContactThatIsGoneIsEnded() {
        enterprise.hire(guide, "王导购");
        String customer = enterprise.person("不见" + own, null);
        enterprise.adds(customer, guide, null, LONG_AGO);
        sync();
        assertThat(contacts(guide)).isEqualTo(1);

        enterprise.deletes(customer, guide);
        sync();

        assertThat(contacts(guide)).isZero();
    }

    @Test
    void aForbiddenAddressBookLeavesEmployeesWithoutNames() {
        enterprise.hire(guide, "王导购");
        WECOM.addressBookForbidden(true);
        try {
            sync();
        } finally {
            WECOM.addressBookForbidden(false);
        }

        assertThat(connection().json().path("sync").path("trouble").isNull()).isTrue();
        assertThat(postgres.sql("SELECT name IS NULL FROM wecom_employee WHERE employee = ?")
                        .param(guide)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void groupChatsAreReadWithTheirMembers() {
        enterprise.hire(guide, "王导购");
        String customer = enterprise.person("群友" + own, null);
        String chat = enterprise.chat("同步群" + own, guide);
        enterprise.joins(customer, chat);

        sync();

        assertThat(eventsOf(customer)).containsExactly("Community Joined");
    }

    private Tag ours(String group, String name) {
        return tags.all().stream()
                .filter(tag -> tag.groupName().equals(group) && tag.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean carries(int member, int tag) {
        return caller.get("/api/members/" + member + "/tags")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(item -> item.path("tag").asInt() == tag
                        && item.path("by").path("kind").asString().equals("WECOM"));
    }

    @Test
    void aTagOfWeComComesToTheMemberAndGoesAgain() {
        enterprise.hire(guide, "王导购");
        List<String> theirs = enterprise.tags("组" + own, "茶", "咖啡");
        String customer = enterprise.person("标" + own, null);
        enterprise.adds(customer, guide, null, LONG_AGO);
        enterprise.marks(guide, customer, List.of(theirs.getFirst()), List.of());

        sync();
        Tag tea = ours("组" + own, "茶");
        Waiting.until(() -> carries(member(customer), tea.id()));

        enterprise.marks(guide, customer, List.of(theirs.getLast()), List.of(theirs.getFirst()));
        sync();
        Waiting.until(() -> carries(member(customer), ours("组" + own, "咖啡").id()));
        Waiting.until(() -> !carries(member(customer), tea.id()));
        assertThat(enterprise.tagsOf(guide, customer)).containsExactly(theirs.getLast());
    }

    @Test
    void whatBecomesOfATagInWeComIsKnownWithoutASync() {
        enterprise.hire(guide, "王导购");
        String theirs = enterprise.tags("话组" + own, "新品").getFirst();
        tell(enterprise.corpTags().made(theirs));
        settle();
        Tag tag = ours("话组" + own, "新品");
        String customer = enterprise.person("话" + own, null);
        tell(enterprise.adds(customer, guide, null));
        tell(enterprise.marks(guide, customer, List.of(theirs), List.of()));
        settle();
        Waiting.until(() -> carries(member(customer), tag.id()));

        int asked = WECOM.calls("externalcontact/get_corp_tag_list");
        tell(enterprise.corpTags().shuffle(theirs));
        settle();
        assertThat(WECOM.calls("externalcontact/get_corp_tag_list"))
                .as("their order has no meaning here")
                .isEqualTo(asked);
        tell(enterprise.corpTags().rename(theirs, "上新"));
        settle();
        assertThat(postgres.sql("SELECT name FROM wecom_tag WHERE tag = ? AND own = ?")
                        .params(theirs, tag.id())
                        .query(String.class)
                        .single())
                .isEqualTo("上新");

        // Nobody says of each customer that it is off: it comes off here all the same, and a new one of its name takes
        // its place.
        tell(enterprise.corpTags().delete(theirs));
        settle();
        Waiting.until(() -> !carries(member(customer), tag.id()));
        String again = enterprise.tags("话组" + own, "新品").getFirst();
        tell(enterprise.corpTags().made(again));
        settle();
        tell(enterprise.marks(guide, customer, List.of(again), List.of()));
        settle();
        Waiting.until(() -> carries(member(customer), tag.id()));
        assertThat(enterprise.tagsOf(guide, customer)).containsExactly(again);
    }

    @Test
    void aTagPutOnHereGoesToWeComAndComesOffThere() {
        enterprise.hire(guide, "王导购");
        String theirs = enterprise.tags("我组" + own, "常客").getFirst();
        String customer = enterprise.person("我标" + own, null);
        enterprise.adds(customer, guide, null, LONG_AGO);
        sync();
        int tag = ours("我组" + own, "常客").id();
        int member = member(customer);

        assertThat(caller.put("/api/members/" + member + "/tags/" + tag, "{}").status())
                .isBetween(200, 204);
        Waiting.until(() -> enterprise.tagsOf(guide, customer).equals(Set.of(theirs)));

        assertThat(caller.delete("/api/members/" + member + "/tags/" + tag).status())
                .isBetween(200, 204);
        Waiting.until(() -> enterprise.tagsOf(guide, customer).isEmpty());
    }
}
