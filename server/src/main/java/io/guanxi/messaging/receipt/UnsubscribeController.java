package io.guanxi.messaging.receipt;

import io.guanxi.access.BrandFace;
import io.guanxi.messaging.outbox.Unsubscribing;
import io.guanxi.messaging.outbox.Unsubscribing.Unsubscription;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The page that the link in a mail leads to, and what mailboxes call at one click (RFC 8058). Looking does nothing, since scanners
 * follow links; only the button, or that call, takes the consent back.
 */
@RestController
@Tag(name = "Messaging")
class UnsubscribeController {

    private static final MediaType PAGE = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final Map<String, String> CHANNELS_ZH = Map.of("email", "邮件", "sms", "短信", "push", "推送");
    private static final Map<String, String> CHANNELS_EN =
            Map.of("email", "e-mails", "sms", "text messages", "push", "app pushes");

    private final Unsubscribing unsubscribing;
    private final BrandFace brand;

    UnsubscribeController(Unsubscribing unsubscribing, BrandFace brand) {
        this.unsubscribing = unsubscribing;
        this.brand = brand;
    }

    @GetMapping(path = "/u/{token}", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "The page on which a member says that they want no more messages of a channel")
    ResponseEntity<String> ask(@PathVariable String token, Locale locale) {
        boolean zh = isChinese(locale);
        return page(zh, unsubscribing.look(token), (zh ? """
                <h1>退订%2$s</h1><p>确认后，%1$s不会再给您发%2$s%3$s。</p>
                <form method="post"><button>确认退订</button></form>""" : """
                <h1>Unsubscribe from %2$s</h1><p>%1$s will send you no more %2$s%3$s.</p>
                <form method="post"><button>Unsubscribe</button></form>"""));
    }

    @PostMapping(path = "/u/{token}", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "Unsubscribe: the button of that page, and the one click of mailboxes (RFC 8058)")
    ResponseEntity<String> unsubscribe(@PathVariable String token, Locale locale) {
        boolean zh = isChinese(locale);
        return page(zh, unsubscribing.take(token), (zh ? """
                <h1>已退订</h1><p>%1$s不会再给您发%2$s%3$s。</p>""" : """
                <h1>Unsubscribed</h1><p>%1$s will send you no more %2$s%3$s.</p>"""));
    }

    /** Promises no more than the reach policy holds. */
    private static String except(boolean zh, Unsubscription ended) {
        return ended.service() ? "" : zh ? "；订单、售后等服务通知仍会发送" : ", except for news of your orders and requests";
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    private ResponseEntity<String> page(boolean zh, Optional<Unsubscription> ended, String body) {
        String unknown = zh
                ? "<h1>链接无效</h1><p>请使用邮件里的完整链接。</p>"
                : "<h1>No such link</h1><p>Use the whole link of the message.</p>";
        String said = ended.map(it -> body.formatted(
                        HtmlUtils.htmlEscape(brand.name()),
                        (zh ? CHANNELS_ZH : CHANNELS_EN).getOrDefault(it.channel(), zh ? "消息" : "messages"),
                        except(zh, it)))
                .orElse(unknown);
        return ResponseEntity.status(ended.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .contentType(PAGE)
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body("""
                        <!doctype html><html lang="%s"><head><meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
                        <style>
                        :root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
                        main { max-width: 26rem; text-wrap: balance; margin: 20vh auto 0; padding: 0 1.25rem; text-align: center; }
                        h1 { font-size: 1.4rem; }
                        button { font: inherit; padding: .6rem 1.6rem; border: 0; border-radius: .5rem; color: #fff; background: #0b7a66; cursor: pointer; }
                        </style></head><body><main>%s</main></body></html>
                        """.formatted(zh ? "zh-CN" : "en", HtmlUtils.htmlEscape(brand.name()), said));
    }
}
