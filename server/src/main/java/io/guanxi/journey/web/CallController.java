package io.guanxi.journey.web;

import io.guanxi.access.Audit;
import io.guanxi.journey.saved.SavedJourneys;
import io.guanxi.journey.store.CallTable;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls of webhooks that were given up, over HTTP. */
@RestController
@RequestMapping("/api/journeys/{id}/calls")
@Tag(name = "Journeys")
class CallController {

    private static final int MOST = 200;
    private static final int SOME = 50;

    private final SavedJourneys journeys;
    private final CallTable calls;
    private final TransactionOperations transaction;
    private final Audit audit;
    private final Clock clock;

    CallController(
            SavedJourneys journeys, CallTable calls, TransactionOperations transaction, Audit audit, Clock clock) {
        this.journeys = journeys;
        this.calls = calls;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How many calls are made again.
     *
     * @param calls how many
     */
    record CallsAgain(int calls) {}

    @GetMapping
    @Operation(summary = "Calls of webhooks that were given up, the latest first")
    Page<CallTable.Dead> dead(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long cursor) {
        journeys.get(id);
        int most = Math.clamp(limit == null ? SOME : limit, 1, MOST);
        List<CallTable.Dead> found = calls.dead(id, cursor == null ? Long.MAX_VALUE : cursor, most + 1);
        boolean more = found.size() > most;
        List<CallTable.Dead> shown = more ? found.subList(0, most) : found;
        return new Page<>(shown, more ? Long.toString(shown.getLast().id()) : null);
    }

    @PostMapping("/resend")
    @Operation(summary = "Make those that were given up once more, with the keys they had")
    CallsAgain again(@PathVariable long id) {
        return again(id, null);
    }

    @PostMapping("/{call}/resend")
    @Operation(summary = "Make one that was given up once more, with the key it had")
    CallsAgain one(@PathVariable long id, @PathVariable long call) {
        CallsAgain again = again(id, call);
        if (again.calls() == 0) {
            throw Problem.notFound(
                    "journey.call-unknown", "Journey " + id + " has given up no call with the number " + call + ".");
        }
        return again;
    }

    private CallsAgain again(long id, @Nullable Long call) {
        journeys.get(id);
        int again = Objects.requireNonNull(transaction.execute(_ -> {
            int many = calls.again(id, call, clock.instant());
            if (many > 0) {
                audit.record("journey.calls-resent", "journey:" + id, Map.of("calls", many));
            }
            return many;
        }));
        return new CallsAgain(again);
    }
}
