package io.guanxi.messaging.channel;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the channels, as {@code guanxi.messaging.*}; see {@code docs/modules/messaging.md}.
 *
 * @param address where members reach this server, for short links, without a slash at its end; empty where links
 *     cannot be said
 * @param allowPrivate whether providers and webhooks may be in this server's own network
 * @param email the mail server
 * @param webhook webhooks
 * @param sms the provider of text messages
 * @param push the provider of app pushes
 * @param officialAccount the WeChat official account
 */
@ConfigurationProperties("guanxi.messaging")
public record MessagingSettings(
        @DefaultValue("") String address,
        @DefaultValue("false") boolean allowPrivate,
        @DefaultValue Email email,
        @DefaultValue Webhook webhook,
        @DefaultValue Provider sms,
        @DefaultValue Provider push,
        @DefaultValue OfficialAccount officialAccount) {

    /**
     * A WeChat official account (公众号).
     *
     * @param appId its number; empty where there is none
     * @param secret its app secret
     * @param address of WeChat's servers, without a slash at its end
     * @param template number of the template message that carries service messages; empty where they go as others do
     * @param fields the template's fields by name, e.g. {@code thing1}; {@code {{text}}} is filled in
     * @param perSecond messages a second
     * @param callbackToken signs callbacks
     * @param callbackAesKey encrypts callbacks, 43 characters
     */
    public record OfficialAccount(
            @DefaultValue("") String appId,
            @DefaultValue("") String secret,
            @DefaultValue("https://api.weixin.qq.com") String address,
            @DefaultValue("") String template,
            @DefaultValue Map<String, String> fields,
            @DefaultValue("50") double perSecond,
            @DefaultValue("") String callbackToken,
            @DefaultValue("") String callbackAesKey) {

        /** Copies the fields; without any the whole text is {@code thing1}. */
        public OfficialAccount {
            fields = fields.isEmpty() ? Map.of("thing1", "{{text}}") : Map.copyOf(fields);
        }

        /** {@return whether callbacks can be read} */
        public boolean takesCallbacks() {
            return !appId.isEmpty() && !callbackToken.isEmpty() && !callbackAesKey.isEmpty();
        }
    }

    /**
     * A mail server (SMTP).
     *
     * @param host its name; empty where there is none
     * @param port its port
     * @param user to log in with, or empty
     * @param password to log in with, or empty
     * @param tls {@code none}, {@code starttls} or {@code tls}
     * @param from address of the sender
     * @param perSecond mails a second it allows
     * @param secret signs the receipts that a relay sends back; empty where there are none
     */
    public record Email(
            @DefaultValue("") String host,
            @DefaultValue("587") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("starttls") String tls,
            @DefaultValue("") String from,
            @DefaultValue("10") double perSecond,
            @DefaultValue("") String secret) {}

    /**
     * Webhooks.
     *
     * @param url where they go unless a template says otherwise; may be empty
     * @param secret signs them; empty where webhooks are not used
     * @param perSecond calls a second
     */
    public record Webhook(
            @DefaultValue("") String url,
            @DefaultValue("") String secret,
            @DefaultValue("100") double perSecond) {}

    /**
     * A provider that takes messages over HTTP.
     *
     * @param url where to; empty where there is none
     * @param secret signs calls, and the receipts it sends back
     * @param authorization value of the header of that name, or empty
     * @param message JSON of one message, in which {@code {{to}}}, {@code {{text}}}, {@code {{title}}}, {@code {{key}}} and
     *     {@code {{category}}} are filled in, each within quotes
     * @param body JSON of a call, in which {@code {{messages}}} is the list of them; empty where a call has one message, which is
     *     the body
     * @param batch messages in one call
     * @param atOnce calls under way at once
     * @param perSecond messages a second it allows
     * @param knowsKeys whether it takes a message whose key it has seen for the same one
     * @param characters most characters of a text
     * @param addressedBy kind of identifier it sends to; empty for the channel's own
     */
    public record Provider(
            @DefaultValue("") String url,
            @DefaultValue("") String secret,
            @DefaultValue("") String authorization,

            @DefaultValue("{\"to\":\"{{to}}\",\"title\":\"{{title}}\",\"text\":\"{{text}}\",\"key\":\"{{key}}\"}")
            String message,

            @DefaultValue("{\"messages\":{{messages}}}") String body,
            @DefaultValue("100") int batch,
            @DefaultValue("4") int atOnce,
            @DefaultValue("100") double perSecond,
            @DefaultValue("false") boolean knowsKeys,
            @DefaultValue("500") int characters,
            @DefaultValue("") String addressedBy) {}
}
