package io.guanxi.messaging.receipt;

import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.channel.MessagingSettings;
import io.guanxi.messaging.outbox.AccountNews;
import io.guanxi.platform.RealTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import me.chanjar.weixin.common.util.XmlUtils;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks the signatures of WeChat's callbacks, decrypts them (安全模式) and reads them. What is not signed by WeChat for this
 * account, was signed long ago, or cannot be read, is nothing.
 */
@Component
class AccountReader {

    private static final Duration TIMELY = Duration.ofHours(1);
    private static final String CODE_OF_NEWCOMER = "qrscene_";

    private final MessagingSettings.OfficialAccount settings;
    private final Clock clock;

    AccountReader(MessagingSettings settings, @RealTime Clock clock) {
        this.settings = settings.officialAccount();
        this.clock = clock;
    }

    /** {@return whether WeChat signed a call} */
    boolean signed(String signature, String timestamp, String nonce) {
        return settings.takesCallbacks()
                && timely(timestamp)
                && MessageDigest.isEqual(bytes(SHA1.gen(settings.callbackToken(), timestamp, nonce)), bytes(signature));
    }

    private boolean timely(String timestamp) {
        try {
            Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(signedAt, clock.instant()).abs().compareTo(TIMELY) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What a callback says.
     *
     * @param news what it tells, or null where that is nothing to us
     */
    record Said(@Nullable AccountNews news) {}

    /** {@return what a callback says; empty where it cannot be read} */
    Optional<Said> read(String signature, String timestamp, String nonce, String body) {
        try {
            String xml = new WxCryptUtil(settings.callbackToken(), settings.callbackAesKey(), settings.appId())
                    .decryptXml(signature, timestamp, nonce, body);
            return Optional.of(new Said(news(XmlUtils.xml2Map(xml))));
        } catch (RuntimeException refused) { // WxJava throws exceptions of many kinds at what it cannot decrypt
            return Optional.empty();
        }
    }

    private static @Nullable AccountNews news(Map<String, Object> said) {
        String openid = text(said, "FromUserName");
        Instant at = Instant.ofEpochSecond(Long.parseLong(text(said, "CreateTime")));
        String type = text(said, "MsgType");
        if (openid.isEmpty()) {
            return null;
        }
        if (!type.equals("event")) {
            String words = type.equals("voice") ? text(said, "Recognition") : text(said, "Content");
            return new AccountNews.Wrote(openid, at, text(said, "MsgId"), type, words.isEmpty() ? null : words);
        }
        String key = text(said, "EventKey");
        return switch (text(said, "Event")) {
            case "subscribe" ->
                new AccountNews.Followed(
                        openid, at, key.startsWith(CODE_OF_NEWCOMER) ? key.substring(CODE_OF_NEWCOMER.length()) : null);
            case "SCAN" -> new AccountNews.Scanned(openid, at, key);
            case "unsubscribe" -> new AccountNews.Unfollowed(openid, at);
            case "CLICK", "VIEW" -> new AccountNews.Tapped(openid, at, key);
            case "TEMPLATESENDJOBFINISH" ->
                new AccountNews.Reported(
                        new Receipt(null, text(said, "MsgID"), became(text(said, "Status")), at, text(said, "Status")));
            default -> null;
        };
    }

    /** WeChat writes {@code success}, {@code failed:user block} or {@code failed: system failed}. */
    private static Receipt.Status became(String status) {
        return status.equals("success")
                ? Receipt.Status.DELIVERED
                : status.endsWith("user block") ? Receipt.Status.BLOCKED : Receipt.Status.FAILED;
    }

    private static String text(Map<String, Object> said, String name) {
        return said.get(name) instanceof String text ? text.strip() : "";
    }
}
