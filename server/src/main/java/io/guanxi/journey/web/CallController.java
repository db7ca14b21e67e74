package io.guanxi.journey.web;

import io.guanxi.access.Audit;
import io.guanxi.journey.saved.SavedJourneys;
import io.guanxi.journey.store.CallTable;
import io.guanxi.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls of webhooks that were given up, over HTTP. */
@RestController
@RequestMapping("/api/journeys/{id}/calls")
@Tag(name = "Journeys")
class CallController {

    private static final int MOST = 200;

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
    Page<CallTable.Dead> dead(@PathVariable long id) {
        journeys.get(id);
        return new Page<>(calls.dead(id, MOST), null);
    }

    @PostMapping("/resend")
    @Operation(summary = "Make those that were given up once more, with the keys they had")
    CallsAgain again(@PathVariable long id) {
        journeys.get(id);
        Integer again = transaction.execute(_ -> {
            int many = calls.again(id, clock.instant());
            audit.record("journey.calls-resent", "journey:" + id, Map.of("calls", many));
            return many;
        });
        return new CallsAgain(again == null ? 0 : again);
    }
}
