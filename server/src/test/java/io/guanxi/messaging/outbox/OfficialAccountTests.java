package io.guanxi.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.identity.Identities;
import io.guanxi.mart.Mart;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What WeChat tells of the official account becomes events, receipts and blocks, once, however often it is told. */
@ServerTest
class OfficialAccountTests {

    private static final String PATH = "/official-account/callback";
    private static final String CHANNEL = "official_account";

    @Autowired
    Caller caller;

    @Autowired
    Post post;

    @Autowired
    Identities identities;

    @Autowired
    BlockTable blocks;

    @Autowired
    Mart mart;

    @Autowired
    JdbcClient postgres;

    private final String openid = "o-" + UUID.randomUUID();
    private final FakeProvider account = new FakeProvider(CHANNEL, false);

    @Test
    void weChatCanProveThatCallbacksAreReadHere() {
        String now = Long.toString(Instant.now().getEpochSecond());
        String asked = PATH + "?timestamp=" + now + "&nonce=7&echostr=hello&signature=";

        Answer proved = caller.anonymous().get(asked + SHA1.gen(Caller.ACCOUNT_TOKEN, now, "7"));

        assertThat(proved.status()).isEqualTo(200);
        assertThat(proved.text()).isEqualTo("hello");
        assertThat(caller.anonymous().get(asked + SHA1.gen("another", now, "7")).status())
                .isEqualTo(401);
    }

    @Test
    void whatIsNotSignedOrOldOrNotEncryptedOrTooLargeIsRefused() {
        String now = Long.toString(Instant.now().getEpochSecond());
        String yesterday = Long.toString(Instant.now().minus(Duration.ofDays(1)).getEpochSecond());
        String body = "<xml><Encrypt>AAAA</Encrypt></xml>";

        assertThat(refusal(now, "00", "&msg_signature=00", body)).isEqualTo("401 official-account.signature");
        assertThat(refusal(yesterday, signature(yesterday), "&msg_signature=00", body))
                .isEqualTo("401 official-account.signature");
        assertThat(refusal(now, signature(now), "&msg_signature=00", body)).isEqualTo("401 official-account.signature");
        assertThat(refusal(now, signature(now), "", "<xml><MsgType>text</MsgType></xml>"))
                .isEqualTo("400 official-account.plain");
        assertThat(refusal(now, signature(now), "&msg_signature=00", "x".repeat(70_000)))
                .isEqualTo("413 official-account.too-large");
    }

    private String refusal(String timestamp, String signature, String more, String body) {
        Answer answer = send(PATH + "?nonce=7&timestamp=" + timestamp + "&signature=" + signature + more, body);
        return answer.status() + " " + answer.json().path("code").asString();
    }

    private static String signature(String timestamp) {
        return SHA1.gen(Caller.ACCOUNT_TOKEN, timestamp, "7");
    }

    @Test
    void whoFollowsIsAMemberAndIsToldOfOnce() {
        Instant at = Instant.now().minusSeconds(60);
        String told = event("subscribe", at, "<EventKey>qrscene_spring</EventKey>");

        tell(told);
        tell(told);
        tell(event("SCAN", at.plusSeconds(5), "<EventKey>autumn</EventKey>"));
        tell(event("CLICK", at.plusSeconds(6), "<EventKey>coupons</EventKey>"));
        tell(event("LOCATION", at.plusSeconds(7), "<Latitude>31.2</Latitude>"));

        assertThat(noted())
                .containsExactly(
                        "Account Followed {\"channel\":\"official_account\",\"scene\":\"spring\"}",
                        "Code Scanned {\"channel\":\"official_account\",\"scene\":\"autumn\"}",
                        "Menu Tapped {\"channel\":\"official_account\",\"item\":\"coupons\"}");
        mart.settle();
        assertThat(identities.find("openid", openid)).isPresent();
    }

    @Test
    void whatIsWrittenAnswersTheLastMessageAndNoEarlierOne() {
        String first = sent("first");
        post.clock.forward(Duration.ofMinutes(10));
        String second = sent("second");
        Instant written = post.clock.instant().plusSeconds(30);
        post.clock.forward(Duration.ofMinutes(10));
        String third = sent("third");
        String told = message("text", written, "<Content><![CDATA[优惠 <1>]]></Content>");

        tell(told);
        tell(told);

        assertThat(noted())
                .containsExactly(
                        "Message Sent {\"channel\":\"official_account\",\"type\":\"text\",\"text\":\"优惠 <1>\"}");
        assertThat(post.events(first)).containsExactly("Message Dispatched");
        assertThat(post.events(second)).containsExactly("Message Dispatched", "Message Delivered", "Message Replied");
        assertThat(post.events(third)).containsExactly("Message Dispatched");
    }

    @Test
    void whatIsWrittenTwoDaysLaterAnswersNothing() {
        String key = sent("long ago");

        tell(message("image", post.clock.instant().plus(Duration.ofHours(49)), "<PicUrl>https://x.example</PicUrl>"));

        assertThat(noted()).containsExactly("Message Sent {\"channel\":\"official_account\",\"type\":\"image\"}");
        assertThat(post.events(key)).containsExactly("Message Dispatched");
    }

    @ParameterizedTest
    @CsvSource({
        "success, SENT, Message Delivered",
        "failed:user block, FAILED BLOCKED, Message Failed",
        "failed: system failed, FAILED NOT_DELIVERED, Message Failed"
    })
    void whatBecameOfATemplateMessageIsAReceipt(String status, String state, String event) {
        String key = sent("template");
        String told = event(
                "TEMPLATESENDJOBFINISH",
                Instant.now(),
                "<MsgID>p-%s</MsgID><Status><![CDATA[%s]]></Status>".formatted(key, status));

        tell(told);
        tell(told);

        assertThat(post.state(key)).isEqualTo(state);
        assertThat(post.events(key)).containsExactly("Message Dispatched", event);
    }

    @Test
    void whoFollowsNoMoreIsBlockedUntilTheyFollowAgain() {
        int member = member();
        Instant at = Instant.now().minusSeconds(60);

        tell(event("unsubscribe", at, ""));
        assertThat(blocks.of(List.of(member))).singleElement().satisfies(block -> assertThat(block.reason())
                .isEqualTo("unfollowed"));
        tell(event("subscribe", at.minusSeconds(5), ""));
        assertThat(blocks.of(List.of(member))).as("told late").hasSize(1);
        tell(event("subscribe", at.plusSeconds(5), ""));

        assertThat(blocks.of(List.of(member))).isEmpty();
        assertThat(noted())
                .containsExactly(
                        "Account Unfollowed {\"channel\":\"official_account\"}",
                        "Account Followed {\"channel\":\"official_account\"}",
                        "Account Followed {\"channel\":\"official_account\"}");
    }

    /** A member by both names: the provider of these tests writes to the user id. */
    private int member() {
        Answer answer = caller.withWriteKey(Caller.WRITE_KEY)
                .post(
                        "/v1/identify",
                        "{\"userId\":\"%1$s\",\"traits\":{},\"context\":{\"externalIds\":[{\"type\":\"openid\",\"id\":\"%1$s\"}]}}"
                                .formatted(openid));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        mart.settle();
        return identities.find("openid", openid).orElseThrow();
    }

    private String sent(String text) {
        String key = "account-" + UUID.randomUUID();
        account.next(() -> new io.guanxi.messaging.Outcome.Accepted("p-" + key));
        post.intend(post.intent(key, member(), post.template(account, "service", text), 5));
        post.send(account);
        assertThat(post.state(key)).isEqualTo("SENT");
        return key;
    }

    private List<String> noted() {
        return postgres.sql("""
                        SELECT event || ' ' || properties FROM inbox
                        WHERE identifiers LIKE '%' || ? || '%' AND source = 'official_account' ORDER BY position""").param(openid).query(String.class).list();
    }

    private String event(String event, Instant at, String more) {
        return told("event", at, "<Event>%s</Event>%s".formatted(event, more));
    }

    private String message(String type, Instant at, String more) {
        return told(type, at, more + "<MsgId>" + UUID.randomUUID() + "</MsgId>");
    }

    private String told(String type, Instant at, String more) {
        return "<xml><ToUserName>gh_1</ToUserName><FromUserName><![CDATA[%s]]></FromUserName><CreateTime>%d</CreateTime><MsgType>%s</MsgType>%s</xml>"
                .formatted(openid, at.getEpochSecond(), type, more);
    }

    private void tell(String xml) {
        WxCryptUtil cipher = new WxCryptUtil(Caller.ACCOUNT_TOKEN, Caller.ACCOUNT_AES_KEY, Caller.ACCOUNT);
        WxCryptUtil.EncryptContext sealed = cipher.encryptContext(xml);
        String path = PATH
                + "?encrypt_type=aes&timestamp=%s&nonce=%s&signature=%s&msg_signature=%s"
                        .formatted(
                                sealed.getTimeStamp(),
                                URLEncoder.encode(sealed.getNonce(), StandardCharsets.UTF_8),
                                SHA1.gen(Caller.ACCOUNT_TOKEN, sealed.getTimeStamp(), sealed.getNonce()),
                                sealed.getSignature());
        Answer answer = send(
                path, "<xml><ToUserName>gh_1</ToUserName><Encrypt>%s</Encrypt></xml>".formatted(sealed.getEncrypt()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("success");
    }

    private Answer send(String path, String body) {
        return caller.anonymous().send("POST", path, BodyPublishers.ofString(body), "text/xml");
    }
}
