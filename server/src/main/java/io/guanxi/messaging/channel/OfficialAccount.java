package io.guanxi.messaging.channel;

import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Content;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Outgoing;
import io.guanxi.messaging.channel.SignedCalls.Called;
import io.guanxi.platform.RealTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A WeChat official account (公众号). Whoever wrote to it or tapped in it within 48 hours gets a customer-service message (客服消息);
 * what is of the category {@code service} goes as a template message (模板消息) where a template is set, which reaches every
 * follower at any time. WeChat knows no keys of ours: where its answer does not come, nobody knows.
 */
@Component
final class OfficialAccount implements Channel.Remote {

    static final String NAME = "official_account";

    private static final String SERVICE = "service";
    private static final Duration RENEWED_BEFORE_ITS_END = Duration.ofMinutes(5);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(5);

    private static final int BUSY = -1;
    private static final Set<Integer> TOKEN_IS_OVER = Set.of(40001, 40014, 42001);
    private static final Set<Integer> TOO_MANY_CALLS = Set.of(BUSY, 45009, 45011);
    private static final Set<Integer> NO_FOLLOWER = Set.of(40003, 43004);

    private final MessagingSettings.OfficialAccount settings;
    private final SignedCalls calls;
    private final Clock clock;
    private final JsonMapper json;
    private final Capabilities capabilities;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile Token token = new Token("", Instant.MIN);
    private String fault = "";
    private Instant faultUntil = Instant.MIN;

    private record Token(String text, Instant until) {}

    /** Nothing can be said as yet. */
    private static final class NoToken extends Exception {
        private static final long serialVersionUID = 1;

        private final String why;

        NoToken(String why) {
            super("WeChat gives no token: " + why);
            this.why = why;
        }
    }

    /** What WeChat said: its code, or what else became of the call. */
    private record Said(int code, Outcome outcome) {}

    OfficialAccount(MessagingSettings settings, SignedCalls calls, @RealTime Clock clock, JsonMapper json) {
        this.settings = settings.officialAccount();
        this.calls = calls;
        this.clock = clock;
        this.json = json;
        this.capabilities = new Capabilities(
                false,
                new Capabilities.Limits(0, 600, 2_048),
                Set.of("LINK", "MINI_PROGRAM"),
                1,
                List.of("openid"),
                false,
                1,
                8,
                this.settings.perSecond(),
                SignedCalls.PATIENCE.multipliedBy(5)); // another's token, the own, the message, and both once more
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public boolean ready() {
        return !settings.appId().isEmpty() && !settings.secret().isEmpty();
    }

    @Override
    public List<Outcome> send(List<Outgoing> messages) {
        return messages.stream().map(this::send).toList();
    }

    private Outcome send(Outgoing message) {
        try {
            Token known = token;
            Token by = clock.instant().isBefore(known.until()) ? known : tokenAfter(known);
            Said said = send(message, by);
            // before its time: somebody else asked for one, or WeChat took it back
            return TOKEN_IS_OVER.contains(said.code())
                    ? send(message, tokenAfter(by)).outcome()
                    : said.outcome();
        } catch (NoToken none) {
            return new Outcome.TryLater(String.valueOf(none.getMessage()), null);
        }
    }

    /** One thread asks for a new token, the others take it over, or that there is none: they do not wait for WeChat one after another. */
    private Token tokenAfter(Token old) throws NoToken {
        renewing.lock();
        try {
            Token now = token;
            if (!now.equals(old) && clock.instant().isBefore(now.until())) {
                return now;
            }
            if (clock.instant().isBefore(faultUntil)) {
                throw new NoToken(fault);
            }
            Token made = ask();
            token = made;
            return made;
        } catch (NoToken none) {
            if (!clock.instant().isBefore(faultUntil)) {
                fault = none.why;
                faultUntil = clock.instant().plus(ASKED_AGAIN_AFTER);
            }
            throw none;
        } finally {
            renewing.unlock();
        }
    }

    private Token ask() throws NoToken {
        Map<String, Object> question =
                Map.of("grant_type", "client_credential", "appid", settings.appId(), "secret", settings.secret());
        return switch (post("/cgi-bin/stable_token", question)) {
            case Called.Failed(var outcome) -> throw new NoToken(outcome.toString());
            case Called.Answered answer -> {
                JsonNode said = read(answer.body());
                String text = said == null ? "" : said.path("access_token").asString("");
                if (said == null || text.isEmpty()) {
                    throw new NoToken(SignedCalls.cut(answer.body()));
                }
                Duration lasts = Duration.ofSeconds(said.path("expires_in").asLong(7_200));
                yield new Token(text, clock.instant().plus(lasts).minus(RENEWED_BEFORE_ITS_END));
            }
        };
    }

    private Said send(Outgoing message, Token by) {
        boolean template =
                message.category().equals(SERVICE) && !settings.template().isEmpty();
        String path = (template ? "/cgi-bin/message/template/send" : "/cgi-bin/message/custom/send") + "?access_token="
                + URLEncoder.encode(by.text(), StandardCharsets.UTF_8);
        return switch (post(path, template ? templateMessage(message) : customMessage(message))) {
            case Called.Failed(var outcome) -> new Said(0, outcome);
            case Called.Answered answer
            when answer.status() / 100 != 2 -> new Said(0, SignedCalls.outcome(answer, false));
            case Called.Answered answer -> said(answer);
        };
    }

    private Said said(Called.Answered answer) {
        JsonNode said = read(answer.body());
        if (said == null || !said.path("errcode").isInt()) {
            return new Said(0, new Outcome.Unknown("WeChat says " + SignedCalls.cut(answer.body())));
        }
        int code = said.path("errcode").asInt();
        String detail = code + " " + said.path("errmsg").asString("");
        if (code == 0) {
            return new Said(0, new Outcome.Accepted(said.path("msgid").asString(null)));
        }
        if (TOO_MANY_CALLS.contains(code) || TOKEN_IS_OVER.contains(code)) {
            return new Said(code, new Outcome.TryLater(detail, null));
        }
        return new Said(code, NO_FOLLOWER.contains(code) ? new Outcome.Blocked(detail) : new Outcome.Refused(detail));
    }

    /** A link is a card, a mini-program a word that opens it: a message is of one type. */
    private static Map<String, Object> customMessage(Outgoing message) {
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("touser", message.address());
        Content with =
                message.attachments().isEmpty() ? null : message.attachments().getFirst();
        if (with instanceof Content.Link link) {
            Map<String, Object> card = new LinkedHashMap<>();
            card.put("title", link.title());
            card.put("description", message.text());
            card.put("url", link.url());
            if (link.picture() != null) {
                card.put("picurl", link.picture());
            }
            sent.put("msgtype", "news");
            sent.put("news", Map.of("articles", List.of(card)));
            return sent;
        }
        String text = with instanceof Content.MiniProgram program
                ? "%s\n<a data-miniprogram-appid=\"%s\" data-miniprogram-path=\"%s\">%s</a>"
                        .formatted(
                                message.text(), inTag(program.appId()), inTag(program.path()), inTag(program.title()))
                : message.text();
        sent.put("msgtype", "text");
        sent.put("text", Map.of("content", text));
        return sent;
    }

    private static String inTag(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    private Map<String, Object> templateMessage(Outgoing message) {
        Map<String, Object> data = new LinkedHashMap<>();
        settings.fields()
                .forEach((field, value) -> data.put(field, Map.of("value", value.replace("{{text}}", message.text()))));
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("touser", message.address());
        sent.put("template_id", settings.template());
        sent.put(
                "client_msg_id",
                Signature.of(settings.secret(), "", message.key().getBytes(StandardCharsets.UTF_8))
                        .substring(3, 35)); // WeChat says the same message twice within 10 minutes once
        message.attachments().forEach(with -> {
            switch (with) {
                case Content.Link link -> sent.put("url", link.url());
                case Content.MiniProgram program ->
                    sent.put("miniprogram", Map.of("appid", program.appId(), "pagepath", program.path()));
                case Content.Text _, Content.Picture _ -> {}
            }
        });
        sent.put("data", data);
        return sent;
    }

    private Called post(String path, Map<String, Object> body) {
        return calls.post(settings.address() + path, "", Map.of(), json.writeValueAsString(body));
    }

    private @Nullable JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException noJson) {
            return null;
        }
    }
}
