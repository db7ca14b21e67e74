package io.guanxi.wecom.livecode;

import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.guanxi.platform.Problem;
import io.guanxi.wecom.livecode.LiveCodeTable.Wish;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Live codes, and how far newcomers get. */
@RestController
@RequestMapping("/api/live-codes")
@Tag(name = "WeCom")
class LiveCodeController {

    private static final int MOST_DAYS = 365;

    private final LiveCodes codes;
    private final Onboarding onboarding;
    private final SilentNewcomers silent;

    LiveCodeController(LiveCodes codes, Onboarding onboarding, SilentNewcomers silent) {
        this.codes = codes;
        this.onboarding = onboarding;
        this.silent = silent;
    }

    /**
     * A live code somebody wants.
     *
     * @param name unique among those in use
     * @param channel where it hangs
     * @param scene on which occasion, or null
     * @param employees ids of those whom one adds
     * @param tags numbers of tags that newcomers get, or null
     * @param templateId what they are told at once, or null
     * @param journeyId number of a published journey that they enter, or null
     */
    record WantedLiveCode(
            String name,
            String channel,
            @Nullable String scene,
            List<String> employees,
            @Nullable List<Integer> tags,
            @Nullable Long templateId,
            @Nullable Long journeyId) {

        /** What is left out is empty, and refused with its place. */
        WantedLiveCode {
            name = name == null ? "" : name;
            channel = channel == null ? "" : channel;
            employees = employees == null ? List.of() : List.copyOf(employees);
        }

        private Wish wish() {
            return new Wish(
                    name.strip(),
                    channel.strip(),
                    scene == null ? "" : scene.strip(),
                    employees,
                    tags == null ? List.of() : tags,
                    templateId,
                    journeyId);
        }
    }

    @GetMapping
    @Operation(summary = "Live codes, the newest first, archived ones too")
    Page<LiveCode> all() {
        return new Page<>(codes.all(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a live code in WeCom")
    LiveCode create(@RequestBody WantedLiveCode wanted) {
        return codes.create(wanted.wish());
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Change a live code, also in WeCom",
            description = "The code that hangs out stays the same; who scans it from now on gets what it says then.")
    LiveCode change(@PathVariable long id, @RequestBody WantedLiveCode wanted) {
        return codes.change(id, wanted.wish());
    }

    @PostMapping("/{id}/archive")
    @Operation(summary = "Take a live code out of use, also in WeCom")
    LiveCode archive(@PathVariable long id) {
        return codes.archive(id);
    }

    @GetMapping("/onboarding")
    @Operation(
            summary =
                    "How far newcomers got: added, tagged, in a group chat, spoken one to one, by path and by live code",
            description = "Counts members who became a contact within the last days; silent are those who came over"
                    + " three days ago, are still a contact and have said nothing one to one.")
    Onboarding.OnboardingFunnel onboarding(@RequestParam(defaultValue = "30") int days) {
        return onboarding.lately(inRange(days));
    }

    @GetMapping("/onboarding/silent")
    @Operation(
            summary = "Newcomers who came over three days ago and have said nothing, with their guides and live codes")
    Page<SilentNewcomers.SilentNewcomer> silent(
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(required = false) @Nullable Long liveCode,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int after = (int) Math.clamp(Parameters.cursor(cursor, 0), 0L, Integer.MAX_VALUE - 1L);
        return silent.page(inRange(days), path, liveCode, after, Parameters.limit(limit));
    }

    private static int inRange(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.badRequest("onboarding.days", "Ask for 1 to " + MOST_DAYS + " days.");
        }
        return days;
    }
}
