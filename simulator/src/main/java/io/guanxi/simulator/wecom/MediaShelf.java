package io.guanxi.simulator.wecom;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Pictures that WeCom was handed: it keeps each for three days, and a message may show only what it has. */
public final class MediaShelf {

    private static final Duration KEPT = Duration.ofDays(3);
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int LEAST_BYTES = 5;

    private final Clock clock;
    private final Map<String, Instant> until = new LinkedHashMap<>();
    private final List<String> shown = new ArrayList<>();

    MediaShelf(Clock clock) {
        this.clock = clock;
    }

    synchronized Map<String, Object> take(Map<String, String> query, byte[] form) {
        if (!query.getOrDefault("media_type", "").equals("image")
                || !query.getOrDefault("attachment_type", "").equals("1")) {
            throw new Refusal(Refusal.BAD_MEDIA_TYPE, "invalid media_type or attachment_type");
        }
        String text = new String(form, StandardCharsets.ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        int end = text.lastIndexOf("\r\n--", text.length() - LEAST_BYTES);
        String bytes = head < 0 || end < head ? "" : text.substring(head + 4, end);
        if (bytes.length() <= LEAST_BYTES || bytes.length() > MOST_BYTES) {
            throw new Refusal(Refusal.BAD_MEDIA_SIZE, "invalid media size");
        }
        if (!bytes.startsWith("\u00ff\u00d8\u00ff") && !bytes.startsWith("\u0089PNG")) {
            throw new Refusal(Refusal.BAD_MEDIA_TYPE, "neither JPG nor PNG");
        }
        String id = "media-" + (until.size() + 1);
        Instant now = clock.instant();
        until.put(id, now.plus(KEPT));
        return Map.of("type", "image", "media_id", id, "created_at", Long.toString(now.getEpochSecond()));
    }

    /** Refuses attachments that are none. {@return how many there are} */
    synchronized int check(JsonNode attachments) {
        List<String> pictures = new ArrayList<>();
        for (JsonNode each : attachments) {
            switch (each.path("msgtype").asString("")) {
                case "image" -> pictures.add(each.at("/image/media_id").asString(""));
                case "miniprogram" -> {
                    JsonNode card = each.path("miniprogram");
                    pictures.add(card.path("pic_media_id").asString(""));
                    if (card.path("appid").asString("").isEmpty()
                            || card.path("page").asString("").isEmpty()
                            || card.path("title").asString("").isEmpty()) {
                        throw new Refusal(Refusal.BAD_PARAMETER, "a card of a mini-program has appid, page and title");
                    }
                }
                case "link" -> {
                    if (each.at("/link/url").asString("").isEmpty()) {
                        throw new Refusal(Refusal.BAD_PARAMETER, "a link has a url");
                    }
                }
                default -> throw new Refusal(Refusal.BAD_PARAMETER, "invalid msgtype");
            }
        }
        for (String picture : pictures) {
            if (!clock.instant().isBefore(until.getOrDefault(picture, Instant.MIN))) {
                throw new Refusal(Refusal.BAD_MEDIA, "invalid media_id");
            }
        }
        shown.addAll(pictures);
        return attachments.size();
    }

    /** Forgets all pictures, as after three days. */
    public synchronized void forget() {
        until.replaceAll((_, _) -> Instant.MIN);
    }

    /** {@return the pictures that messages showed, in order} */
    public synchronized List<String> shown() {
        return List.copyOf(shown);
    }
}
