package io.guanxi.messaging.receipt;

import io.guanxi.messaging.outbox.Followers;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where WeChat tells what happens in the brand's official account. */
@RestController
@RequestMapping(path = "/official-account/callback", produces = MediaType.TEXT_PLAIN_VALUE)
@Tag(name = "Messaging")
class AccountController {

    private static final int MOST_BYTES = 64 * 1024;

    private final AccountReader reader;
    private final Followers followers;

    AccountController(AccountReader reader, Followers followers) {
        this.reader = reader;
        this.followers = followers;
    }

    @GetMapping
    @Operation(summary = "Prove to WeChat that callbacks can be read here")
    String prove(
            @RequestParam String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestParam String echostr) {
        if (!reader.signed(signature, timestamp, nonce)) {
            throw refused();
        }
        return echostr;
    }

    @PostMapping
    @Operation(
            summary = "Take a callback of a WeChat official account",
            description =
                    "Signed and encrypted by WeChat (安全模式). Durable when it is answered; what comes again changes nothing.")
    String hear(
            @RequestParam String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestParam(name = "msg_signature", required = false) @Nullable String ofBody,
            HttpServletRequest request) {
        if (!reader.signed(signature, timestamp, nonce)) {
            throw refused();
        }
        if (ofBody == null) {
            throw Problem.badRequest(
                    "official-account.plain",
                    "This callback is not encrypted; choose the secure mode (安全模式) in the account's settings.");
        }
        byte[] body = Bodies.read(request, MOST_BYTES, "official-account.too-large", AccountController::refused);
        AccountReader.Said said = reader.read(ofBody, timestamp, nonce, new String(body, StandardCharsets.UTF_8))
                .orElseThrow(AccountController::refused);
        if (said.news() != null) {
            followers.take(said.news());
        }
        return "success";
    }

    private static Problem refused() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "official-account.signature",
                "This is not a callback that WeChat signed for this account; see docs/modules/messaging.md.",
                List.of());
    }
}
