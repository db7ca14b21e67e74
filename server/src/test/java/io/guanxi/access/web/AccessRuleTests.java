package io.guanxi.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page for people shows the rules that hold. */
class AccessRuleTests {

    private static final Path PAGE = Path.of("..", "docs", "modules", "access.md");

    @Test
    void thePageShowsTheRulesInTheirOrder() throws IOException {
        List<String> rules = AccessRule.ALL.stream().map(AccessRuleTests::row).toList();
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `(GET|POST|PUT|PATCH|DELETE|\\*)` \\|.*"))
                .toList();

        assertThat(rows).isEqualTo(rules);
    }

    private static String row(AccessRule rule) {
        Role least = rule.leastRole();
        return "| `%s` | `%s` | %s |".formatted(rule.method(), rule.path(), least == null ? "everyone" : least);
    }
}
