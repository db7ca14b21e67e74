package io.guanxi.messaging.web;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.identity.Identities;
import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Intent;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.channel.Channels;
import io.guanxi.messaging.outbox.MessageList;
import io.guanxi.messaging.outbox.MessageList.MessageLink;
import io.guanxi.messaging.outbox.MessageList.MessageNote;
import io.guanxi.messaging.outbox.MessageList.OutboxMessage;
import io.guanxi.messaging.outbox.State;
import io.guanxi.messaging.outbox.Tallies.DayTally;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The outbox. */
@RestController
@RequestMapping("/api/messages")
@Tag(name = "Messaging")
class MessageController {

    private final MessageList list;
    private final Messages messages;
    private final Channels channels;
    private final Identities identities;
    private final CurrentUser currentUser;
    private final Audit audit;
    private final Brand brand;
    private final Clock clock;

    MessageController(
            MessageList list,
            Messages messages,
            Channels channels,
            Identities identities,
            CurrentUser currentUser,
            Audit audit,
            Brand brand,
            Clock clock) {
        this.list = list;
        this.messages = messages;
        this.channels = channels;
        this.identities = identities;
        this.currentUser = currentUser;
        this.audit = audit;
        this.brand = brand;
        this.clock = clock;
    }

    /**
     * A channel.
     *
     * @param name its name
     * @param ready whether it is set up
     * @param title whether its messages have a title
     * @param titleCharacters most characters of a title
     * @param characters most characters of a text
     * @param bytes most bytes of a text
     * @param attachments kinds of content it carries
     * @param mostAttachments how many at most
     * @param addressedBy kinds of identifiers it sends to
     * @param knowsKeys whether its provider takes the same key once
     * @param perSecond messages a second
     */
    record ChannelView(
            String name,
            boolean ready,
            boolean title,
            int titleCharacters,
            int characters,
            int bytes,
            Set<String> attachments,
            int mostAttachments,
            List<String> addressedBy,
            boolean knowsKeys,
            double perSecond) {}

    /**
     * A message and what happened to it.
     *
     * @param message the message
     * @param notes what held it up or stopped it, in order
     * @param links short links in it
     */
    record MessageTimeline(OutboxMessage message, List<MessageNote> notes, List<MessageLink> links) {}

    /**
     * A message somebody wants said.
     *
     * @param templateId what
     * @param memberNo to whom
     * @param key says that two are the same one; null for one that is like no other
     * @param values of the template's own variables, or null
     * @param priority 0 to 9; 5 where null
     * @param notBefore when it is due, or null for at once
     * @param expires when it makes no sense any more, or null
     */
    record WantedMessage(
            long templateId,
            int memberNo,
            @Nullable String key,
            @Nullable Map<String, String> values,
            @Nullable Integer priority,
            @Nullable Instant notBefore,
            @Nullable Instant expires) {}

    /**
     * What became of that wish.
     *
     * @param key of the message
     * @param fresh whether it is new
     */
    record IntendedMessage(String key, boolean fresh) {}

    /**
     * How many.
     *
     * @param messages are tried again
     */
    record ResentMessages(int messages) {}

    @GetMapping
    @Operation(summary = "The outbox, the latest first")
    Page<OutboxMessage> page(
            @ParameterObject MessageParameters parameters,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<OutboxMessage> found =
                list.page(parameters.wanted(), Parameters.cursor(cursor, Long.MAX_VALUE), Parameters.limit(limit));
        return new Page<>(
                found,
                found.size() < limit ? null : Long.toString(found.getLast().id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Have something said to a member; the reach policy judges it when it is due")
    IntendedMessage intend(@RequestBody WantedMessage wanted) {
        if (messages.template(wanted.templateId()).isEmpty()) {
            throw Problem.badRequest("template.unknown", "There is no template " + wanted.templateId() + ".");
        }
        int member = identities
                .survivorOf(wanted.memberNo())
                .orElseThrow(
                        () -> Problem.badRequest("member.unknown", "There is no member " + wanted.memberNo() + "."));
        String key = "api:"
                + (wanted.key() == null ? UUID.randomUUID().toString() : Parameters.words("key", wanted.key(), 1, 180));
        int priority = wanted.priority() == null ? 5 : wanted.priority();
        if (priority < 0 || priority > 9) {
            throw Parameters.fault("priority", "is " + priority + "; it must be from 0 to 9");
        }
        boolean fresh = !messages.intend(List.of(new Intent(
                        key,
                        member,
                        wanted.templateId(),
                        new Origin("api", "hand", null),
                        "",
                        priority,
                        Parameters.moment("notBefore", wanted.notBefore()),
                        Parameters.moment("expires", wanted.expires()),
                        Values.of(wanted.values()))))
                .isEmpty();
        if (fresh) {
            audit.record("message.intended", "member:" + member, Map.of("template", wanted.templateId()));
        }
        return new IntendedMessage(key, fresh);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A message and its time-line")
    MessageTimeline one(@PathVariable long id) {
        return new MessageTimeline(list.get(id), list.notes(id), list.links(id));
    }

    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Try a dead message again")
    void resend(@PathVariable long id) {
        list.resend(id);
    }

    @PostMapping("/resend")
    @Operation(summary = "Try all dead messages again that a filter leaves")
    ResentMessages resend(@ParameterObject MessageParameters parameters) {
        return new ResentMessages(list.resend(parameters.wanted(EnumSet.of(State.DEAD), "tried again")));
    }

    /**
     * How many.
     *
     * @param messages there are
     */
    record CountedMessages(long messages) {}

    /**
     * How many.
     *
     * @param messages were taken back
     */
    record WithdrawnMessages(int messages) {}

    @GetMapping("/count")
    @Operation(summary = "How many messages a filter leaves")
    CountedMessages count(@ParameterObject MessageParameters parameters) {
        return new CountedMessages(list.count(parameters.wanted()));
    }

    @PostMapping("/withdraw")
    @Operation(
            summary = "Take all messages back that wait or are held and that a filter leaves: they are not said",
            description = "What is being sent at this moment is on its way, and stays so.")
    WithdrawnMessages withdraw(@ParameterObject MessageParameters parameters) {
        return new WithdrawnMessages(list.withdraw(
                parameters.wanted(EnumSet.of(State.WAITING, State.HELD), "taken back"),
                currentUser.actor().name()));
    }

    @GetMapping("/tallies")
    @Operation(summary = "Messages by day, channel and outcome")
    Page<DayTally> tallies(@RequestParam(defaultValue = "14") int days) {
        if (days < 1 || days > 400) {
            throw Parameters.fault("days", "is " + days + "; it must be from 1 to 400");
        }
        return new Page<>(list.tallies(brand.dayOf(clock.instant()).minusDays(days - 1)), null);
    }

    @GetMapping("/channels")
    @Operation(summary = "Channels, what they can do, and whether they are set up")
    Page<ChannelView> channels() {
        return new Page<>(
                channels.all().stream()
                        .map(channel -> {
                            Capabilities can = channel.capabilities();
                            return new ChannelView(
                                    channel.name(),
                                    channel.ready(),
                                    can.title(),
                                    can.most().titleCharacters(),
                                    can.most().characters(),
                                    can.most().bytes(),
                                    can.attachments(),
                                    can.mostAttachments(),
                                    can.addressedBy(),
                                    can.knowsKeys(),
                                    can.perSecond());
                        })
                        .toList(),
                null);
    }
}
