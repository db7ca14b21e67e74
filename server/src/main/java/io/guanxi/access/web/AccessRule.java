package io.guanxi.access.web;

import static io.guanxi.access.Role.ADMINISTRATOR;
import static io.guanxi.access.Role.ANALYST;
import static io.guanxi.access.Role.GUIDE;
import static io.guanxi.access.Role.OPERATOR;

import io.guanxi.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may call what. The first rule that fits decides; {@code docs/modules/access.md} shows the same list, and a test
 * keeps the two alike.
 *
 * @param method HTTP method, or {@code *} for all
 * @param path path pattern
 * @param leastRole the least role that may, or null for everyone, logged in or not
 */
record AccessRule(String method, String path, @Nullable Role leastRole) {

    static final List<AccessRule> ALL = List.of(
            new AccessRule("GET", "/api/openapi.json/**", null),
            new AccessRule("POST", "/api/session", null),
            new AccessRule("*", "/api/session/**", GUIDE),
            new AccessRule("GET", "/api/brand", GUIDE),
            new AccessRule("*", "/api/brand", ADMINISTRATOR),
            new AccessRule("GET", "/api/sandbox", GUIDE),
            new AccessRule("GET", "/api/overview", GUIDE),
            new AccessRule("*", "/api/users/**", ADMINISTRATOR),
            new AccessRule("*", "/api/keys/**", ADMINISTRATOR),
            new AccessRule("*", "/api/audit/**", ADMINISTRATOR),
            new AccessRule("GET", "/api/members/{no}/export", OPERATOR),
            new AccessRule("POST", "/api/members/{no}/erasure", ADMINISTRATOR),
            new AccessRule("GET", "/api/erasures", ADMINISTRATOR),
            new AccessRule("GET", "/api/members/export", ANALYST),
            new AccessRule("*", "/api/members/views/**", GUIDE),
            new AccessRule("*", "/api/members/{no}/tags/**", GUIDE),
            new AccessRule("GET", "/api/members/**", GUIDE),
            new AccessRule("GET", "/api/tags", GUIDE),
            new AccessRule("GET", "/api/movers", GUIDE),
            new AccessRule("GET", "/api/communities/**", GUIDE),
            new AccessRule("GET", "/api/workbench/guides", ANALYST),
            new AccessRule("GET", "/api/workbench/workload", ANALYST),
            new AccessRule("*", "/api/workbench/workload", OPERATOR),
            new AccessRule("*", "/api/workbench/**", GUIDE),
            new AccessRule("*", "/api/audiences/preview/**", ANALYST),
            new AccessRule("GET", "/api/audiences/owners", OPERATOR),
            new AccessRule("DELETE", "/api/questions/{token}", ANALYST),
            new AccessRule("POST", "/api/journeys/reading", ANALYST),
            new AccessRule("POST", "/api/journeys/dry-run", ANALYST),
            new AccessRule("POST", "/api/journeys/test", ANALYST),
            new AccessRule("POST", "/api/value-model/preview", ANALYST),
            new AccessRule("GET", "/api/value-model/**", ANALYST),
            new AccessRule("*", "/api/value-model/**", ADMINISTRATOR),
            new AccessRule("POST", "/api/experiments/power", ANALYST),
            new AccessRule("POST", "/api/experiments/baseline", ANALYST),
            new AccessRule("GET", "/api/identifier-rules", ANALYST),
            new AccessRule("*", "/api/identifier-rules/**", ADMINISTRATOR),
            new AccessRule("GET", "/api/imports/{id}/rejects", OPERATOR),
            new AccessRule("GET", "/api/events/malformed", OPERATOR),
            new AccessRule("POST", "/api/templates/preview", ANALYST),
            new AccessRule("GET", "/api/templates/**", GUIDE),
            new AccessRule("GET", "/api/contents/**", GUIDE),
            new AccessRule("GET", "/api/reach-policy/**", ANALYST),
            new AccessRule("*", "/api/reach-policy/**", ADMINISTRATOR),
            new AccessRule("GET", "/api/**", ANALYST),
            new AccessRule("*", "/api/**", OPERATOR),
            new AccessRule("POST", "/receipts/**", null),
            new AccessRule("POST", "/u/**", null),
            new AccessRule("POST", "/wecom/callback", null),
            new AccessRule("POST", "/official-account/callback", null),
            new AccessRule("GET", "/actuator/health/**", null),
            new AccessRule("*", "/actuator/**", ANALYST),
            new AccessRule("GET", "/**", null));
}
