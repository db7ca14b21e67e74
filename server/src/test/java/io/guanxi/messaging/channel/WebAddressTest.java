package io.guanxi.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where this server may call, and whom it believes. */
class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.100.100.200", "0.0.0.0",
                "[::1]", "[fc00::1]", "[fe80::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "224.0.0.1",
                        "255.255.255.255"
            })
    void itsOwnNetworkIsNotPublic(String host) throws UnknownHostException {
        assertThat(WebAddress.isPublic(InetAddress.getByName(host))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "114.114.114.114", "[2400:3200::1]"})
    void theInternetIs(String host) throws UnknownHostException {
        assertThat(WebAddress.isPublic(InetAddress.getByName(host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://x.example/",
                "//x.example",
                "https://u:p@x.example/",
                "x",
                "http://"
            })
    void onlyHttpAddressesArePages(String text) {
        assertThat(WebAddress.isPage(text)).isFalse();
    }

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void aSignatureFitsItsBodyAndItsTimeOnly() {
        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        String time = Long.toString(now.getEpochSecond());
        String signature = Signature.of("secret", time, BODY);

        assertThat(Signature.fits("secret", time, signature, BODY, now)).isTrue();
        assertThat(Signature.fits("secret", time, signature, "{ }".getBytes(StandardCharsets.UTF_8), now))
                .isFalse();
        assertThat(Signature.fits("other", time, signature, BODY, now)).isFalse();
        assertThat(Signature.fits("secret", time, signature, BODY, now.plus(Duration.ofMinutes(6))))
                .isFalse();
        assertThat(Signature.fits("", time, Signature.of("x", time, BODY), BODY, now))
                .isFalse();
    }
}
