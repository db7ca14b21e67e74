package io.guanxi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has the stores of a brand compared and prints each check. */
final class Doctor {

    private final PrintWriter out;

    Doctor(PrintWriter out) {
        this.out = out;
    }

    /** By the running server itself. */
    int ask(RemoteServer server) throws IOException, InterruptedException {
        return print(server.post("/api/doctor", Map.of()));
    }

    /**
     * Without a server, in its folder.
     *
     * @throws Refusal where a server runs on the folder, or there is nothing in it
     */
    int examine(Path data, Function<Path, ?> examination) throws IOException {
        if (StoppedFolder.isInUse(data)) {
            throw new Refusal("a server is running on " + data
                    + "; ask it, by  ./guanxi doctor --url http://localhost:8080  with its key in GUANXI_API_KEY");
        }
        if (!Files.isDirectory(data.resolve("lake"))) {
            throw new Refusal("there is no brand in " + data);
        }
        return print(JsonMapper.shared().valueToTree(examination.apply(data)));
    }

    private int print(JsonNode answer) throws Refusal {
        JsonNode checks = answer.path("checks");
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
