package io.guanxi.messaging.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a template says, as it was written.
 *
 * @param title subject or title with variables, or null
 * @param text the words with variables
 * @param attachments numbers of contents that go with it
 * @param variables names of its own variables, whose values an intent brings
 * @param url where a webhook goes, or null
 */
public record Wording(
        @Nullable String title,
        String text,
        List<Long> attachments,
        List<String> variables,
        @Nullable String url) {

    /** Copies the lists. */
    public Wording {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        variables = variables == null ? List.of() : List.copyOf(variables);
    }
}
