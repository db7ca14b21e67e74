package io.guanxi;

import org.springframework.boot.SpringApplication;

/** The program: starts the server. */
public final class Guanxi {

    private Guanxi() {}

    /**
     * Starts the server; it prints {@code ready http://localhost:PORT} when it can be used.
     *
     * @param arguments Spring's own, e.g. {@code --server.port=0}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(GuanxiServer.class, arguments);
    }
}
