package io.guanxi.identity.web;

import io.guanxi.identity.Erasure;
import io.guanxi.identity.ErasureWork;
import io.guanxi.identity.Erasures;
import io.guanxi.identity.Identities;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's rights: to have all that is held of them, and to have it erased. */
@RestController
@RequestMapping("/api")
@Tag(name = "Members")
class ErasureController {

    private final Erasures erasures;
    private final Identities identities;
    private final Clock clock;

    ErasureController(Erasures erasures, Identities identities, Clock clock) {
        this.erasures = erasures;
        this.identities = identities;
        this.clock = clock;
    }

    record Export(int memberNo, Instant exportedAt, Map<String, Object> held) {}

    record ErasureWish(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping("/members/{no}/export")
    @Operation(summary = "All that is held of the member, as one JSON file")
    ResponseEntity<Export> export(@PathVariable int no) {
        int live = live(no);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"member-" + live + ".json\"")
                .body(new Export(live, clock.instant(), erasures.export(live)));
    }

    @PostMapping("/members/{no}/erasure")
    @Operation(summary = "Erase the member everywhere; answers the certificate, which is done a little later")
    ResponseEntity<Erasure> erase(@PathVariable int no, @RequestBody @Valid ErasureWish wish) {
        long id = erasures.erase(live(no), wish.reason());
        return ResponseEntity.accepted()
                .location(URI.create("/api/erasures/" + id))
                .body(certificate(id));
    }

    @GetMapping("/erasures")
    @Operation(summary = "Every erasure, the newest first, with how far it is")
    Page<ErasureWork> all(
            @RequestParam(defaultValue = "20") int limit,
            @Parameter(description = "next of the page before") @RequestParam(required = false) @Nullable
                    String before) {
        return erasures.page(Parameters.number("before", before), Parameters.limit(limit));
    }

    @GetMapping("/erasures/{id}")
    @Operation(summary = "The certificate of an erasure")
    Erasure certificate(@PathVariable long id) {
        return erasures.certificate(id)
                .orElseThrow(() -> Problem.notFound("erasure.unknown", "There is no erasure with this number."));
    }

    private int live(int no) {
        return identities
                .survivorOf(no)
                .orElseThrow(() -> Problem.notFound("member.unknown", "There is no member with this number."));
    }
}
