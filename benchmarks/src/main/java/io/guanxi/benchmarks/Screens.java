package io.guanxi.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the console's pages ask, one after the other: the client's time, which is a little more than the server's. */
final class Screens {

    private final ServerUnderTest server;
    private final int members;
    private final int times;

    Screens(ServerUnderTest server, int members, int times) {
        this.server = server;
        this.members = members;
        this.times = times;
    }

    /**
     * One call of a page.
     *
     * @param page what it shows
     * @param path where {@code {no}} stands for a member's number, {@code {community}} for a community's id, {@code {next}} for the
     *     cursor behind the first page of members by value, {@code {channel}} for one of joining
     * @param body what is sent, where {@code {model}} stands for an edited value model, or null
     * @param mostMillis the target
     */
    private record Call(String page, String path, @Nullable String body, int mostMillis) {

        Call(String page, String path, int mostMillis) {
            this(page, path, null, mostMillis);
        }

        static Call of(String page, String path) {
            return new Call(page, path, 300);
        }
    }

    /** What stands for what differs from call to call. */
    private record World(List<String> communities, String next, String channel, String model) {}

    private static final List<Call> CALLS = List.of(
            Call.of("overview", "/api/overview"),
            Call.of("… movers", "/api/movers"),
            Call.of("… activity", "/api/activity"),
            Call.of("… top spenders", "/api/top-spenders"),
            Call.of("members by value", "/api/members?sort=-value&limit=100"),
            Call.of("… the next page", "/api/members?sort=-value&limit=100&cursor={next}"),
            new Call(
                    "… with two filters, by last seen",
                    "/api/members?sort=-lastSeen&stage=LOYALTY&minSpend=100&limit=100",
                    500),
            new Call("… found by identifier", "/api/members?q=customer:{no}", 50),
            new Call("… found by a number as typed", "/api/members?q={no}&sort=-value&limit=5", 50),
            new Call("… by three digits", "/api/members?q=138*&sort=-value&limit=5", 50),
            Call.of("… active in a month", "/api/members?sort=-value&activeMonth=2026-05&limit=100"),
            new Call(
                    "… of a city, by last seen",
                    "/api/members?sort=-lastSeen&trait=city:%E4%B8%8A%E6%B5%B7&minSpend=100&limit=100",
                    500),
            Call.of("… most likely there still", "/api/members?sort=-pAlive&limit=100"),
            Call.of("… best in social value", "/api/members?sort=-social&limit=100"),
            Call.of("… saved views", "/api/members/views"),
            Call.of("… tags to filter by", "/api/tags"),
            Call.of("a member", "/api/members/{no}"),
            Call.of("… time-line", "/api/members/{no}/timeline?limit=50"),
            Call.of("… its orders alone", "/api/members/{no}/timeline?limit=50&events=Order%20Completed"),
            Call.of("… explanation", "/api/members/{no}/explain"),
            Call.of("… its orders' points", "/api/members/{no}/explain/events?event=Order%20Completed&limit=50"),
            Call.of("… history", "/api/members/{no}/history"),
            Call.of("… peers", "/api/members/{no}/peers"),
            Call.of("… identifiers", "/api/members/{no}/identifiers"),
            Call.of("… consent", "/api/members/{no}/consent"),
            Call.of("… tags", "/api/members/{no}/tags"),
            Call.of("… audiences", "/api/members/{no}/audiences"),
            Call.of("… communities", "/api/members/{no}/communities"),
            Call.of("communities by value", "/api/communities?sort=-value"),
            Call.of("… life curve", "/api/communities/life-curve"),
            Call.of("… silver", "/api/communities?sort=-value&stage=SILVER&limit=24"),
            Call.of("… by name", "/api/communities?q=1&limit=24"),
            Call.of("… golden rule", "/api/communities/rule"),
            Call.of("… another rule tried", "/api/communities/rule/preview?kind=ABSOLUTE&line=20"),
            Call.of("a community", "/api/communities/{community}"),
            Call.of("… explanation", "/api/communities/{community}/explain?limit=20"),
            Call.of("… atmosphere", "/api/communities/{community}/atmosphere"),
            Call.of("… concentration", "/api/communities/{community}/concentration"),
            Call.of("cohorts", "/api/cohorts"),
            Call.of("… of one channel", "/api/cohorts?channel={channel}"),
            Call.of("repurchase", "/api/repurchase"),
            Call.of("layers", "/api/layers"),
            Call.of("stages, flow", "/api/stages/flow"),
            Call.of("imports", "/api/imports"),
            Call.of("… runs", "/api/runs"),
            Call.of("… undone", "/api/import-undos"),
            Call.of("events", "/api/events"),
            Call.of("… one name", "/api/events/Order%20Completed"),
            Call.of("… tail", "/api/events/tail"),
            Call.of("… malformed", "/api/events/malformed"),
            Call.of("freshness", "/api/freshness"),
            Call.of("data quality of 30 days", "/api/data-quality?days=30"),
            Call.of("data quality of 90 days", "/api/data-quality?days=90"),
            Call.of("value model", "/api/value-model"),
            new Call(
                    "… preview of a change",
                    "/api/value-model/preview",
                    "{\"model\":{model},\"members\":[1,2,3,4,5,6,7,8,9,10]}",
                    300),
            new Call(
                    "… calibration",
                    "/api/value-model/calibrate",
                    "{\"model\":{model},\"share\":0.9,\"score\":90}",
                    300),
            Call.of("… versions", "/api/value-model/versions"),
            Call.of("lifetime value", "/api/lifetime"),
            Call.of("users", "/api/users"),
            Call.of("keys", "/api/keys"),
            Call.of("identifier rules", "/api/identifier-rules"),
            Call.of("audit log", "/api/audit"));

    /** Each call many times, after half as many that do not count. */
    void measure(Report report) throws IOException {
        Random random = new Random(members);
        try (HttpConnection connection = server.calling()) {
            World world = world(connection);
            for (Call call : CALLS) {
                Latencies latencies = new Latencies();
                int aside = times / 2;
                for (int n = 0; n < aside + times; n++) {
                    long took = timed(connection, call, world, random);
                    if (n >= aside) {
                        latencies.add(took);
                    }
                }
                report.add(Figure.of(
                        "API, " + call.page() + ", p95",
                        latencies.millis(0.95),
                        "ms",
                        new Target.AtMost(call.mostMillis())));
            }
        }
    }

    /** Each call once on a server that has just started: the longest of them. */
    void first(Report report) throws IOException {
        Latencies latencies = new Latencies();
        Random random = new Random(members);
        try (HttpConnection connection = server.calling()) {
            World world = world(connection);
            for (Call call : CALLS) {
                latencies.add(timed(connection, call, world, random));
            }
        }
        report.add(Figure.of("API, first call of each after the restart, the longest", latencies.millis(1), "ms"));
    }

    private static World world(HttpConnection connection) throws IOException {
        List<String> communities = new ArrayList<>();
        JsonMapper json = JsonMapper.shared();
        json.readTree(connection.get("/api/communities?limit=100").text())
                .path("items")
                .forEach(community -> communities.add(community.path("id").asString()));
        ObjectNode edited = (ObjectNode)
                json.readTree(connection.get("/api/value-model").text()).path("model");
        ((ObjectNode) edited.path("dimensions").path("consumption")).put("scale", 1_234);
        String next = json.readTree(
                        connection.get("/api/members?sort=-value&limit=100").text())
                .path("next")
                .asString("");
        String channel = json.readTree(connection.get("/api/repurchase").text())
                .path("items")
                .valueStream()
                .map(of -> of.path("channel").asString(""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
        return new World(communities, encoded(next), encoded(channel), edited.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private long timed(HttpConnection connection, Call call, World world, Random random) throws IOException {
        List<String> communities = world.communities();
        String path = call.path()
                .replace("{next}", world.next())
                .replace("{no}", String.valueOf(1 + random.nextInt(members)))
                .replace("{channel}", world.channel())
                .replace("{community}", encoded(communities.get(random.nextInt(communities.size()))));
        String body = call.body();
        long begun = System.nanoTime();
        HttpConnection.Answer answer = body == null
                ? connection.get(path)
                : connection.post(path, body.replace("{model}", world.model()).getBytes(StandardCharsets.UTF_8));
        long took = System.nanoTime() - begun;
        if (answer.status() != 200) {
            throw new IOException(path + " answered " + answer.status() + ": " + answer.text());
        }
        return took;
    }
}
