package io.guanxi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Lets a running server compare its stores and prints each check. */
final class Doctor {

    private final RemoteServer server;
    private final PrintWriter out;

    Doctor(RemoteServer server, PrintWriter out) {
        this.server = server;
        this.out = out;
    }

    int run() throws IOException, InterruptedException {
        JsonNode checks = server.post("/api/doctor", Map.of()).path("checks");
        if (checks.isEmpty()) {
            throw new Refusal("the server told of no check at all");
        }
        int failed = 0;
        for (JsonNode check : checks) {
            boolean ok = check.path("ok").asBoolean(false);
            failed += ok ? 0 : 1;
            out.println((ok ? "ok     " : "FAILED ") + check.path("name").asString("") + counts(check));
        }
        return failed == 0 ? 0 : 1;
    }

    private static String counts(JsonNode check) {
        StringBuilder text = new StringBuilder();
        check.properties().forEach(property -> {
            if (!"name".equals(property.getKey())
                    && !"ok".equals(property.getKey())
                    && !property.getValue().isNull()) {
                text.append("  ")
                        .append(property.getKey())
                        .append(' ')
                        .append(
                                property.getValue().isValueNode()
                                        ? property.getValue().asString()
                                        : property.getValue().toString());
            }
        });
        return text.toString();
    }
}
