package io.guanxi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What each role may do; a call that gets past the rules answers anything but 401 and 403. */
@ServerTest
class RoleTests {

    @Autowired
    Caller caller;

    private final Map<Role, Caller> callers = new EnumMap<>(Role.class);

    @BeforeEach
    void makeAKeyForEachRole() {
        for (Role role : Role.values()) {
            Answer made = caller.post(
                    "/api/keys", "{\"kind\":\"API\",\"name\":\"role test\",\"role\":\"%s\"}".formatted(role));
            callers.put(role, caller.withApiKey(made.json().path("secret").asString()));
        }
    }

    @Test
    void guidesReadMembersAndCommunitiesOnly() {
        assertLeastRole("GET", "/api/members", Role.GUIDE);
        assertLeastRole("POST", "/api/journeys/reading", Role.ANALYST);
        assertLeastRole("GET", "/api/members/1/timeline", Role.GUIDE);
        assertLeastRole("GET", "/api/communities/1", Role.GUIDE);
        assertLeastRole("GET", "/api/movers", Role.GUIDE);
        assertLeastRole("GET", "/api/members/views", Role.GUIDE);
    }

    @Test
    void analystsReadAndTryOutModels() {
        assertLeastRole("GET", "/api/events", Role.ANALYST);
        assertLeastRole("GET", "/api/members/export", Role.ANALYST);
        assertLeastRole("GET", "/api/audiences/987654321/export", Role.ANALYST);
        assertLeastRole("POST", "/api/value-model/preview", Role.ANALYST);
    }

    @Test
    void operatorsImportScoreEditAndExportAPerson() {
        assertLeastRole("GET", "/api/members/987654321/export", Role.OPERATOR);
        assertLeastRole("POST", "/api/audiences/987654321/export", Role.OPERATOR);
        assertLeastRole("POST", "/api/imports", Role.OPERATOR);
        assertLeastRole("GET", "/api/imports/1/rejects", Role.OPERATOR);
        assertLeastRole("POST", "/api/runs", Role.OPERATOR);
        assertLeastRole("PUT", "/api/members/1/consent/sms", Role.OPERATOR);
    }

    @Test
    void settingsAndErasureAreTheAdministrators() {
        assertLeastRole("GET", "/api/users", Role.ADMINISTRATOR);
        assertLeastRole("GET", "/api/keys", Role.ADMINISTRATOR);
        assertLeastRole("GET", "/api/audit", Role.ADMINISTRATOR);
        assertLeastRole("PUT", "/api/value-model", Role.ADMINISTRATOR);
        assertLeastRole("POST", "/api/members/987654321/erasure", Role.ADMINISTRATOR);
    }

    private void assertLeastRole(String method, String path, Role least) {
        for (Role role : Role.values()) {
            Answer answer = call(callers.getOrDefault(role, caller), method, path);
            if (role.includes(least)) {
                assertThat(answer.status()).as(role + " " + path).isNotIn(401, 403);
            } else {
                assertThat(answer.status()).as(role + " " + path).isEqualTo(403);
                assertThat(answer.code()).isEqualTo("access.forbidden");
            }
        }
    }

    private static Answer call(Caller caller, String method, String path) {
        return switch (method) {
            case "GET" -> caller.get(path);
            case "POST" -> caller.post(path, "[]");
            case "PUT" -> caller.put(path, "[]");
            default -> throw new IllegalArgumentException(method);
        };
    }
}
