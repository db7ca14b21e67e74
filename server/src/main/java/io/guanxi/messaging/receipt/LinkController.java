package io.guanxi.messaging.receipt;

import io.guanxi.messaging.outbox.Clicks;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Short links: where one leads was said when its message was made, so that no caller can choose it. */
@RestController
@Tag(name = "Messaging")
class LinkController {

    private final Clicks clicks;

    LinkController(Clicks clicks) {
        this.clicks = clicks;
    }

    @GetMapping("/l/{code}")
    @Operation(summary = "Follow a short link; the click is an event of the member whose message it was in")
    ResponseEntity<Void> follow(@PathVariable String code, HttpServletRequest request) {
        if (!code.matches("[0-9A-Za-z]{11}")) {
            throw unknown();
        }
        String url = clicks.follow(code, request.getMethod().equals("GET")).orElseThrow(LinkController::unknown);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(url))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static Problem unknown() {
        return Problem.notFound("link.unknown", "There is no such link.");
    }
}
