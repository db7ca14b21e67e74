package io.guanxi.wecom.contact;

import io.guanxi.collect.OwnEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Events of what happens in WeCom. The same fact has the same id, by whichever way we learn of it. */
@Component
class Facts {

    private static final String SOURCE = "wecom";

    private final JsonMapper json;

    Facts(JsonMapper json) {
        this.json = json;
    }

    /**
     * A customer, as events need them.
     *
     * @param externalUserid WeCom's name of them
     * @param unionid of the WeChat user, or null
     */
    record Who(String externalUserid, @Nullable String unionid) {

        List<String> identifiers() {
            List<String> identifiers = new ArrayList<>();
            if (unionid != null) {
                identifiers.add("unionid:" + unionid);
            }
            identifiers.add("external_userid:" + externalUserid);
            return identifiers;
        }
    }

    OwnEvent added(Who who, String employee, Instant since, Map<String, ?> properties, Map<String, ?> traits) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("employee", employee);
        said.putAll(properties);
        return event(
                "wecom:added:%s:%s:%d".formatted(employee, who.externalUserid(), since.getEpochSecond()),
                "Friend Added",
                since,
                who,
                null,
                said,
                traits);
    }

    OwnEvent removed(Who who, String employee, String by, Instant at) {
        return event(
                "wecom:removed:%s:%s:%d".formatted(employee, who.externalUserid(), at.getEpochSecond()),
                "Friend Removed",
                at,
                who,
                null,
                Map.of("employee", employee, "by", by),
                null);
    }

    OwnEvent profile(Who who, int revision, Instant at, Map<String, ?> traits) {
        return event(
                "wecom:profile:%s:%d".formatted(who.externalUserid(), revision),
                "Profile Updated",
                at,
                who,
                null,
                Map.of(),
                traits);
    }

    OwnEvent joined(Who who, String chat, Instant at) {
        return event(
                "wecom:joined:%s:%s:%d".formatted(chat, who.externalUserid(), at.getEpochSecond()),
                "Community Joined",
                at,
                who,
                chat,
                Map.of("community", chat, "channel", "wecom"),
                null);
    }

    OwnEvent left(Who who, String chat, Instant joined, Instant at) {
        return event(
                "wecom:left:%s:%s:%d".formatted(chat, who.externalUserid(), joined.getEpochSecond()),
                "Community Left",
                at,
                who,
                chat,
                Map.of("community", chat),
                null);
    }

    private OwnEvent event(
            String id,
            String event,
            Instant at,
            Who who,
            @Nullable String community,
            Map<String, ?> properties,
            @Nullable Map<String, ?> traits) {
        return new OwnEvent(
                id,
                event,
                at,
                who.identifiers(),
                null,
                json.writeValueAsString(properties),
                SOURCE,
                community,
                traits == null ? null : json.writeValueAsString(traits));
    }
}
