package io.guanxi.wecom.sending;

import io.guanxi.messaging.Content;
import io.guanxi.messaging.Picture;
import io.guanxi.messaging.Pictures;
import io.guanxi.platform.RealTime;
import io.guanxi.wecom.client.WeComSending;
import io.guanxi.wecom.client.WeComTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pictures that WeCom wants to be handed before a message names them, the table {@code wecom_media}. It keeps each for three days;
 * so long a picture is handed over once, however many messages show it. That is its time, not the brand's.
 */
@Component
class Media {

    private static final Duration KEPT = Duration.ofDays(3);

    /** A message that is made within it still finds the picture. */
    private static final Duration SPARE = Duration.ofHours(1);

    private static final int MOST_BYTES = 10_000_000;

    private final JdbcClient postgres;
    private final Pictures pictures;
    private final WeComSending wecom;
    private final Clock clock;

    Media(JdbcClient postgres, Pictures pictures, WeComSending wecom, @RealTime Clock clock) {
        this.postgres = postgres;
        this.pictures = pictures;
        this.wecom = wecom;
        this.clock = clock;
    }

    /**
     * {@return WeCom's id of a picture, which is handed over where it does not have it}
     *
     * @param url where it is
     */
    String of(String url) {
        return known(url).orElseGet(() -> handOver(url));
    }

    private Optional<String> known(String url) {
        return postgres.sql("SELECT media FROM wecom_media WHERE url = ? AND until > ?")
                .params(url, at(clock.instant().plus(SPARE)))
                .query(String.class)
                .optional();
    }

    private String handOver(String url) {
        Instant until = clock.instant().plus(KEPT);
        String media =
                switch (pictures.fetch(url, MOST_BYTES)) {
                    case Picture picture -> handOver(picture);
                    case Pictures.Missing missing ->
                        throw missing.forGood()
                                ? WeComTrouble.refused(missing.detail())
                                : WeComTrouble.later(missing.detail());
                };
        postgres.sql("""
                        INSERT INTO wecom_media (url, media, until) VALUES (?, ?, ?)
                        ON CONFLICT (url) DO UPDATE SET media = excluded.media, until = excluded.until""").params(url, media, at(until)).update();
        return media;
    }

    /** Handing it over twice harms nobody, so a call without an answer is made again. */
    private String handOver(Picture picture) {
        try {
            return wecom.handOver(picture);
        } catch (WeComTrouble trouble) {
            throw trouble.kind() == WeComTrouble.Kind.LOST ? WeComTrouble.later(trouble.said()) : trouble;
        }
    }

    /**
     * Forgets what WeCom has forgotten.
     *
     * @param contents what a message shows
     */
    void forget(List<Content> contents) {
        String[] urls = contents.stream()
                .flatMap(content -> Stream.ofNullable(picture(content)))
                .toArray(String[]::new);
        postgres.sql("DELETE FROM wecom_media WHERE url = ANY (?)").param(urls).update();
    }

    private static @Nullable String picture(Content content) {
        return switch (content) {
            case Content.Picture picture -> picture.url();
            case Content.MiniProgram card -> card.picture();
            case Content.Link _, Content.Text _ -> null;
        };
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
