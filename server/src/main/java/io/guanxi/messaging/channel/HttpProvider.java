package io.guanxi.messaging.channel;

import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Outgoing;
import io.guanxi.messaging.channel.SignedCalls.Called;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider that takes messages over HTTP, its URL and the shape of its calls by configuration. It answers 2xx, and may answer
 * a list {@code results} of {@code key}, {@code id}, {@code status} ({@code accepted}, {@code later}, {@code refused},
 * {@code blocked}) and {@code error}; without one it took them all. Of a message that the list leaves out nobody knows.
 */
final class HttpProvider implements Channel.Remote {

    private final String name;
    private final MessagingSettings.Provider provider;
    private final Capabilities capabilities;
    private final SignedCalls calls;
    private final JsonMapper json;

    HttpProvider(
            String name,
            MessagingSettings.Provider provider,
            boolean title,
            List<String> addressedBy,
            SignedCalls calls,
            JsonMapper json) {
        this.name = name;
        this.provider = provider;
        this.calls = calls;
        this.json = json;
        this.capabilities = new Capabilities(
                title,
                new Capabilities.Limits(100, provider.characters(), provider.characters() * 4),
                Set.of(),
                0,
                provider.addressedBy().isEmpty() ? addressedBy : List.of(provider.addressedBy()),
                provider.knowsKeys(),
                provider.body().isEmpty() || !provider.knowsKeys() ? 1 : provider.batch(),
                provider.atOnce(),
                provider.perSecond(),
                SignedCalls.PATIENCE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public boolean ready() {
        return !provider.url().isEmpty();
    }

    @Override
    public List<Outcome> send(List<Outgoing> messages) {
        String list = messages.stream().map(this::message).collect(Collectors.joining(",", "[", "]"));
        String body = provider.body().isEmpty()
                ? message(messages.getFirst())
                : provider.body().replace("{{messages}}", list);
        Map<String, String> headers = new HashMap<>();
        if (messages.size() == 1) {
            headers.put("Idempotency-Key", messages.getFirst().key());
        }
        if (!provider.authorization().isEmpty()) {
            headers.put("Authorization", provider.authorization());
        }
        return switch (calls.post(provider.url(), provider.secret(), headers, body)) {
            case Called.Failed(var outcome) ->
                messages.stream().map(_ -> outcome).toList();
            case Called.Answered answer -> outcomes(messages, answer);
        };
    }

    private List<Outcome> outcomes(List<Outgoing> messages, Called.Answered answer) {
        Outcome all = SignedCalls.outcome(answer, provider.knowsKeys());
        JsonNode list = all instanceof Outcome.Accepted ? results(answer.body()) : null;
        if (list == null) {
            return messages.stream().map(_ -> all).toList();
        }
        Map<String, JsonNode> results = new HashMap<>();
        list.forEach(result -> results.put(result.path("key").asString(""), result));
        return messages.stream()
                .map(message -> outcome(results.get(message.key())))
                .toList();
    }

    private @Nullable JsonNode results(String body) {
        try {
            JsonNode results = json.readTree(body).path("results");
            return results.isArray() ? results : null;
        } catch (JacksonException noJson) {
            return null;
        }
    }

    private static Outcome outcome(@Nullable JsonNode result) {
        if (result == null) {
            return new Outcome.Unknown("the provider's results leave it out");
        }
        String error = result.path("error").asString("");
        String status = result.path("status").asString("accepted");
        return switch (status) {
            case "accepted" -> new Outcome.Accepted(result.path("id").asString(null));
            case "later" -> new Outcome.TryLater(error, null);
            case "blocked" -> new Outcome.Blocked(error);
            case "refused" -> new Outcome.Refused(error);
            default -> new Outcome.Unknown("the provider says " + status + ": " + error);
        };
    }

    private String message(Outgoing message) {
        String title = message.title();
        return provider.message()
                .replace("{{to}}", escaped(message.address()))
                .replace("{{key}}", escaped(message.key()))
                .replace("{{category}}", escaped(message.category()))
                .replace("{{title}}", escaped(title == null ? "" : title))
                .replace("{{text}}", escaped(message.text())); // last: nothing in it is filled in again
    }

    /** As JSON has it within quotes; keys, addresses and most texts are that already. */
    private String escaped(String text) {
        if (text.chars().allMatch(it -> it >= ' ' && it != '"' && it != '\\')) {
            return text;
        }
        String quoted = json.writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
