package io.guanxi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Adding, changing and removing users and keys. */
@ServerTest
class UserAndKeyTests {

    @Autowired
    Caller caller;

    @Test
    void aUserIsAddedLogsInIsChangedAndRemoved() {
        Answer added = add("lin.mei", "a good password", "GUIDE");
        assertThat(added.status()).isEqualTo(201);
        long id = added.json().path("id").asLong();
        Caller guide = login("Lin.Mei", "a good password");
        assertThat(guide.get("/api/session").json().path("role").asString()).isEqualTo("GUIDE");

        caller.patch("/api/users/" + id, "{\"role\":\"ANALYST\"}");
        assertThat(guide.get("/api/session").json().path("role").asString()).isEqualTo("ANALYST");

        caller.patch("/api/users/" + id, "{\"password\":\"another password\"}");
        assertThat(guide.get("/api/session").status()).isEqualTo(401);

        assertThat(caller.delete("/api/users/" + id).status()).isEqualTo(204);
        assertThat(caller.get("/api/users").text()).doesNotContain("lin.mei");
    }

    @Test
    void aUserWhoChangesTheOwnPasswordStaysLoggedIn() {
        long id = add("zhao", "a good password", "GUIDE").json().path("id").asLong();
        Caller zhao = login("zhao", "a good password");

        Answer wrong = zhao.patch("/api/session", "{\"currentPassword\":\"no\",\"newPassword\":\"a new password\"}");
        Answer right = zhao.patch(
                "/api/session", "{\"currentPassword\":\"a good password\",\"newPassword\":\"a new password\"}");

        assertThat(wrong.code()).isEqualTo("session.wrong-credentials");
        assertThat(right.status()).isEqualTo(200);
        assertThat(right.cookie("GUANXI_SESSION")).isNotEmpty();
        assertThat(login("zhao", "a new password").get("/api/session").status()).isEqualTo(200);
        caller.delete("/api/users/" + id);
    }

    @Test
    void namesAreTakenOnceAndPasswordsMustBeLong() {
        long id = add("taken", "a good password", "ANALYST").json().path("id").asLong();

        assertThat(add("TAKEN", "a good password", "ANALYST").code()).isEqualTo("user.exists");
        assertThat(add("short", "1234567", "ANALYST").code()).isEqualTo("user.invalid");
        assertThat(add("no spaces", "a good password", "ANALYST")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("username");
        caller.delete("/api/users/" + id);
    }

    @Test
    void theLastAdministratorStaysOne() {
        long admin = numberOf("admin");

        assertThat(caller.delete("/api/users/" + admin).code()).isEqualTo("user.last-administrator");
        assertThat(caller.patch("/api/users/" + admin, "{\"role\":\"GUIDE\"}").code())
                .isEqualTo("user.last-administrator");
        assertThat(caller.patch("/api/users/" + admin, "{\"locale\":\"en\"}").status())
                .isEqualTo(200);
    }

    @Test
    void anApiKeyShowsItsSecretOnceAndWorksUntilRevoked() {
        Answer made = caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"warehouse\",\"role\":\"ANALYST\"}");
        String secret = made.json().path("secret").asString();
        long id = made.json().at("/key/id").asLong();

        assertThat(made.status()).isEqualTo(201);
        assertThat(caller.withApiKey(secret)
                        .get("/api/session")
                        .json()
                        .path("role")
                        .asString())
                .isEqualTo("ANALYST");
        assertThat(caller.get("/api/keys").text()).contains("warehouse").doesNotContain(secret);
        assertThat(caller.delete("/api/keys/" + id).status()).isEqualTo(204);
        assertThat(caller.withApiKey(secret).get("/api/session").code()).isEqualTo("access.wrong-key");
        assertThat(caller.delete("/api/keys/" + id).code()).isEqualTo("key.unknown");
    }

    @Test
    void aWriteKeyWorksAtOnceUntilRevoked() {
        Answer made = caller.post("/api/keys", "{\"kind\":\"WRITE\",\"name\":\"shop\",\"source\":\"shop\"}");
        Caller shop = caller.withWriteKey(made.json().path("secret").asString());

        assertThat(shop.get("/v1/no-such-call").status()).isEqualTo(404);
        caller.delete("/api/keys/" + made.json().at("/key/id").asLong());
        assertThat(shop.get("/v1/no-such-call").status()).isEqualTo(401);
    }

    @Test
    void aKeyWithoutItsRightIsRefused() {
        assertThat(caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"x\"}").code())
                .isEqualTo("key.invalid");
        assertThat(caller.post("/api/keys", "{\"kind\":\"WRITE\",\"name\":\"x\"}")
                        .code())
                .isEqualTo("key.invalid");
    }

    private Answer add(String username, String password, String role) {
        return caller.post(
                "/api/users",
                "{\"username\":\"%s\",\"password\":\"%s\",\"role\":\"%s\"}".formatted(username, password, role));
    }

    private Caller login(String username, String password) {
        Answer login = caller.anonymous()
                .post("/api/session", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
        assertThat(login.status()).isEqualTo(200);
        return caller.anonymous()
                .with("Cookie", "GUANXI_SESSION=" + login.cookie("GUANXI_SESSION"))
                .with("X-XSRF-TOKEN", login.cookie("XSRF-TOKEN"));
    }

    private long numberOf(String username) {
        for (JsonNode user : caller.get("/api/users").json().path("items")) {
            if (user.path("username").asString().equals(username)) {
                return user.path("id").asLong();
            }
        }
        throw new IllegalStateException("no user " + username);
    }
}
