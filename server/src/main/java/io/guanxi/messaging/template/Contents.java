package io.guanxi.messaging.template;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.messaging.Content;
import io.guanxi.messaging.channel.WebAddress;
import io.guanxi.messaging.template.ContentTable.ContentItem;
import io.guanxi.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the content library. */
@Component
public class Contents {

    private final ContentTable table;
    private final TransactionOperations transaction;
    private final CurrentUser currentUser;
    private final Audit audit;

    Contents(ContentTable table, TransactionOperations transaction, CurrentUser currentUser, Audit audit) {
        this.table = table;
        this.transaction = transaction;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** {@return all, by name} */
    public List<ContentItem> all() {
        return table.all();
    }

    /**
     * {@return one}
     *
     * @param id its number
     */
    public ContentItem get(long id) {
        return table.find(id).orElseThrow(() -> Problem.notFound("content.unknown", "There is no content " + id + "."));
    }

    /**
     * Adds a piece.
     *
     * @param name as people call it
     * @param content what it is
     * @return the piece
     */
    public ContentItem create(String name, Content content) {
        check(content);
        return get(Objects.requireNonNull(transaction.execute(_ -> {
            long id = table.insert(name, content, currentUser.actor().name());
            audit.record("content.created", "content:" + id, Map.of("kind", Content.kind(content)));
            return id;
        })));
    }

    /**
     * Changes a piece, in all templates that use it.
     *
     * @param id which
     * @param name as people call it
     * @param content what it is, of the same kind
     * @return the piece
     */
    public ContentItem update(long id, String name, Content content) {
        if (!Content.kind(get(id).content()).equals(Content.kind(content))) {
            throw Problem.badRequest("content.kind-fixed", "A piece stays of its kind; make another one.");
        }
        check(content);
        transaction.executeWithoutResult(_ -> {
            table.update(id, name, content);
            audit.record("content.changed", "content:" + id, Map.of());
        });
        return get(id);
    }

    /**
     * Takes a piece out of the library; templates that use it still say it.
     *
     * @param id which
     */
    public void delete(long id) {
        get(id);
        transaction.executeWithoutResult(_ -> {
            table.delete(id);
            audit.record("content.deleted", "content:" + id, Map.of());
        });
    }

    private static void check(Content content) {
        List<Problem.Fault> faults = new ArrayList<>();
        switch (content) {
            case Content.Text(var text) -> words("text", text, 1, 4000, faults);
            case Content.Picture(var url, var alternative) -> {
                page("url", url, faults);
                words("alternative", alternative, 1, 200, faults);
            }
            case Content.Link(var url, var title, var description, var picture) -> {
                page("url", url, faults);
                words("title", title, 1, 100, faults);
                words("description", description, 0, 300, faults);
                if (picture != null) {
                    page("picture", picture, faults);
                }
            }
            case Content.MiniProgram(var appId, var path, var title, var picture) -> {
                words("appId", appId, 1, 100, faults);
                words("path", path, 1, 500, faults);
                words("title", title, 1, 100, faults);
                if (picture != null) {
                    page("picture", picture, faults);
                }
            }
        }
        if (!faults.isEmpty()) {
            Problem.Fault first = faults.getFirst();
            throw new Problem(
                    HttpStatus.BAD_REQUEST, "content.invalid", first.field() + " " + first.message() + ".", faults);
        }
    }

    private static void words(String field, @Nullable String text, int least, int most, List<Problem.Fault> faults) {
        int length = text == null || text.indexOf('\0') >= 0 ? -1 : text.strip().length();
        if (length < least || length > most) {
            faults.add(new Problem.Fault(null, field, "must have " + least + " to " + most + " characters"));
        }
    }

    private static void page(String field, @Nullable String url, List<Problem.Fault> faults) {
        if (url == null || !WebAddress.isPage(url)) {
            faults.add(new Problem.Fault(null, field, "must be an http or https address"));
        }
    }
}
