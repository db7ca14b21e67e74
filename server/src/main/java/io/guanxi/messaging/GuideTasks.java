package io.guanxi.messaging;

import java.util.List;

/**
 * Where tasks for human guides go: the module with their workbench implements it as a bean. Without one the channel
 * {@code guide} is not ready. What is taken back closes a task as not needed any more.
 */
public interface GuideTasks extends Unsaid {

    /**
     * Opens tasks within the caller's transaction, set-based. A task whose key is known is left as it is.
     *
     * @param tasks at most 1,000
     */
    void open(List<GuideTask> tasks);

    /**
     * What a guide is asked to say.
     *
     * @param key of the message: the same task twice has the same key
     * @param memberNo to whom
     * @param title why, in a few words
     * @param words the suggested words
     * @param attachments what goes with them
     * @param origin why
     * @param category the message's category
     */
    record GuideTask(
            String key,
            int memberNo,
            String title,
            String words,
            List<Content> attachments,
            Origin origin,
            String category) {

        /** Copies the attachments. */
        public GuideTask {
            attachments = List.copyOf(attachments);
        }
    }
}
