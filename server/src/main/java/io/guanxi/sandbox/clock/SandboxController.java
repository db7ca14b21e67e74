package io.guanxi.sandbox.clock;

import io.guanxi.access.Audit;
import io.guanxi.platform.Problem;
import io.guanxi.sandbox.clock.SandboxTime.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sandbox's clock over HTTP; refused where the brand is a real one. */
@RestController
@RequestMapping("/api/sandbox")
@Tag(name = "Sandbox")
class SandboxController {

    private static final int MOST_DAYS = 366;

    private final ObjectProvider<SandboxTime> sandbox;
    private final Audit audit;

    SandboxController(ObjectProvider<SandboxTime> sandbox, Audit audit) {
        this.sandbox = sandbox;
        this.audit = audit;
    }

    /**
     * How far the clock is to go.
     *
     * @param to by hours, by days, or to the next moment at which something is due
     * @param times how many hours or days; 1 where nothing is said
     */
    @Schema(name = "SandboxAdvance")
    record Advance(@Nullable Unit to, @Nullable Integer times) {}

    /** By what the clock is advanced. */
    enum Unit {
        /** An hour. */
        HOUR,
        /** Twenty-four hours. */
        DAY,
        /** The next moment at which something is due. */
        NEXT
    }

    /**
     * What one who takes part says.
     *
     * @param question the question, of the state, to which this is the answer
     * @param next when it has something to do next, or null
     */
    @Schema(name = "SandboxAnswer")
    record Answer(long question, @Nullable Instant next) {}

    @GetMapping
    @Operation(summary = "What time it is in the sandbox, and what is due next")
    State state() {
        return time().state();
    }

    @PostMapping("/advance")
    @Operation(summary = "Begins to advance the clock; what is due on the way is done on the way")
    State advance(@RequestBody Advance advance) {
        SandboxTime time = time();
        int times = advance.times() == null ? 1 : advance.times();
        Unit unit = advance.to();
        if (unit == null
                || times < 1
                || times > (unit == Unit.NEXT ? 1 : unit == Unit.DAY ? MOST_DAYS : 24 * MOST_DAYS)) {
            throw Problem.badRequest(
                    "sandbox.advance", "The clock goes by 1 or more HOURs or DAYs, up to a year, or to what is NEXT.");
        }
        switch (unit) {
            case HOUR -> time.advance(Duration.ofHours(times));
            case DAY -> time.advance(Duration.ofDays(times));
            case NEXT -> time.advanceToNext();
        }
        audit.record("sandbox.advanced", "sandbox", Map.of("to", unit.name(), "times", times));
        return time.state();
    }

    @DeleteMapping("/advance")
    @Operation(summary = "Leaves the clock where it has come to")
    State stop() {
        SandboxTime time = time();
        time.stopAdvancing();
        return time.state();
    }

    @PutMapping("/participants/{name}")
    @Operation(summary = "One who lives by this clock says that it has done what was to be done now")
    State answer(@PathVariable String name, @RequestBody Answer answer) {
        SandboxTime time = time();
        time.hear(name, answer.question(), answer.next());
        return time.state();
    }

    private SandboxTime time() {
        SandboxTime time = sandbox.getIfAvailable();
        if (time == null) {
            throw Problem.conflict("sandbox.none", "This brand is a real one: its time is the real time.");
        }
        return time;
    }
}
