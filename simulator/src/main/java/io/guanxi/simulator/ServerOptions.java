package io.guanxi.simulator;

import java.net.URI;
import picocli.CommandLine.Option;

/** Where the server is. */
final class ServerOptions {
    @Option(
            names = "--url",
            defaultValue = "${env:GUANXI_URL:-http://localhost:8080}",
            description = "the server; default ${DEFAULT-VALUE}")
    private URI url = URI.create("http://localhost:8080");

    GuanxiServer open() {
        return new GuanxiServer(url);
    }
}
