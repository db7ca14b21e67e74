package io.guanxi.wecom.callback;

import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where WeCom calls back. */
@RestController
@RequestMapping(path = "/wecom/callback", produces = MediaType.TEXT_PLAIN_VALUE)
@Tag(name = "WeCom")
class CallbackController {

    private final CallbackReader reader;
    private final CallbackTable callbacks;
    private final CallbackWork work;
    private final Clock clock;

    CallbackController(CallbackReader reader, CallbackTable callbacks, CallbackWork work, Clock clock) {
        this.reader = reader;
        this.callbacks = callbacks;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Prove to WeCom that callbacks can be read here")
    String verify(
            @RequestParam("msg_signature") String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestParam("echostr") String encrypted) {
        return reader.echo(signature, timestamp, nonce, encrypted).orElseThrow(CallbackController::refused);
    }

    @PostMapping
    @Operation(
            summary = "Take a callback of WeCom",
            description =
                    "Signed and encrypted by WeCom. Durable when it is answered; what comes again changes nothing.")
    String take(
            @RequestParam("msg_signature") String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestBody String body) {
        Callback callback = reader.read(signature, timestamp, nonce, body).orElseThrow(CallbackController::refused);
        if (callbacks.keep(callback, clock.instant())) {
            work.came();
        }
        return "success";
    }

    private static Problem refused() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "wecom.signature",
                "This is not a callback that WeCom signed for this enterprise; see docs/modules/wecom.md.",
                List.of());
    }
}
