package io.guanxi.wecom.sync;

import io.guanxi.access.Audit;
import io.guanxi.platform.Problem;
import io.guanxi.wecom.client.WeComSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The connection to WeCom: whether it is set up, and how far the sync is. */
@RestController
@RequestMapping("/api/wecom")
@Tag(name = "WeCom")
class SyncController {

    private final WeComSettings settings;
    private final SyncTable syncs;
    private final SyncWork work;
    private final Audit audit;

    SyncController(WeComSettings settings, SyncTable syncs, SyncWork work, Audit audit) {
        this.settings = settings;
        this.syncs = syncs;
        this.work = work;
        this.audit = audit;
    }

    /**
     * The connection.
     *
     * @param ready whether WeCom can be called
     * @param takesCallbacks whether its callbacks can be read
     * @param corpId the enterprise; empty where there is none
     * @param sync the last sync, or null where there was none
     * @param counts what is known
     */
    record WeComConnection(
            boolean ready,
            boolean takesCallbacks,
            String corpId,
            @Nullable Sync sync,
            WeComCounts counts) {}

    @GetMapping
    @Operation(summary = "The connection to WeCom, and how far its sync is")
    WeComConnection connection() {
        return new WeComConnection(
                settings.ready(),
                settings.takesCallbacks(),
                settings.corpId(),
                syncs.last().orElse(null),
                syncs.counts());
    }

    @PostMapping("/sync")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Read everything anew")
    WeComConnection sync() {
        if (!settings.ready()) {
            throw Problem.conflict("wecom.not-set-up", "Set GUANXI_WECOM_CORPID and GUANXI_WECOM_SECRET first.");
        }
        if (!work.begin()) {
            throw Problem.conflict("wecom.sync-running", "A sync is under way; wait until it is done.");
        }
        audit.record("wecom.sync-started", "wecom", Map.of());
        return connection();
    }
}
