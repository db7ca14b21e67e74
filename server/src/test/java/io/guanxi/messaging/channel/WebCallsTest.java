package io.guanxi.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.guanxi.messaging.Pictures;
import io.guanxi.messaging.channel.WebCalls.NotReached;
import io.guanxi.messaging.channel.WebCalls.OwnNetwork;
import io.guanxi.messaging.channel.WebCalls.WebAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom the server calls, whatever name servers say, against a real server at home. */
class WebCallsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<String> hosts = new ArrayList<>();
    private final HttpServer server;

    WebCallsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            boolean moved = exchange.getRequestURI().getPath().equals("/moved");
            if (moved) {
                exchange.getResponseHeaders().set("Location", "/");
            }
            byte[] body = "here".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(moved ? 302 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** A name server that says something else each time it is asked, and at last the same. */
    private static final class Fickle implements DnsResolver {
        private final List<String> answers;
        private int asked;

        Fickle(String... answers) {
            this.answers = List.of(answers);
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            String[] said = answers.get(Math.min(asked++, answers.size() - 1)).split(" ");
            InetAddress[] addresses = new InetAddress[said.length];
            for (int i = 0; i < said.length; i++) {
                addresses[i] = InetAddress.getByName(said[i]);
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static WebCalls calls(DnsResolver names, boolean allowPrivate) {
        return new WebCalls(Settings.of(Map.of("allow-private", Boolean.toString(allowPrivate))), names);
    }

    private String url(String path) {
        return "http://fickle.example:" + server.getAddress().getPort() + path;
    }

    @Test
    void aNameIsAskedForOnceSoWhatWasJudgedIsCalled() throws IOException {
        // 203.0.113.1 is public and nobody's (RFC 5737): were the name asked for again, the call would come here.
        Fickle names = new Fickle("203.0.113.1", "127.0.0.1");
        try (WebCalls calls = calls(names, false)) {
            assertThatThrownBy(() -> calls.call(new HttpGet(url("/")), PATIENCE, 100))
                    .isInstanceOf(NotReached.class);
            assertThat(names.asked).isEqualTo(1);
            assertThat(hosts).isEmpty();

            assertThatThrownBy(() -> calls.call(new HttpGet(url("/")), PATIENCE, 100))
                    .as("the next call judges anew")
                    .isInstanceOf(OwnNetwork.class);
            assertThat(hosts).isEmpty();
        }
    }

    @Test
    void oneAddressAtHomeAmongOthersIsEnoughToRefuse() throws IOException {
        try (WebCalls calls = calls(new Fickle("203.0.113.1 127.0.0.1"), false)) {
            assertThatThrownBy(() -> calls.call(new HttpGet(url("/")), PATIENCE, 100))
                    .isInstanceOf(OwnNetwork.class)
                    .hasMessage("fickle.example is in this server's own network");
            assertThat(new WebPictures(calls).fetch(url("/a.png"), 100))
                    .isEqualTo(new Pictures.Missing("fickle.example is in this server's own network", true));
            assertThat(hosts).isEmpty();
        }
    }

    @Test
    void whereItIsAllowedTheNameIsStillTheHost() throws Exception {
        try (WebCalls calls = calls(new Fickle("127.0.0.1"), true)) {
            WebAnswer answer = calls.call(new HttpGet(url("/")), PATIENCE, 4);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("here");
            assertThat(hosts)
                    .containsExactly("fickle.example:" + server.getAddress().getPort());
        }
    }

    @Test
    void noRedirectIsFollowedAndNoLongerAnswerRead() throws Exception {
        try (WebCalls calls = calls(new Fickle("127.0.0.1"), true)) {
            assertThat(calls.call(new HttpGet(url("/moved")), PATIENCE, 100).status())
                    .isEqualTo(302);
            assertThat(hosts).hasSize(1);
            assertThatThrownBy(() -> calls.call(new HttpGet(url("/")), PATIENCE, 3))
                    .isInstanceOf(IOException.class)
                    .hasMessage("an answer of more than 3 bytes");
        }
    }
}
