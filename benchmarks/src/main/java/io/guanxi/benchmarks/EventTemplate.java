package io.guanxi.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * A tracking request as bytes, made once; before each use only its message ids and users are written anew in place, so that the
 * client leaves the processor to the server.
 */
final class EventTemplate {

    private static final String ID = "id-000000000000";
    private static final String USER = "user-00000000";
    private static final int ID_DIGITS = 12;
    private static final int USER_DIGITS = 8;
    private static final String[] EVENTS = {"Product Viewed", "Product Viewed", "Content Engaged", "Order Completed"};

    private final byte[] bytes;
    private final int[] ids;
    private final int[] users;
    private final int members;
    private final Random random;

    private EventTemplate(String json, int events, int members, long seed) {
        this.bytes = json.getBytes(StandardCharsets.UTF_8);
        this.ids = places(json, ID, events);
        this.users = places(json, USER, events);
        this.members = members;
        this.random = new Random(seed);
    }

    /** A body for {@code /v1/batch}. */
    static EventTemplate batch(int events, int members, long seed) {
        StringBuilder json = new StringBuilder("{\"batch\":[");
        for (int n = 0; n < events; n++) {
            json.append(n == 0 ? "" : ",").append(event(n, "\"type\":\"track\","));
        }
        return new EventTemplate(json.append("]}").toString(), events, members, seed);
    }

    /** A body for {@code /v1/track}. */
    static EventTemplate single(int members, long seed) {
        return new EventTemplate(event(3, ""), 1, members, seed);
    }

    private static String event(int n, String type) {
        String name = EVENTS[n % EVENTS.length];
        String properties = name.equals("Order Completed")
                ? "{\"order_id\":\"o-%d\",\"revenue\":%d.90,\"currency\":\"CNY\",\"quantity\":2}"
                        .formatted(n, 20 + n % 300)
                : "{\"product_id\":\"p-%d\",\"channel\":\"mini-program\",\"position\":%d}".formatted(n % 500, n);
        return "{%s\"event\":\"%s\",\"messageId\":\"%s\",\"userId\":\"%s\",\"properties\":%s,\"context\":{\"os\":\"iOS\"}}"
                .formatted(type, name, ID, USER, properties);
    }

    /**
     * Writes the next ids and users in place.
     *
     * @param firstId the first of as many message ids as there are events
     * @return the body, valid until the next call
     */
    byte[] fill(long firstId) {
        for (int n = 0; n < ids.length; n++) {
            write(ids[n] + ID.length(), ID_DIGITS, firstId + n);
            write(users[n] + USER.length(), USER_DIGITS, random.nextInt(members));
        }
        return bytes;
    }

    int events() {
        return ids.length;
    }

    private void write(int end, int digits, long number) {
        long rest = number;
        for (int place = end - 1; place >= end - digits; place--) {
            bytes[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int[] places(String json, String mark, int count) {
        int[] places = new int[count];
        for (int n = 0, from = 0; n < count; n++, from++) {
            from = json.indexOf(mark, from);
            places[n] = from;
        }
        return places;
    }
}
