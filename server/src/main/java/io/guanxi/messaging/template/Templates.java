package io.guanxi.messaging.template;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Content;
import io.guanxi.messaging.TemplateUses;
import io.guanxi.messaging.TemplateUses.TemplateUse;
import io.guanxi.messaging.channel.Channels;
import io.guanxi.messaging.channel.WebAddress;
import io.guanxi.messaging.template.ContentTable.ContentItem;
import io.guanxi.platform.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Saves templates: what is saved can be said on its channel. */
@Component
public class Templates {

    private final TemplateTable table;
    private final ContentTable contents;
    private final Channels channels;
    private final List<TemplateUses> uses;
    private final TransactionOperations transaction;
    private final CurrentUser currentUser;
    private final Audit audit;

    Templates(
            TemplateTable table,
            ContentTable contents,
            Channels channels,
            List<TemplateUses> uses,
            TransactionOperations transaction,
            CurrentUser currentUser,
            Audit audit) {
        this.table = table;
        this.contents = contents;
        this.channels = channels;
        this.uses = uses;
        this.transaction = transaction;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /**
     * What somebody wants to save.
     *
     * @param name 1 to 100 characters
     * @param channel a channel's name
     * @param category a lower-case word
     * @param note what it is for
     * @param wording what it says
     */
    public record Wish(String name, String channel, String category, String note, Wording wording) {}

    /**
     * {@return a template}
     *
     * @param id its number
     */
    public Template get(long id) {
        return table.find(id)
                .orElseThrow(() -> Problem.notFound("template.unknown", "There is no template " + id + "."));
    }

    /**
     * Saves a new one.
     *
     * @param wish what
     * @return the template
     */
    public Template create(Wish wish) {
        check(wish);
        long id = Objects.requireNonNull(transaction.execute(_ -> {
            long made = table.insert(
                    wish.name(),
                    wish.channel(),
                    wish.category(),
                    wish.note(),
                    wish.wording(),
                    currentUser.actor().name());
            audit.record("template.created", "template:" + made, Map.of("channel", wish.channel()));
            return made;
        }));
        return get(id);
    }

    /**
     * Saves another version; what waits is said in its words.
     *
     * @param id which
     * @param version the version that was edited
     * @param wish what; its channel must be the same
     * @return the template
     */
    public Template update(long id, int version, Wish wish) {
        Template held = get(id);
        if (!held.channel().equals(wish.channel())) {
            throw Problem.badRequest("template.channel-fixed", "A template stays on its channel; make another one.");
        }
        check(wish);
        transaction.executeWithoutResult(_ -> {
            if (!table.update(
                    id,
                    version,
                    wish.name(),
                    wish.category(),
                    wish.note(),
                    wish.wording(),
                    currentUser.actor().name())) {
                throw Problem.conflict(
                        "template.changed-meanwhile",
                        "Somebody saved another version meanwhile; load it and try again.");
            }
            audit.record("template.changed", "template:" + id, Map.of("version", version + 1));
        });
        return get(id);
    }

    /**
     * Takes one on which nobody relies out of use; what was intended with it is still said.
     *
     * @param id which
     */
    public void delete(long id) {
        get(id);
        List<TemplateUse> users = uses.stream()
                .flatMap(who -> who.all().stream())
                .filter(use -> use.template() == id)
                .toList();
        if (!users.isEmpty()) {
            throw Problem.conflict(
                    "template.used",
                    "The template is used by the " + users.getFirst().kind() + " “"
                            + users.getFirst().name() + "”" + (users.size() > 1 ? " and others" : "") + ".");
        }
        transaction.executeWithoutResult(_ -> {
            table.delete(id);
            audit.record("template.deleted", "template:" + id, Map.of());
        });
    }

    /**
     * Refuses what could not be said.
     *
     * @param wish what somebody wants to save or see
     */
    public void check(Wish wish) {
        Channel channel = channels.find(wish.channel())
                .orElseThrow(() -> Problem.badRequest(
                        "channel.unknown",
                        "There is no channel " + wish.channel() + "; there are "
                                + channels.all().stream().map(Channel::name).toList() + "."));
        Capabilities can = channel.capabilities();
        Wording wording = wish.wording();
        List<Problem.Fault> faults = new ArrayList<>();
        for (String name : wording.variables()) {
            if (!name.matches("[a-z][a-z0-9_]{0,39}")) {
                faults.add(fault("variables", "“" + name + "” must be a lower-case word of at most 40 characters"));
            }
        }
        if (wording.text().isBlank()) {
            faults.add(fault("text", "says nothing"));
        }
        if (can.title() && (wording.title() == null || wording.title().isBlank())) {
            faults.add(fault("title", "is missing; a message on " + wish.channel() + " has one"));
        }
        if (!can.title() && wording.title() != null) {
            faults.add(fault("title", "must be left out; a message on " + wish.channel() + " has none"));
        }
        Set<String> variables = new HashSet<>(wording.variables());
        WordingText title = wording.title() == null ? null : read("title", wording.title(), variables, faults);
        WordingText text = read("text", wording.text(), variables, faults);
        if (text != null) {
            String excess = Letter.excess(title == null ? null : least(title), least(text), can.most());
            if (excess != null) {
                faults.add(fault("text", "is too long even without what is filled in: " + excess));
            }
        }
        checkUrl(wish, faults);
        checkContents(wording, can, Letter.linked(title, text), faults);
        if (!faults.isEmpty()) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "template.invalid",
                    "The template cannot be said: " + faults.getFirst().field() + " "
                            + faults.getFirst().message() + ".",
                    faults);
        }
    }

    private static void checkUrl(Wish wish, List<Problem.Fault> faults) {
        String url = wish.wording().url();
        if (url != null && !wish.channel().equals("webhook")) {
            faults.add(fault("url", "is for webhooks only"));
        } else if (url != null && !WebAddress.isPage(url)) {
            faults.add(fault("url", "must be an http or https address"));
        }
    }

    private void checkContents(Wording wording, Capabilities can, Set<Long> linked, List<Problem.Fault> faults) {
        Set<Long> wanted = new HashSet<>(linked);
        wanted.addAll(wording.attachments());
        Map<Long, Content> known = wanted.isEmpty()
                ? Map.of()
                : contents.find(wanted).stream().collect(Collectors.toMap(ContentItem::id, ContentItem::content));
        linked.stream()
                .filter(id -> !(known.get(id) instanceof Content.Link))
                .forEach(id -> faults.add(fault("text", "links to " + id + ", which is no page of the library")));
        if (wording.attachments().size() > can.mostAttachments()) {
            faults.add(fault("attachments", "are more than the " + can.mostAttachments() + " the channel carries"));
        }
        for (Long id : wording.attachments()) {
            Content content = known.get(id);
            if (content == null) {
                faults.add(fault("attachments", "name " + id + ", which is not in the library"));
            } else if (!can.attachments().contains(Content.kind(content))) {
                faults.add(fault(
                        "attachments",
                        "name " + id + ", a " + Content.kind(content) + ", which the channel does not carry"));
            }
        }
    }

    private static @Nullable WordingText read(
            String field, String source, Set<String> variables, List<Problem.Fault> faults) {
        return switch (WordingText.read(source, variables)) {
            case WordingText.Reading.Read(var text) -> text;
            case WordingText.Reading.Wrong(var wrong) -> {
                faults.add(
                        fault(field, "line " + wrong.line() + ", column " + wrong.column() + ": " + wrong.message()));
                yield null;
            }
        };
    }

    /** {@return what is said at least: the words and nothing filled in} */
    private static String least(WordingText text) {
        StringBuilder words = new StringBuilder();
        text.parts().forEach(part -> words.append(part instanceof Part.Literal(var literal) ? literal : ""));
        return words.toString();
    }

    private static Problem.Fault fault(String field, String message) {
        return new Problem.Fault(null, field, message);
    }
}
