package io.guanxi.messaging.outbox;

import io.guanxi.access.BrandFace;
import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.Outgoing;
import io.guanxi.messaging.Pauses;
import io.guanxi.messaging.channel.Channels;
import io.guanxi.messaging.outbox.MessageTable.Stop;
import io.guanxi.messaging.outbox.Tallies.Count;
import io.guanxi.messaging.policy.Due;
import io.guanxi.messaging.policy.Judge;
import io.guanxi.messaging.policy.Known;
import io.guanxi.messaging.policy.Known.Members;
import io.guanxi.messaging.policy.PolicyTable;
import io.guanxi.messaging.policy.Verdict;
import io.guanxi.messaging.template.Letter;
import io.guanxi.messaging.template.Letters;
import io.guanxi.platform.RealTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes due messages of a channel: judges them, keeps back what may not be said, fills in the rest and marks it as being sent by
 * this server until the lease ends. One transaction; one at a time in all servers.
 */
@Component
class Claims {

    /** A claim that nobody has ended after so long was lost with its server. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int MOST = 2_000;

    private final MessageTable messages;
    private final Channels channels;
    private final Outcomes outcomes;
    private final Judge judge;
    private final Known known;
    private final PolicyTable policies;
    private final Letters letters;
    private final ShortLinkTable links;
    private final Unsubscribing unsubscribing;
    private final Pace pace;
    private final Tallies tallies;
    private final BrandFace brand;
    private final ObjectProvider<Pauses> pauses;
    private final TransactionOperations transaction;
    private final ObjectReader said;
    private final Clock clock;
    private final Clock real;

    Claims(
            MessageTable messages,
            Channels channels,
            Outcomes outcomes,
            Judge judge,
            Known known,
            PolicyTable policies,
            Letters letters,
            ShortLinkTable links,
            Unsubscribing unsubscribing,
            Pace pace,
            Tallies tallies,
            BrandFace brand,
            ObjectProvider<Pauses> pauses,
            TransactionOperations transaction,
            JsonMapper json,
            Clock clock,
            @RealTime Clock real) {
        this.messages = messages;
        this.channels = channels;
        this.outcomes = outcomes;
        this.judge = judge;
        this.known = known;
        this.policies = policies;
        this.letters = letters;
        this.links = links;
        this.unsubscribing = unsubscribing;
        this.pace = pace;
        this.tallies = tallies;
        this.brand = brand;
        this.pauses = pauses;
        this.transaction = transaction;
        this.said = json.readerFor(new TypeReference<Map<String, String>>() {});
        this.clock = clock;
        this.real = real;
    }

    /**
     * What a claim brought.
     *
     * @param claim by which its messages are this server's
     * @param until how long they are, by the machine's clock
     * @param messages to be handed to the provider
     * @param rest how long nothing more is to be had
     */
    record Claim(UUID claim, Instant until, List<Claimed> messages, Duration rest) {}

    /** Where nothing was due: other servers may intend something meanwhile. */
    static final Duration IDLE = Duration.ofMillis(500);

    private static final Duration BREATH = Duration.ofMillis(20);

    /** Takes the next batch of a channel. A local channel has written it when this returns. */
    Claim next(Channel channel) {
        Claim claim = transaction.execute(_ -> take(channel));
        if (claim == null) {
            throw new IllegalStateException("a claim ended without a result");
        }
        return claim;
    }

    private Claim take(Channel channel) {
        messages.lock();
        Instant now = clock.instant();
        Instant realNow = real.instant();
        Capabilities can = channel.capabilities();
        Count count = new Count();
        messages.recover(channel.name(), can.knowsKeys(), now, realNow, count);
        Pace.Room allowed = pace.room(channel.name(), can.perSecond(), realNow);
        int room = Math.min(most(channel), allowed.messages());
        UUID claim = UUID.randomUUID();
        List<Due> batch = room == 0 ? List.of() : messages.due(channel.name(), now, room);
        List<Claimed> passed = batch.isEmpty() ? List.of() : judged(batch, channel, now, count);
        if (!passed.isEmpty()) {
            pace.take(channel.name(), can.perSecond(), realNow, passed.size());
            boolean atOnce = channel instanceof Channel.Local || can.knowsKeys();
            messages.admit(passed, claim, now, realNow.plus(LEASE), atOnce);
        }
        tallies.add(count, now);
        if (channel instanceof Channel.Local local && !passed.isEmpty()) {
            local.write(passed.stream().map(Claimed::outgoing).toList());
            outcomes.accepted(claim, passed, now);
        }
        return new Claim(claim, realNow.plus(LEASE), passed, rest(room, allowed, batch.size()));
    }

    private static Duration rest(int room, Pace.Room allowed, int due) {
        if (room == 0) {
            return allowed.next().compareTo(BREATH) < 0 ? BREATH : allowed.next();
        }
        return due == 0 ? IDLE : BREATH;
    }

    private static int most(Channel channel) {
        Capabilities can = channel.capabilities();
        return switch (channel) {
            case Channel.Local _ -> Math.min(1_000, can.batch());
            case Channel.Remote _ ->
                can.knowsKeys() ? Math.min(MOST, Math.max(200, can.batch() * can.atOnce() * 8)) : 50;
        };
    }

    private List<Claimed> judged(List<Due> found, Channel channel, Instant now, Count count) {
        List<Stop> stops = new ArrayList<>();
        List<Due> batch = wanted(found, stops);
        Capabilities can = channel.capabilities();
        Members members = known.of(batch.stream().map(Due::memberNo).collect(Collectors.toSet()));
        List<Verdict> verdicts = judge.judge(
                batch,
                members,
                can.addressedBy(),
                ready(channel),
                policies.current().rules(),
                now);
        List<Due> passed = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Due due = batch.get(i);
            switch (verdicts.get(i)) {
                case Verdict.Passed _ -> passed.add(due);
                case Verdict.Suppressed(var reason, var rule) ->
                    stops.add(new Stop(due, State.SUPPRESSED, reason.name(), rule, null, null));
                case Verdict.Delayed(var reason, var rule, var until) ->
                    stops.add(
                            inTime(due, until)
                                    ? new Stop(due, State.WAITING, reason.name(), rule, until, null)
                                    : new Stop(due, State.SUPPRESSED, reason.name(), rule, null, null));
            }
        }
        List<Claimed> filled = filled(passed, channel, members, stops, now);
        messages.stop(stops, now, count);
        return filled;
    }

    /** What may be said only when it makes no sense any more is kept back for good, for the reason that puts it off. */
    private static boolean inTime(Due due, Instant until) {
        return due.expiresAt() == null || until.isBefore(due.expiresAt());
    }

    /** What was taken back while it was on its way is withdrawn now that it came back, and what pauses is held. */
    private List<Due> wanted(List<Due> found, List<Stop> stops) {
        Map<Origin, String> held = held(found);
        List<Due> wanted = new ArrayList<>(found.size());
        for (Due due : found) {
            String recalled = due.recalled();
            String paused =
                    held.get(new Origin(due.origin().kind(), due.origin().id(), null));
            if (recalled != null) {
                stops.add(new Stop(due, State.WITHDRAWN, recalled, "", null, null));
            } else if (paused != null) {
                stops.add(new Stop(due, State.HELD, paused, "", null, null));
            } else {
                wanted.add(due);
            }
        }
        return wanted;
    }

    /** {@return why the origins that pause do, without their places} */
    private Map<Origin, String> held(List<Due> found) {
        Map<Origin, String> held = new HashMap<>();
        pauses.stream().forEach(module -> {
            Set<String> asked = found.stream()
                    .map(Due::origin)
                    .filter(it -> it.kind().equals(module.kind()))
                    .map(Origin::id)
                    .collect(Collectors.toSet());
            if (!asked.isEmpty()) {
                module.paused(asked).forEach(id -> held.put(new Origin(module.kind(), id, null), module.reason()));
            }
        });
        return held;
    }

    private Set<String> ready(Channel channel) {
        Set<String> ready = new HashSet<>(channels.ready());
        ready.add(channel.name());
        return ready;
    }

    private List<Claimed> filled(List<Due> passed, Channel channel, Members members, List<Stop> stops, Instant now) {
        Capabilities can = channel.capabilities();
        Map<Long, Letter> byTemplate =
                letters.of(passed.stream().map(Due::templateId).collect(Collectors.toSet()));
        List<Claimed> filled = new ArrayList<>(passed.size());
        ShortLinkTable.Making making = links.making(now);
        for (Due due : passed) {
            Letter letter = byTemplate.get(due.templateId());
            int member = members.survivors().getOrDefault(due.memberNo(), due.memberNo());
            if (letter == null) {
                stops.add(new Stop(due, State.DEAD, "MISSING_TEMPLATE", "", null, null));
                continue;
            }
            Letter.Filled words =
                    letter.fill(facts(due, member, members), (id, url) -> making.link(due.id(), id, url), can.most());
            switch (words) {
                case Letter.Filled.Said said ->
                    filled.add(new Claimed(
                            due,
                            outgoing(due, member, members, can, letter, said),
                            members.names(member),
                            letter.template().version(),
                            due.attempts() + 1));
                case Letter.Filled.Unsayable(var reason, var detail) ->
                    stops.add(new Stop(due, State.DEAD, reason, "", null, detail));
            }
        }
        making.save();
        return filled;
    }

    private Outgoing outgoing(
            Due due, int member, Members members, Capabilities can, Letter letter, Letter.Filled.Said said) {
        String address = members.address(member, can.addressedBy());
        return new Outgoing(
                due.key(),
                member,
                address == null ? "" : address,
                said.title(),
                said.text(),
                said.attachments(),
                due.origin(),
                due.category(),
                letter.template().wording().url(),
                unsubscribing.link(due));
    }

    private Letter.Facts facts(Due due, int member, Members members) {
        var record = members.members().get(member);
        return new Letter.Facts(
                brand.name(),
                member,
                record == null ? null : record.channel(),
                members.traits().getOrDefault(member, Map.of()),
                values(due.said()));
    }

    private Map<String, String> values(@Nullable String values) {
        return values == null ? Map.of() : said.readValue(values);
    }
}
