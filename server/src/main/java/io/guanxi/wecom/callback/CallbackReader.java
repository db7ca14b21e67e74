package io.guanxi.wecom.callback;

import io.guanxi.wecom.client.WeComSettings;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks signatures and decrypts. What is not signed by WeCom, or cannot be read, is nothing. */
@Component
class CallbackReader {

    private final WeComSettings settings;

    CallbackReader(WeComSettings settings) {
        this.settings = settings;
    }

    /** {@return what WeCom wants to hear back when the address is entered} */
    Optional<String> echo(String signature, String timestamp, String nonce, String encrypted) {
        return reading(cipher -> cipher.decryptContent(signature, timestamp, nonce, encrypted));
    }

    /** {@return a callback} */
    Optional<Callback> read(String signature, String timestamp, String nonce, String body) {
        return reading(cipher -> cipher.decryptXml(signature, timestamp, nonce, body))
                .map(xml -> WxCpXmlMessage.fromXml(xml, null))
                .map(CallbackReader::callback);
    }

    /** WxJava throws exceptions of many kinds at what is not signed or cannot be decrypted. */
    private Optional<String> reading(java.util.function.Function<WxCryptUtil, String> reading) {
        if (!settings.takesCallbacks()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(
                    new WxCryptUtil(settings.callbackToken(), settings.callbackAesKey(), settings.corpId())));
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }

    /**
     * WeCom's own advice, sender and second, takes two customers who add within one second for one: so all that may differ belongs
     * to the key.
     */
    private static Callback callback(WxCpXmlMessage said) {
        String key = Stream.of(
                        said.getFromUserName(),
                        said.getCreateTime(),
                        said.getEvent(),
                        said.getChangeType(),
                        said.getUserId(),
                        said.getExternalUserId(),
                        said.getChatId(),
                        said.getUpdateDetail(),
                        said.getTagType(),
                        said.getId(),
                        said.getMsgId())
                .map(part -> part == null ? "" : part.toString().replace("|", "||"))
                .collect(Collectors.joining("|"));
        return new Callback(
                key,
                Instant.ofEpochSecond(Objects.requireNonNullElse(said.getCreateTime(), 0L)),
                text(said.getEvent()),
                text(said.getChangeType()),
                said.getUserId(),
                said.getExternalUserId(),
                said.getChatId(),
                said.getWelcomeCode());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
