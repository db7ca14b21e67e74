package io.guanxi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guanxi.platform.Problem;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** An administrator names the brand and its language, unless a setting of the server does. */
@ServerTest
class BrandTests {

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient postgres;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Audit audit;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private BrandFace face;

    @Autowired
    private Clock clock;

    @Test
    void anAdministratorNamesTheBrandAndItsLanguage() {
        JsonNode before = caller.get("/api/brand").json();
        assertThat(before.path("nameGiven").asBoolean()).isFalse();
        assertThat(before.path("localeGiven").asBoolean()).isFalse();
        try {
            Answer changed = caller.patch("/api/brand", "{\"name\":\" Lotus \",\"locale\":\"en\"}");
            assertThat(changed.json().path("name").asString()).isEqualTo("Lotus");
            assertThat(caller.get("/api/brand").json().path("locale").asString())
                    .isEqualTo("en");
            assertThat(other("", "").name()).as("another server").isEqualTo("Lotus");
            JsonNode entry =
                    caller.get("/api/audit?action=brand.changed").json().at("/items/0");
            assertThat(entry.path("detail").toString()).isEqualTo("{\"name\":\"Lotus\",\"locale\":\"en\"}");
            JsonNode user = caller.post(
                            "/api/users", "{\"username\":\"of-lotus\",\"password\":\"long enough\",\"role\":\"GUIDE\"}")
                    .json();
            assertThat(user.path("locale").asString())
                    .as("a user who names no language")
                    .isEqualTo("en");
            assertThat(caller.patch("/api/brand", "{\"locale\":\"zh-CN\"}")
                            .json()
                            .path("name")
                            .asString())
                    .as("what is not named stays")
                    .isEqualTo("Lotus");
        } finally {
            caller.patch(
                    "/api/brand", "{\"name\":%s,\"locale\":%s}".formatted(before.path("name"), before.path("locale")));
        }
    }

    @Test
    void whatIsNoNameOrLanguageIsRefused() {
        assertThat(caller.patch("/api/brand", "{\"name\":\"  \"}").code()).isEqualTo("request.invalid");
        assertThat(caller.patch("/api/brand", "{\"name\":\"" + "x".repeat(101) + "\"}")
                        .code())
                .isEqualTo("request.invalid");
        assertThat(caller.patch("/api/brand", "{\"locale\":\"?\"}").code()).isEqualTo("request.invalid");
        Answer key = caller.post("/api/keys", "{\"kind\":\"API\",\"name\":\"brand\",\"role\":\"OPERATOR\"}");
        assertThat(caller.withApiKey(key.json().path("secret").asString())
                        .patch("/api/brand", "{\"name\":\"Peony\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSettingOfTheServerWins() {
        BrandFace given = other("Peony", " ");
        assertThat(given.name()).isEqualTo("Peony");
        assertThat(given.nameGiven()).isTrue();
        assertThat(given.localeGiven()).isFalse();
        assertThat(given.locale()).isEqualTo(face.locale());
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> given.change("Lotus", null))
                .returns("brand.given", Problem::code);
        given.change("Peony", null);
        assertThat(other("", "en").locale()).isEqualTo("en");
    }

    private BrandFace other(String name, String locale) {
        return new BrandFace(name, locale, postgres, transaction, audit, currentUser, clock);
    }
}
