package io.guanxi.benchmarks;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What the first screens ask, one after the other: the client's time, which is a little more than the server's. */
final class Screens {

    private final ServerUnderTest server;
    private final int members;
    private final int times;

    Screens(ServerUnderTest server, int members, int times) {
        this.server = server;
        this.members = members;
        this.times = times;
    }

    /** Each call many times, after some that do not count. */
    void measure(Report report) throws IOException {
        Random random = new Random(members);
        try (HttpConnection connection = server.calling()) {
            for (Map.Entry<String, String> call : calls().entrySet()) {
                measure(report, connection, random, call);
            }
        }
    }

    /** Each call once on a server that has just started: the longest of them. */
    void first(Report report) throws IOException {
        Latencies latencies = new Latencies();
        Random random = new Random(members);
        try (HttpConnection connection = server.calling()) {
            for (String call : calls().values()) {
                latencies.add(timed(connection, random, call));
            }
        }
        report.add(Figure.of("API, first call of each after the restart, the longest", latencies.millis(1), "ms"));
    }

    private static Map<String, String> calls() {
        Map<String, String> calls = new LinkedHashMap<>();
        calls.put("overview", "/api/overview");
        calls.put("members by value", "/api/members?sort=-value&limit=50");
        calls.put("members by value of one stage", "/api/members?sort=-value&limit=50&stage=LOYALTY&minValue=10");
        calls.put("a member", "/api/members/{no}");
        calls.put("a member's time-line", "/api/members/{no}/timeline?limit=50");
        calls.put("a member's explanation", "/api/members/{no}/explain");
        calls.put("communities by value", "/api/communities?sort=-value");
        return calls;
    }

    private void measure(Report report, HttpConnection connection, Random random, Map.Entry<String, String> call)
            throws IOException {
        Latencies latencies = new Latencies();
        for (int n = 0; n < times + times / 5; n++) {
            long took = timed(connection, random, call.getValue());
            if (n >= times / 5) {
                latencies.add(took);
            }
        }
        report.add(Figure.of("API, " + call.getKey() + ", p95", latencies.millis(0.95), "ms", new Target.AtMost(300)));
    }

    private long timed(HttpConnection connection, Random random, String call) throws IOException {
        String path = call.replace("{no}", String.valueOf(1 + random.nextInt(members)));
        long begun = System.nanoTime();
        HttpConnection.Answer answer = connection.get(path);
        long took = System.nanoTime() - begun;
        if (answer.status() != 200) {
            throw new IOException(path + " answered " + answer.status() + ": " + answer.text());
        }
        return took;
    }
}
