package io.guanxi.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a channel can do.
 *
 * @param title whether its messages have a title, such as a subject
 * @param most limits of what is said
 * @param attachments which kinds of content it can carry: {@code PICTURE}, {@code LINK}, {@code MINI_PROGRAM}
 * @param mostAttachments how many at most
 * @param addressedBy kinds of identifiers that are its addresses, the first that a member has is taken; empty where it needs
 *     none
 * @param knowsKeys whether the provider takes a message with a key it has seen for the same one
 * @param batch messages it takes in one call
 * @param atOnce calls that may be under way at once
 * @param perSecond messages a second that the provider allows
 * @param patience after so long a call has ended, well or not
 */
public record Capabilities(
        boolean title,
        Limits most,
        Set<String> attachments,
        int mostAttachments,
        List<String> addressedBy,
        boolean knowsKeys,
        int batch,
        int atOnce,
        double perSecond,
        Duration patience) {

    /** Copies. */
    public Capabilities {
        attachments = Set.copyOf(attachments);
        addressedBy = List.copyOf(addressedBy);
        if (batch < 1 || atOnce < 1 || !(perSecond > 0)) {
            throw new IllegalArgumentException("a channel takes at least one message");
        }
    }

    /**
     * Limits of what is said.
     *
     * @param titleCharacters of the title
     * @param characters of the text
     * @param bytes of the text in UTF-8
     */
    public record Limits(int titleCharacters, int characters, int bytes) {}
}
