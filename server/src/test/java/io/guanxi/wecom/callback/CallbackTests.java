package io.guanxi.wecom.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.simulator.wecom.Enterprise.Happening;
import io.guanxi.simulator.wecom.WeComStandIn.Answered;
import io.guanxi.testing.Answer;
import io.guanxi.wecom.WeComTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What WeCom calls out is kept before it is answered, and comes once as events, however often it is said. */
class CallbackTests extends WeComTest {

    @Autowired
    CallbackTable callbacks;

    private final String guide = "guide-" + own;

    private String address() {
        return caller.address() + "/wecom/callback";
    }

    @Test
    void weComCanProveThatCallbacksAreReadHere() {
        Answered answered = WECOM.verify(address(), "echo-" + own);

        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.body()).isEqualTo("echo-" + own);
    }

    @Test
    void whatIsNotSignedIsRefused() {
        Answer answer = caller.anonymous()
                .post("/wecom/callback?msg_signature=00&timestamp=1&nonce=1", "<xml><Encrypt>AAAA</Encrypt></xml>");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("code").asString()).isEqualTo("wecom.signature");
    }

    @Test
    void whoAddsAGuideIsAMemberWithBothIdentifiers() {
        enterprise.hire(guide, "李导购");
        String customer = enterprise.person("小林" + own, "union-" + own);

        tell(enterprise.adds(customer, guide, "spring"));
        settle();

        assertThat(eventsOf(customer)).containsExactly("Friend Added");
        assertThat(caller.get("/api/members/by/unionid/union-" + own).json().path("no"))
                .isEqualTo(caller.get("/api/members/by/external_userid/" + customer)
                        .json()
                        .path("no"));
    }

    @Test
    void theSameCallbackThriceIsOneEvent() {
        enterprise.hire(guide, "李导购");
        String customer = enterprise.person("三次" + own, null);
        Happening added = enterprise.adds(customer, guide, null);

        tell(added);
        tell(added);
        settle();
        tell(added);
        settle();

        assertThat(eventsOf(customer)).containsExactly("Friend Added");
    }

    @Test
    void twoWhoAddInTheSameSecondAreTwo() {
        enterprise.hire(guide, "李导购");
        Instant second = Instant.now().minusSeconds(5);
        String one = enterprise.person("甲" + own, null);
        String other = enterprise.person("乙" + own, null);

        tell(enterprise.adds(one, guide, null, second));
        tell(enterprise.adds(other, guide, null, second));
        settle();

        assertThat(eventsOf(one)).containsExactly("Friend Added");
        assertThat(eventsOf(other)).containsExactly("Friend Added");
    }

    @Test
    void theAnswerDoesNotWaitForTheWork() {
        enterprise.hire(guide, "李导购");
        String customer = enterprise.person("快" + own, null);
        WECOM.refuse("externalcontact/get", 45033, 2);

        Answered answered = WECOM.send(address(), enterprise.adds(customer, guide, null));

        assertThat(answered.took()).isLessThan(Duration.ofSeconds(1));
        settle();
        assertThat(eventsOf(customer)).containsExactly("Friend Added");
    }

    @Test
    void aDroppedConnectionIsTriedAgain() {
        enterprise.hire(guide, "李导购");
        String customer = enterprise.person("断" + own, null);
        WECOM.dropBefore(1);

        tell(enterprise.adds(customer, guide, null));
        settle();

        assertThat(eventsOf(customer)).containsExactly("Friend Added");
    }

    @Test
    void whoDeletesAGuideIsNoFriendAnyMore() {
        enterprise.hire(guide, "李导购");
        String customer = enterprise.person("走" + own, null);
        tell(enterprise.adds(customer, guide, null, Instant.now().minusSeconds(60)));
        settle();

        tell(enterprise.deletes(customer, guide));
        settle();

        assertThat(eventsOf(customer)).containsExactlyInAnyOrder("Friend Added", "Friend Removed");
        assertThat(postgres.sql("SELECT ended_by FROM wecom_contact WHERE external_userid = ?")
                        .param(customer)
                        .query(String.class)
                        .single())
                .isEqualTo("customer");
    }

    @Test
    void whoJoinsAndLeavesAGroupChatDoesSoInItsCommunity() {
        enterprise.hire(guide, "李导购");
        String customer = enterprise.person("群" + own, null);
        String chat = enterprise.chat("茶友群" + own, guide);

        tell(enterprise.joins(customer, chat));
        settle();
        assertThat(eventsOf(customer)).containsExactly("Community Joined");
        tell(enterprise.leaves(customer, chat));
        settle();

        assertThat(eventsOf(customer)).containsExactlyInAnyOrder("Community Joined", "Community Left");
    }

    @Test
    void whoJoinsInTheSecondOfAnotherAfterTheChatWasReadJoinsToo() {
        enterprise.hire(guide, "李导购");
        String one = enterprise.person("先" + own, null);
        String other = enterprise.person("后" + own, null);
        String chat = enterprise.chat("同秒群" + own, guide);
        Happening first = enterprise.joins(one, chat);

        tell(first);
        settle();
        tell(new Happening(first.at(), enterprise.joins(other, chat).fields()));
        settle();

        assertThat(eventsOf(one)).containsExactly("Community Joined");
        assertThat(eventsOf(other)).containsExactly("Community Joined");
    }

    @Test
    void aClaimThatWasLostIsDoneByAnotherAndOnce() {
        Instant now = Clock.systemUTC().instant();
        Callback callback = new Callback("lost-" + own, now, "other", "", null, null, null, null);
        UUID lost = UUID.randomUUID();
        Instant past = now.minus(Duration.ofHours(2));
        callbacks.keep(callback, past);
        callbacks.claim(lost, past, 100);
        settle();

        long id = postgres.sql("SELECT id FROM wecom_callback WHERE key = ?")
                .param("lost-" + own)
                .query(Long.class)
                .single();

        assertThat(callbacks.done(id, lost, now, null)).isFalse();
        assertThat(callbacks.keep(callback, now)).isFalse();
    }
}
