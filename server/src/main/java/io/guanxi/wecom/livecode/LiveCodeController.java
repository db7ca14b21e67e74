package io.guanxi.wecom.livecode;

import io.guanxi.platform.Page;
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

    LiveCodeController(LiveCodes codes, Onboarding onboarding) {
        this.codes = codes;
        this.onboarding = onboarding;
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
            description = "Counts members who became a contact within the last days; silent are those whom nobody has"
                    + " reached within three days.")
    Onboarding.OnboardingFunnel onboarding(@RequestParam(defaultValue = "30") int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.badRequest("onboarding.days", "Ask for 1 to " + MOST_DAYS + " days.");
        }
        return onboarding.lately(days);
    }
}
