package io.guanxi.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Which address answers with the console. */
class PagesAsConsoleTests {

    private final Resource console = new ClassPathResource("console-sample/");

    @Test
    void aFileIsItself() throws IOException {
        assertThat(fileOf("app.js")).isEqualTo("app.js");
    }

    @Test
    void theAddressOfAPageIsTheConsole() throws IOException {
        assertThat(fileOf("members/17")).isEqualTo("index.html");
        assertThat(fileOf("members")).isEqualTo("index.html");
    }

    @Test
    void aMissingFileOrCallIsNotTheConsole() throws IOException {
        assertThat(fileOf("logo.svg")).isNull();
        assertThat(fileOf("api/no-such-call")).isNull();
        assertThat(fileOf("v1/no-such-call")).isNull();
        assertThat(fileOf("assets/old")).isNull();
    }

    @Test
    void withoutAConsoleThereIsNothing() throws IOException {
        assertThat(new PagesAsConsole().getResource("members", new ClassPathResource("no-console/")))
                .isNull();
    }

    private @Nullable String fileOf(String path) throws IOException {
        Resource resource = new PagesAsConsole().getResource(path, console);
        return resource == null ? null : resource.getFilename();
    }
}
