package io.guanxi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Logging in, staying so, writing, logging out. */
@ServerTest
class SessionTests {

    @Autowired
    Caller caller;

    @Test
    void theAdministratorLogsInWritesAndLogsOut() {
        Answer login = login("admin", Caller.ADMIN_PASSWORD);
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.json().path("username").asString()).isEqualTo("admin");
        assertThat(login.json().path("role").asString()).isEqualTo("ADMINISTRATOR");

        Caller console = console(login);
        assertThat(console.get("/api/session").json().path("username").asString())
                .isEqualTo("admin");
        assertThat(console.patch("/api/session", "{\"locale\":\"en\"}")
                        .json()
                        .path("locale")
                        .asString())
                .isEqualTo("en");
        assertThat(console.delete("/api/session").status()).isEqualTo(204);
        assertThat(console.get("/api/session").code()).isEqualTo("access.unauthenticated");
    }

    @Test
    void theSessionCookieIsHiddenFromScriptsAndForeignSites() {
        Answer login = login("admin", Caller.ADMIN_PASSWORD);

        assertThat(login.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("GUANXI_SESSION=").contains("HttpOnly", "SameSite=Lax"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").doesNotContain("HttpOnly"));
    }

    @Test
    void aWriteWithoutTheWriteTokenIsRefused() {
        Answer login = login("admin", Caller.ADMIN_PASSWORD);
        Caller foreign = caller.anonymous().with("Cookie", "GUANXI_SESSION=" + login.cookie("GUANXI_SESSION"));

        Answer without = foreign.patch("/api/session", "{}");
        Answer planted = foreign.with("X-XSRF-TOKEN", "x").patch("/api/session", "{}");

        assertThat(without.status()).isEqualTo(403);
        assertThat(without.code()).isEqualTo("access.write-token");
        assertThat(planted.code()).isEqualTo("access.write-token");
        assertThat(foreign.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreRefusedAlike() {
        Answer wrong = login("admin", "not the password");
        Answer unknown = login("nobody", "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("session.wrong-credentials");
        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @Test
    void guessingIsSlowedDown() {
        for (int i = 0; i < 5; i++) {
            assertThat(login("guessed", "guess number " + i).status()).isEqualTo(401);
        }
        Answer sixth = login("guessed", "guess number 6");

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.code()).isEqualTo("session.too-many-attempts");
        assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(1, 60);
    }

    private Answer login(String username, String password) {
        return caller.anonymous()
                .post("/api/session", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
    }

    private Caller console(Answer login) {
        return caller.anonymous()
                .with("Cookie", "GUANXI_SESSION=" + login.cookie("GUANXI_SESSION"))
                .with("X-XSRF-TOKEN", login.cookie("XSRF-TOKEN"));
    }
}
