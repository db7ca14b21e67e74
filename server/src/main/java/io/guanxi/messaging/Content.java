package io.guanxi.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A piece of the content library. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "TEXT", value = Content.Text.class),
    @JsonSubTypes.Type(name = "PICTURE", value = Content.Picture.class),
    @JsonSubTypes.Type(name = "LINK", value = Content.Link.class),
    @JsonSubTypes.Type(name = "MINI_PROGRAM", value = Content.MiniProgram.class)
})
public sealed interface Content {

    /**
     * Words that templates and guides take over.
     *
     * @param text up to 4,000 characters
     */
    @Schema(name = "ContentText")
    record Text(String text) implements Content {}

    /**
     * A picture.
     *
     * @param url where it is, http or https
     * @param alternative what it shows, in words
     */
    @Schema(name = "ContentPicture")
    record Picture(String url, String alternative) implements Content {}

    /**
     * A page; what is sent is a short link to it, so that a click is known.
     *
     * @param url the page, http or https
     * @param title of the card
     * @param description of the card
     * @param picture of the card, a URL, or null
     */
    @Schema(name = "ContentLink")
    record Link(
            String url,
            String title,
            String description,
            @Nullable String picture) implements Content {}

    /**
     * A card that opens a mini-program.
     *
     * @param appId of the mini-program
     * @param path the page in it
     * @param title of the card
     * @param picture of the card, a URL, or null
     */
    @Schema(name = "ContentMiniProgram")
    record MiniProgram(
            String appId,
            String path,
            String title,
            @Nullable String picture) implements Content {}

    /** {@return its kind, as JSON names it} */
    static String kind(Content content) {
        return switch (content) {
            case Text _ -> "TEXT";
            case Picture _ -> "PICTURE";
            case Link _ -> "LINK";
            case MiniProgram _ -> "MINI_PROGRAM";
        };
    }
}
