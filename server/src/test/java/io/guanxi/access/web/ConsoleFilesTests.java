package io.guanxi.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** In which form the console's files are sent. */
@SpringJUnitWebConfig(classes = {ConsoleFilesTests.Web.class, ConsoleFiles.class})
class ConsoleFilesTests {

    private static final String FILE = "/assets/sample-1a2b.js";
    private static final String TEXT = "export const greeting = \"guanxi\";\n";

    private final MockMvc mvc;

    @EnableWebMvc
    static class Web {}

    @Autowired
    ConsoleFilesTests(WebApplicationContext context) {
        this.mvc = webAppContextSetup(context).build();
    }

    @Test
    void whoReadsGzipGetsWhatTheBuildCompressed() throws Exception {
        MockHttpServletResponse response = ask("br;q=0.5, gzip");

        assertThat(response.getHeader(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
        assertThat(response.getHeaders(HttpHeaders.VARY)).contains(HttpHeaders.ACCEPT_ENCODING);
        assertThat(response.getHeader(HttpHeaders.CACHE_CONTROL)).contains("immutable");
        assertThat(response.getContentType()).startsWith("text/javascript");
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
        }
    }

    @Test
    void whoReadsNoneGetsTheTextItself() throws Exception {
        MockHttpServletResponse response = ask("identity");

        assertThat(response.getHeader(HttpHeaders.CONTENT_ENCODING)).isNull();
        assertThat(response.getContentAsString()).isEqualTo(TEXT);
    }

    private MockHttpServletResponse ask(String encoding) throws Exception {
        return mvc.perform(get(FILE).header(HttpHeaders.ACCEPT_ENCODING, encoding))
                .andReturn()
                .getResponse();
    }
}
