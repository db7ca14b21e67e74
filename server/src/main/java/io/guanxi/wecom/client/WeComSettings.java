package io.guanxi.wecom.client;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the connection to WeCom, as {@code guanxi.wecom.*}; see {@code docs/modules/wecom.md}.
 *
 * @param address of WeCom's interface, without a slash at its end
 * @param corpId of the enterprise; empty where WeCom is not used
 * @param secret of an app that may use customer contact
 * @param contactsSecret of the address book, for the names of employees; may be empty
 * @param callbackToken signs callbacks
 * @param callbackAesKey encrypts callbacks, 43 characters
 * @param syncEvery how often everything is read anew
 */
@ConfigurationProperties("guanxi.wecom")
public record WeComSettings(
        @DefaultValue("https://qyapi.weixin.qq.com") String address,
        @DefaultValue("") String corpId,
        @DefaultValue("") String secret,
        @DefaultValue("") String contactsSecret,
        @DefaultValue("") String callbackToken,
        @DefaultValue("") String callbackAesKey,
        @DefaultValue("PT24H") Duration syncEvery) {

    /** {@return whether the interface can be called} */
    public boolean ready() {
        return !corpId.isEmpty() && !secret.isEmpty();
    }

    /** {@return whether callbacks can be read} */
    public boolean takesCallbacks() {
        return !corpId.isEmpty() && !callbackToken.isEmpty() && !callbackAesKey.isEmpty();
    }
}
