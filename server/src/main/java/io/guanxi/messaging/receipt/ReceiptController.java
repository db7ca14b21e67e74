package io.guanxi.messaging.receipt;

import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.Receipts;
import io.guanxi.messaging.channel.MessagingSettings;
import io.guanxi.messaging.channel.Signature;
import io.guanxi.platform.Problem;
import io.guanxi.platform.RealTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where providers report; each signs with its channel's secret. */
@RestController
@RequestMapping("/receipts")
@Tag(name = "Messaging")
class ReceiptController {

    private static final int MOST = 10_000;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Receipts receipts;
    private final MessagingSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    ReceiptController(Receipts receipts, MessagingSettings settings, JsonMapper json, @RealTime Clock clock) {
        this.receipts = receipts;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a provider reports.
     *
     * @param receipts at most 10,000
     */
    record ReportedReceipts(List<Receipt> receipts) {}

    /**
     * What was taken.
     *
     * @param known how many were of messages we know
     */
    record TakenReceipts(int known) {}

    @PostMapping("/{channel}")
    @Operation(
            summary = "Report what became of messages",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = ReportedReceipts.class))),
            description =
                    "Signed: X-Guanxi-Timestamp holds seconds since 1970, X-Guanxi-Signature v1= and the HMAC-SHA256, in hex, of"
                            + " timestamp, a dot and the body. Durable when it is answered; what comes again changes nothing.")
    TakenReceipts take(
            @PathVariable String channel,
            @RequestHeader(name = Signature.TIMESTAMP, required = false) @Nullable String timestamp,
            @RequestHeader(name = Signature.SIGNATURE, required = false) @Nullable String signature,
            HttpServletRequest request) {
        Instant now = clock.instant();
        String secret = secret(channel);
        if (secret.isEmpty() || !Signature.isPlausible(timestamp, signature, now)) {
            throw unsigned();
        }
        byte[] body = Bodies.read(request, MOST_BYTES, "receipts.too-large", ReceiptController::invalid);
        if (!Signature.fits(secret, timestamp, signature, body, now)) {
            throw unsigned();
        }
        List<Receipt> said = read(body, now);
        if (said.size() > MOST) {
            throw Problem.badRequest("receipts.too-many", "Report at most " + MOST + " receipts at once.");
        }
        return new TakenReceipts(receipts.take(channel, said));
    }

    private List<Receipt> read(byte[] body, Instant now) {
        try {
            List<Receipt> said = json.readValue(body, ReportedReceipts.class).receipts();
            if (!said.stream().allMatch(receipt -> isWhole(receipt, now))) {
                throw invalid();
            }
            return said;
        } catch (JacksonException | NullPointerException e) {
            throw invalid();
        }
    }

    /** Nothing became of a message before there were any, and what is told of tomorrow is no receipt. */
    private static boolean isWhole(Receipt receipt, Instant now) {
        return receipt.status() != null
                && receipt.at() != null
                && receipt.at().isAfter(Instant.EPOCH)
                && receipt.at().isBefore(now.plus(Duration.ofDays(1)))
                && (receipt.key() != null || receipt.providerId() != null)
                && Stream.of(receipt.key(), receipt.providerId(), receipt.detail(), receipt.text())
                        .allMatch(text -> text == null || text.indexOf('\0') < 0);
    }

    private static Problem unsigned() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "receipts.signature",
                "The signature does not fit; see docs/modules/messaging.md.",
                List.of());
    }

    private static Problem invalid() {
        return Problem.badRequest(
                "receipts.invalid",
                "Send {\"receipts\": [{\"key\" or \"providerId\", \"status\": DELIVERED, READ, CLICKED, REPLIED, COMPLAINED,"
                        + " UNSUBSCRIBED, FAILED or BLOCKED, \"at\", \"text\" of an answer}]}.");
    }

    private String secret(String channel) {
        return switch (channel) {
            case "sms" -> settings.sms().secret();
            case "push" -> settings.push().secret();
            case "email" -> settings.email().secret();
            case "webhook" -> settings.webhook().secret();
            default -> "";
        };
    }
}
