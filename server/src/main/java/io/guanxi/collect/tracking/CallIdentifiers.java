package io.guanxi.collect.tracking;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Collects the identifiers of a call as {@code kind:key}, the strongest first: userId, {@code context.externalIds}, traits
 * that are identifiers, anonymousId, device.
 */
final class CallIdentifiers {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,30}");
    private static final String[] IDENTIFYING_TRAITS = {"phone", "email", "unionid", "openid", "external_userid", "card"
    };

    private final Set<String> identifiers = new LinkedHashSet<>();

    private CallIdentifiers() {}

    static ArrayNode of(CallType type, JsonNode call) throws MalformedCall {
        CallIdentifiers found = new CallIdentifiers();
        JsonNode context = call.path("context");
        found.add("user", CallFields.text(call, "userId"));
        if (type == CallType.ALIAS) {
            String previous = CallFields.text(call, "previousId");
            if (previous == null) {
                throw new MalformedCall("event.previous-id-missing", "previousId", "an alias needs previousId");
            }
            found.add("user", previous);
            found.add("anonymous", previous);
        }
        found.addExternalIds(context.path("externalIds"));
        found.addTraits(call.path("traits"));
        found.addTraits(context.path("traits"));
        found.add("anonymous", CallFields.text(call, "anonymousId"));
        found.add("device", CallFields.text(context.path("device"), "id"));
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        found.identifiers.forEach(array::add);
        return array;
    }

    private void addExternalIds(JsonNode externalIds) throws MalformedCall {
        for (JsonNode externalId : externalIds) {
            String kind = CallFields.text(externalId, "type");
            if (kind == null || !KIND.matcher(kind.toLowerCase(Locale.ROOT)).matches()) {
                throw new MalformedCall(
                        "event.identifier-kind", "context.externalIds", "each external id needs a type like openid");
            }
            add(kind.toLowerCase(Locale.ROOT), CallFields.text(externalId, "id"));
        }
    }

    private void addTraits(JsonNode traits) throws MalformedCall {
        for (String kind : IDENTIFYING_TRAITS) {
            add(kind, CallFields.text(traits, kind));
        }
    }

    private void add(String kind, @Nullable String key) {
        if (key != null) {
            identifiers.add(kind + ":" + key);
        }
    }
}
