package io.guanxi.collect.catalogue;

import io.guanxi.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The quality of what comes in, over HTTP. */
@RestController
@RequestMapping("/api/data-quality")
@Tag(name = "Events")
class QualityController {

    private static final int MOST_DAYS = 90;

    private final DataQuality quality;

    QualityController(DataQuality quality) {
        this.quality = quality;
    }

    @GetMapping
    @Operation(summary = "What was late, unknown, twice or broken in the last days, by source")
    Page<SourceQuality> sources(@RequestParam(defaultValue = "30") int days) {
        return new Page<>(quality.bySource(Math.clamp(days, 1, MOST_DAYS)), null);
    }
}
