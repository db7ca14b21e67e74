package io.guanxi.messaging.template;

import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Content;
import io.guanxi.messaging.template.Part.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template, ready to be filled in for any number of members.
 *
 * @param template of which template
 * @param title taken apart, or null
 * @param text taken apart
 * @param attachments what goes with it, by number
 * @param links pages it links to in its words, by number
 */
public record Letter(
        Template template,
        @Nullable WordingText title,
        WordingText text,
        Map<Long, Content> attachments,
        Map<Long, Content> links) {

    /** Copies the maps; attachments keep their order. */
    public Letter {
        attachments = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(attachments));
        links = Map.copyOf(links);
    }

    /**
     * What is known of who it is for.
     *
     * @param brand the brand's name
     * @param memberNo the member
     * @param channel by which the member came, or null
     * @param traits what was said of the member, by name
     * @param values of the template's own variables
     */
    public record Facts(
            String brand,
            int memberNo,
            @Nullable String channel,
            Map<String, String> traits,
            Map<String, String> values) {}

    /** What filling in gave. */
    public sealed interface Filled {
        /**
         * What is said.
         *
         * @param title or null
         * @param text the words
         * @param attachments what goes with it
         */
        record Said(@Nullable String title, String text, List<Content> attachments) implements Filled {}

        /**
         * It cannot be said.
         *
         * @param reason {@code MISSING_VALUE}, {@code TOO_LONG}, {@code MISSING_CONTENT}, {@code MISSING_LINK_ADDRESS}
         * @param detail which value, or by how much
         */
        record Unsayable(String reason, String detail) implements Filled {}
    }

    /** Gives the short link to a page. */
    @FunctionalInterface
    public interface ShortLinks {
        /**
         * {@return the address to write, or null where there can be none}
         *
         * @param contentId number of the page
         * @param url the page itself
         */
        @Nullable
        String link(long contentId, String url);
    }

    /**
     * {@return the letter, filled in}
     *
     * @param facts of whom
     * @param links gives short links
     * @param limits of the channel
     */
    public Filled fill(Facts facts, ShortLinks links, Capabilities.Limits limits) {
        Filling filling = new Filling(facts, links);
        String heading = title == null ? null : filling.fill(title);
        String words = filling.fill(text);
        List<Content> with = new ArrayList<>();
        attachments.forEach((id, content) -> with.add(
                content instanceof Content.Link(var url, var name, var description, var picture)
                        ? new Content.Link(filling.shortened(id, url), name, description, picture)
                        : content));
        if (filling.missing != null) {
            return new Filled.Unsayable(filling.reason, filling.missing);
        }
        String excess = excess(heading, words, limits);
        return excess == null ? new Filled.Said(heading, words, with) : new Filled.Unsayable("TOO_LONG", excess);
    }

    /** {@return by how much something is too long, or null} */
    static @Nullable String excess(@Nullable String title, String text, Capabilities.Limits limits) {
        if (title != null && title.codePointCount(0, title.length()) > limits.titleCharacters()) {
            return "the title has " + title.codePointCount(0, title.length()) + " of at most "
                    + limits.titleCharacters() + " characters";
        }
        int characters = text.codePointCount(0, text.length());
        if (characters > limits.characters()) {
            return "the text has " + characters + " of at most " + limits.characters() + " characters";
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes > limits.bytes() ? "the text has " + bytes + " of at most " + limits.bytes() + " bytes" : null;
    }

    /** {@return numbers of the pages that a text links to} */
    static Set<Long> linked(@Nullable WordingText... texts) {
        Set<Long> ids = new LinkedHashSet<>();
        for (WordingText text : texts) {
            if (text != null) {
                text.parts().forEach(part -> {
                    if (part instanceof Part.Link(long id)) {
                        ids.add(id);
                    }
                });
            }
        }
        return ids;
    }

    private final class Filling {
        private final Facts facts;
        private final ShortLinks shortLinks;
        private @Nullable String missing;
        private String reason = "";

        Filling(Facts facts, ShortLinks shortLinks) {
            this.facts = facts;
            this.shortLinks = shortLinks;
        }

        String fill(WordingText wording) {
            StringBuilder filled = new StringBuilder();
            for (Part part : wording.parts()) {
                filled.append(
                        switch (part) {
                            case Part.Literal(var words) -> words;
                            case Part.Variable variable -> value(variable);
                            case Part.Link(long id) -> link(id);
                        });
            }
            return filled.toString();
        }

        private String link(long id) {
            if (links.get(id) instanceof Content.Link page) {
                return shortened(id, page.url());
            }
            return miss("MISSING_CONTENT", "link." + id);
        }

        String shortened(long id, String url) {
            String link = shortLinks.link(id, url);
            return link == null ? miss("MISSING_LINK_ADDRESS", "GUANXI_MESSAGING_ADDRESS is not set") : link;
        }

        private String value(Part.Variable variable) {
            String name = variable.name();
            String value =
                    switch (variable.scope()) {
                        case MEMBER ->
                            switch (name) {
                                case "no" -> Integer.toString(facts.memberNo());
                                case "channel" -> facts.channel();
                                default -> facts.traits().get(name);
                            };
                        case TRAIT -> facts.traits().get(name);
                        case BRAND -> facts.brand();
                        case VAR -> facts.values().get(name);
                    };
            if (value != null && !value.isBlank()) {
                return value;
            }
            String fallback = variable.fallback();
            return fallback == null ? miss("MISSING_VALUE", word(variable.scope()) + "." + name) : fallback;
        }

        private String miss(String why, String what) {
            if (missing == null) {
                missing = what;
                reason = why;
            }
            return "";
        }
    }

    private static String word(Scope scope) {
        return switch (scope) {
            case MEMBER -> "member";
            case TRAIT -> "trait";
            case BRAND -> "brand";
            case VAR -> "var";
        };
    }
}
