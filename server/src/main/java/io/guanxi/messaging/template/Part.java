package io.guanxi.messaging.template;

import org.jspecify.annotations.Nullable;

/** A piece of a text with variables. */
public sealed interface Part {

    /**
     * Said as it stands.
     *
     * @param text the words
     */
    record Literal(String text) implements Part {}

    /**
     * {@code {{scope.name|fall-back}}}.
     *
     * @param scope whose value
     * @param name which
     * @param fallback said where there is none, or null: then the message is not said without it
     */
    record Variable(Scope scope, String name, @Nullable String fallback) implements Part {}

    /**
     * {@code {{link.17}}}: a short link to a page of the content library.
     *
     * @param contentId number of the content
     */
    record Link(long contentId) implements Part {}

    /** Where values come from. */
    enum Scope {
        /** {@code member.no}, {@code member.name}, {@code member.channel}. */
        MEMBER,
        /** Any trait of the member. */
        TRAIT,
        /** {@code brand.name}. */
        BRAND,
        /** What the intent brings; the template declares the names. */
        VAR
    }
}
