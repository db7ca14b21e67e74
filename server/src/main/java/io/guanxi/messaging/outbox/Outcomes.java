package io.guanxi.messaging.outbox;

import io.guanxi.collect.Intake;
import io.guanxi.collect.OwnEvent;
import io.guanxi.identity.Identities;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.outbox.BlockTable.Block;
import io.guanxi.messaging.outbox.MessageTable.Note;
import io.guanxi.messaging.outbox.Tallies.Count;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Notes what became of messages that were handed over, with their events, in one transaction a batch. */
@Component
class Outcomes {

    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private final JdbcClient postgres;
    private final MessageTable messages;
    private final BlockTable blocks;
    private final Identities identities;
    private final Tallies tallies;
    private final Intake intake;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final Clock clock;

    Outcomes(
            JdbcClient postgres,
            MessageTable messages,
            BlockTable blocks,
            Identities identities,
            Tallies tallies,
            Intake intake,
            TransactionOperations transaction,
            JsonMapper json,
            Clock clock) {
        this.postgres = postgres;
        this.messages = messages;
        this.blocks = blocks;
        this.identities = identities;
        this.tallies = tallies;
        this.intake = intake;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** What became of one message. */
    record Result(Claimed claimed, Outcome outcome) {}

    /** Notes results of a claim; what the claim no longer holds is left to who does. */
    void note(UUID claim, boolean knowsKeys, List<Result> results) {
        if (!results.isEmpty()) {
            transaction.executeWithoutResult(_ -> write(
                    claim,
                    results.stream()
                            .sorted(Comparator.comparingLong(
                                    result -> result.claimed().due().id())) // as receipts hold them
                            .map(result -> turn(result, knowsKeys))
                            .toList(),
                    clock.instant()));
        }
    }

    /** Notes within the caller's transaction that a local channel wrote messages. */
    void accepted(UUID claim, List<Claimed> written, Instant now) {
        write(
                claim,
                written.stream()
                        .map(claimed -> turn(new Result(claimed, new Outcome.Accepted(null)), true))
                        .toList(),
                now);
    }

    /**
     * Where a message stands after a result.
     *
     * @param claimed the message
     * @param state what it is
     * @param kind what its time-line says
     * @param reason why
     * @param detail in the provider's words, or null
     * @param pause until it is due again, or null
     * @param providerId by which receipts name it, or null
     * @param doubtful whether nobody knows if the provider took it
     * @param doubt whether that is a doubt that no key can settle
     * @param blocked whether the member cannot be reached any more
     */
    private record Turn(
            Claimed claimed,
            State state,
            String kind,
            String reason,
            @Nullable String detail,
            @Nullable Duration pause,
            @Nullable String providerId,
            boolean doubtful,
            boolean doubt,
            boolean blocked) {}

    private static Turn turn(Result result, boolean knowsKeys) {
        Claimed claimed = result.claimed();
        return switch (result.outcome()) {
            case Outcome.Accepted(var id) ->
                new Turn(claimed, State.SENT, "SENT", "", null, null, id, false, false, false);
            case Outcome.TryLater(var detail, var after) -> again(claimed, "TRY_LATER", detail, after, false, false);
            case Outcome.Unknown(var detail) -> {
                boolean settled = !knowsKeys && claimed.due().doubts() >= MessageTable.MOST_DOUBTS;
                yield settled
                        ? new Turn(claimed, State.DEAD, "DEAD", "UNCERTAIN", detail, null, null, true, true, false)
                        : again(claimed, knowsKeys ? "NO_ANSWER" : "UNCERTAIN", detail, null, true, !knowsKeys);
            }
            case Outcome.Refused(var detail) ->
                new Turn(claimed, State.DEAD, "DEAD", "REFUSED", detail, null, null, false, false, false);
            case Outcome.Blocked(var detail) ->
                new Turn(claimed, State.SUPPRESSED, "SUPPRESSED", "BLOCKED", detail, null, null, false, false, true);
        };
    }

    private static Turn again(
            Claimed claimed, String reason, String detail, @Nullable Duration after, boolean doubtful, boolean doubt) {
        if (claimed.attempt() >= Backoff.MOST_ATTEMPTS) {
            return new Turn(claimed, State.DEAD, "DEAD", "EXHAUSTED", detail, null, null, doubtful, doubt, false);
        }
        Duration pause = Backoff.after(claimed.attempt(), after, RANDOM);
        return new Turn(
                claimed,
                State.WAITING,
                doubt ? "UNCERTAIN" : "RETRY",
                reason,
                detail,
                pause,
                null,
                doubtful,
                doubt,
                false);
    }

    private void write(UUID claim, List<Turn> turns, Instant now) {
        messages.loseIfFrozen();
        Set<Long> held = new HashSet<>(postgres.sql("""
                        UPDATE message
                        SET state = turn.state, reason = nullif(turn.reason, ''), detail = turn.detail,
                            due_at = coalesce(turn.due_at, message.due_at), provider_id = turn.provider_id,
                            doubted_at = CASE WHEN turn.doubtful THEN coalesce(doubted_at, message.started_at)
                                              ELSE doubted_at END,
                            started_at = NULL,
                            doubts = doubts + CASE WHEN turn.doubt THEN 1 ELSE 0 END,
                            sent_at = CASE WHEN turn.state = 'SENT' THEN :now ELSE sent_at END,
                            failed_at = CASE WHEN turn.state = 'DEAD' THEN :now ELSE failed_at END,
                            claim = NULL, claimed_until = NULL
                        FROM unnest(:ids::bigint[], :states::text[], :reasons::text[], :details::text[], :due::timestamptz[],
                                    :providers::text[], :doubtful::boolean[], :doubts::boolean[])
                             AS turn (id, state, reason, detail, due_at, provider_id, doubtful, doubt)
                        WHERE message.id = turn.id AND message.claim = :claim AND message.state = 'SENDING'
                        RETURNING message.id
                        """)
                .param("now", MessageTable.at(now))
                .param("claim", claim)
                .param(
                        "ids",
                        turns.stream().map(turn -> turn.claimed().due().id()).toArray(Long[]::new))
                .param("states", turns.stream().map(turn -> turn.state().name()).toArray(String[]::new))
                .param("reasons", turns.stream().map(Turn::reason).toArray(String[]::new))
                .param(
                        "details",
                        turns.stream().map(turn -> shortened(turn.detail())).toArray(String[]::new))
                .param(
                        "due",
                        turns.stream()
                                .map(turn -> turn.pause() == null
                                        ? null
                                        : now.plus(turn.pause()).toString())
                                .toArray(String[]::new))
                .param("providers", turns.stream().map(Turn::providerId).toArray(String[]::new))
                .param("doubtful", turns.stream().map(Turn::doubtful).toArray(Boolean[]::new))
                .param("doubts", turns.stream().map(Turn::doubt).toArray(Boolean[]::new))
                .query(Long.class)
                .list());
        List<Turn> noted = turns.stream()
                .filter(turn -> held.contains(turn.claimed().due().id()))
                .toList();
        blocks.add(
                noted.stream()
                        .filter(Turn::blocked)
                        .map(turn -> new Block(
                                turn.claimed().outgoing().memberNo(),
                                turn.claimed().due().channel(),
                                turn.claimed().outgoing().address(),
                                String.valueOf(shortened(turn.detail()))))
                        .toList(),
                now);
        messages.note(
                noted.stream()
                        .filter(turn -> turn.state() != State.SENT)
                        .map(turn -> new Note(
                                turn.claimed().due().id(),
                                turn.kind(),
                                turn.reason(),
                                "",
                                turn.pause() == null ? null : now.plus(turn.pause()),
                                shortened(turn.detail())))
                        .toList(),
                now);
        Set<Integer> there = identities
                .survivorsOf(noted.stream()
                        .map(turn -> turn.claimed().outgoing().memberNo())
                        .collect(Collectors.toSet()))
                .keySet();
        Count count = new Count();
        List<OwnEvent> events = new ArrayList<>();
        for (Turn turn : noted) {
            MessageTable.count(count, turn.claimed().due(), turn.kind(), turn.reason());
            if (turn.doubt() && turn.state() == State.DEAD) {
                MessageTable.count(count, turn.claimed().due(), "UNCERTAIN", turn.reason());
            }
            boolean erased = !there.contains(turn.claimed().outgoing().memberNo()); // while it was handed over
            if (!erased && (turn.state() == State.SENT || turn.state() == State.DEAD)) {
                events.add(event(turn, now));
            }
        }
        tallies.add(count, now);
        intake.note(events);
    }

    private OwnEvent event(Turn turn, Instant now) {
        Claimed claimed = turn.claimed();
        boolean sent = turn.state() == State.SENT;
        return Deeds.of(
                claimed.due().id(),
                sent ? "dispatched" : "failed-" + claimed.attempt(),
                sent ? "Message Dispatched" : "Message Failed",
                now,
                claimed.names(),
                claimed.due().channel(),
                claimed.due().templateId(),
                claimed.due().category(),
                claimed.due().origin(),
                sent ? Map.of() : Map.of("reason", turn.reason()),
                json);
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= 500 ? text : text.substring(0, 500);
    }
}
