package io.guanxi.simulator;

import io.guanxi.simulator.world.BrandLife;
import io.guanxi.simulator.world.Consent;
import io.guanxi.simulator.world.Day;
import io.guanxi.simulator.world.Deed;
import io.guanxi.simulator.world.Person;
import io.guanxi.simulator.world.Profile;
import io.guanxi.simulator.world.Sign;
import io.guanxi.simulator.world.Words;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what people do in the words of the Segment specification. */
final class TrackingCalls {
    private final BrandLife life;
    private final String run;
    private final JsonMapper json = JsonMapper.shared();
    private long number;

    TrackingCalls(BrandLife life, Instant began) {
        this.life = life;
        this.run = "live-%d-%d".formatted(life.world().seed(), began.toEpochMilli());
    }

    /** Adds the calls of an event of a day: one, or two when somebody signs up, who then is identified first. */
    void add(Day day, int event, Instant now, ArrayNode batch) {
        Deed deed = day.deed(event);
        if (deed == Deed.SIGNED_UP) {
            ObjectNode identify = call("identify", day, event, now, batch);
            traits(life.people().get(day.person(event)), identify.putObject("traits"));
        }
        ObjectNode track = call("track", day, event, now, batch).put("event", deed.event());
        if (day.community(event) >= 0) {
            String community = life.communities().get(day.community(event)).name();
            track.withObject("context").put("groupId", community);
        }
        properties(day, event, track);
    }

    private ObjectNode call(String type, Day day, int event, Instant now, ArrayNode batch) {
        ObjectNode call = batch.addObject()
                .put("type", type)
                .put("messageId", run + "-" + ++number)
                .put("timestamp", now.toString());
        ArrayNode externalIds = call.putObject("context").putArray("externalIds");
        for (Sign sign : Sign.values()) {
            if (sign.in(day.seen(event))) {
                identify(sign, Profile.key(life.world(), sign, day.person(event)), call, externalIds);
            }
        }
        return call;
    }

    private static void identify(Sign sign, String key, ObjectNode call, ArrayNode externalIds) {
        if (sign == Sign.ANONYMOUS) {
            call.put("anonymousId", key);
            return;
        }
        externalIds
                .addObject()
                .put("id", key)
                .put("type", sign.kind())
                .put("collection", "users")
                .put("encoding", "none");
    }

    private void properties(Day day, int event, ObjectNode track) {
        Words words = life.words();
        ObjectNode properties = track.putObject("properties");
        if (day.properties(event) != Words.NONE) {
            properties.setAll((ObjectNode) json.readTree(words.texts().get(day.properties(event))));
        }
        if (day.object(event) != Words.NONE) {
            properties.put(objectField(day.deed(event)), words.texts().get(day.object(event)));
        }
        if (day.amount(event) >= 0) {
            properties.put("revenue", BigDecimal.valueOf(day.amount(event), 2)).put("currency", "CNY");
        }
        if (day.quantity(event) > 0) {
            properties.put("quantity", day.quantity(event));
        }
    }

    private static String objectField(Deed deed) {
        return switch (deed) {
            case ORDER_COMPLETED, ORDER_REFUNDED -> "order_id";
            case PRODUCT_VIEWED, PRODUCT_ADDED -> "product_id";
            case CONTENT_PUBLISHED, CONTENT_ENGAGED, CONTENT_SHARED -> "content_id";
            case SIGNED_UP,
                    PHONE_BOUND,
                    COMMUNITY_JOINED,
                    COMMUNITY_LEFT,
                    MESSAGE_SENT,
                    INVITE_ACCEPTED,
                    CHECKED_IN,
                    SURVEY_COMPLETED -> "object";
        };
    }

    private void traits(Person person, ObjectNode traits) {
        Profile profile = Profile.of(life.world(), person.index());
        traits.put("name", profile.name())
                .put("gender", profile.woman() ? "female" : "male")
                .put("city", profile.city())
                .put("birth_year", profile.birthYear())
                .put("channel", person.arrival().channel().key())
                .put("guide", Profile.guide(life.world(), person.arrival().guide()));
        for (Consent consent : Consent.of(life.world(), person)) {
            traits.put("consent_" + consent.channel(), consent.given());
        }
    }
}
