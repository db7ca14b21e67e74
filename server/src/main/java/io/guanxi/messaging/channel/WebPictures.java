package io.guanxi.messaging.channel;

import io.guanxi.messaging.Picture;
import io.guanxi.messaging.Pictures;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Fetches pictures: no redirects, no private addresses unless allowed, no more bytes than asked for. */
@Component
final class WebPictures implements Pictures {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final MessagingSettings settings;

    WebPictures(MessagingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Fetched fetch(String url, int most) {
        if (!WebAddress.isPage(url)) {
            return new Missing("no http or https address: " + url, true);
        }
        URI uri = URI.create(url);
        try {
            if (!settings.allowPrivate() && !WebAddress.isPublic(uri.getHost())) {
                return new Missing(uri.getHost() + " is in this server's own network", true);
            }
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
            return answer.statusCode() == OK
                    ? picture(url, answer.body())
                    : new Missing("HTTP " + answer.statusCode() + " of " + url, answer.statusCode() / 100 == 4);
        } catch (UnknownHostException never) {
            return new Missing("there is no host " + uri.getHost(), false);
        } catch (IOException broken) {
            return new Missing("no whole picture of at most " + most + " bytes of " + url + ": " + broken, false);
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
