package io.guanxi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who gets in, and how the others are refused. */
@ServerTest
class CredentialsTests {

    @Autowired
    Caller caller;

    @Test
    void whoSendsNoCredentialsIsAskedForThem() {
        Answer answer = caller.anonymous().get("/api/members");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("access.unauthenticated");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aWrongApiKeyIsNamedAsSuch() {
        Answer answer = caller.withApiKey("no-such-key").get("/api/session");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("access.wrong-key");
    }

    @Test
    void thePresetApiKeyActsAsAdministrator() {
        assertThat(caller.get("/api/session").json().path("role").asString()).isEqualTo("ADMINISTRATOR");
    }

    @Test
    void aWriteKeyOpensTrackingOnly() {
        Caller tracker = caller.withWriteKey(Caller.WRITE_KEY);

        assertThat(tracker.get("/v1/no-such-call").status()).isEqualTo(404);
        assertThat(tracker.get("/api/session").code()).isEqualTo("access.wrong-key");
        assertThat(caller.withApiKey(Caller.WRITE_KEY).get("/api/session").code())
                .isEqualTo("access.wrong-key");
    }

    @Test
    void trackingRefusesAnyOtherKey() {
        Answer wrong = caller.withWriteKey("no-such-key").post("/v1/track", "{}");
        Answer apiKey = caller.withWriteKey(Caller.API_KEY).post("/v1/track", "{}");
        Answer none = caller.anonymous().post("/v1/track", "{}");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("access.wrong-key");
        assertThat(apiKey.code()).isEqualTo("access.wrong-key");
        assertThat(none.code()).isEqualTo("access.wrong-key");
    }

    @Test
    void healthAndTheDescriptionOfTheApiAreOpenMetricsAreNot() {
        assertThat(caller.anonymous().get("/actuator/health").status()).isEqualTo(200);
        assertThat(caller.anonymous()
                        .get("/api/openapi.json")
                        .json()
                        .at("/info/title")
                        .asString())
                .isEqualTo("Guanxi");
        assertThat(caller.anonymous().get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(caller.get("/actuator/prometheus").text()).contains("jvm_memory_used_bytes");
    }

    @Test
    void everyoneWhoIsInMayAskWhatBrandThisIs() {
        assertThat(caller.get("/api/brand").json().path("zone").asString()).isEqualTo("Asia/Shanghai");
        assertThat(caller.get("/api/brand").json().path("locale").asString()).isEqualTo("zh-CN");
        assertThat(caller.anonymous().get("/api/brand").status()).isEqualTo(401);
    }

    @Test
    void answersOfTheApiAreNotKeptAndScriptsOfOthersDoNotRun() {
        Answer answer = caller.get("/api/session");

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self';", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aBrowserOfAnyOriginMayTrack() {
        Answer preflight = caller.anonymous()
                .with("Origin", "https://shop.example")
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,content-type")
                .send("OPTIONS", "/v1/track", BodyPublishers.noBody(), "text/plain");

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void anUnknownCallIsAProblemToo() {
        Answer answer = caller.get("/api/no-such-call");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("request.not-found");
    }
}
