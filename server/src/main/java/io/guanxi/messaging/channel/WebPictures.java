package io.guanxi.messaging.channel;

import io.guanxi.messaging.Picture;
import io.guanxi.messaging.Pictures;
import io.guanxi.messaging.channel.WebCalls.NotReached;
import io.guanxi.messaging.channel.WebCalls.OwnNetwork;
import io.guanxi.messaging.channel.WebCalls.WebAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.springframework.stereotype.Component;

/** Fetches pictures by {@linkplain WebCalls calls}; only what is one, and no more bytes than asked for. */
@Component
final class WebPictures implements Pictures {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final int OK = 200;

    private final WebCalls web;

    WebPictures(WebCalls web) {
        this.web = web;
    }

    @Override
    public Fetched fetch(String url, int most) {
        if (!WebAddress.isPage(url)) {
            return new Missing("no http or https address: " + url, true);
        }
        try {
            WebAnswer answer = web.call(new HttpGet(url), PATIENCE, most);
            return answer.status() == OK
                    ? picture(url, answer.body())
                    : new Missing("HTTP " + answer.status() + " of " + url, answer.status() / 100 == 4);
        } catch (OwnNetwork inside) {
            return new Missing(String.valueOf(inside.getMessage()), true);
        } catch (NotReached never) {
            return new Missing(String.valueOf(never.getMessage()), false);
        } catch (IOException broken) {
            return new Missing("no whole picture of at most " + most + " bytes of " + url + ": " + broken, false);
        } catch (TimeoutException late) {
            return new Missing("no whole picture of " + url + " in time", false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Missing("the server stops", false);
        }
    }

    private static Fetched picture(String url, byte[] bytes) {
        if (begins(bytes, JPEG)) {
            return new Picture(bytes, "jpg");
        }
        if (begins(bytes, PNG)) {
            return new Picture(bytes, "png");
        }
        return new Missing("neither a JPEG nor a PNG: " + url, true);
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }
}
