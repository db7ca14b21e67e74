package io.guanxi.simulator;

import io.guanxi.simulator.response.Answer;
import io.guanxi.simulator.response.Crowd;
import io.guanxi.simulator.wecom.Enterprise.Happening;
import io.guanxi.simulator.wecom.GroupMessages.Sent;
import io.guanxi.simulator.wecom.WeComStandIn;
import io.guanxi.simulator.world.Profile;
import io.guanxi.simulator.world.World;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets the guides and customers of the stand-in live, a little with every beat: first what time it is, then what was sent, then
 * what is answered; at last the server is told that all up to now is done, and when there is more.
 */
final class WeComLife {
    private static final String NAME = "wecom-people";
    private static final Duration HASTE = Duration.ofMillis(50);
    private static final Duration REST = Duration.ofMillis(250);

    private final World world;
    private final WeComStandIn wecom;
    private final Crowd crowd;
    private final GuanxiServer server;
    private final String apiKey;
    private final String writeKey;
    private final AdvancedClock time;
    private final Report report;
    private final boolean works;
    private final Map<Integer, Optional<String>> customers = new HashMap<>();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Queue<Happening> callbacks = new ArrayDeque<>();
    private final Queue<String> clicks = new ArrayDeque<>();
    private final ArrayNode batch = JsonMapper.shared().createArrayNode();
    private int heard;
    private long calls;
    private long answered = -1;
    private Instant looked = Instant.EPOCH;
    private boolean open;
    private long began;
    private boolean silent;

    WeComLife(
            World world,
            WeComStandIn wecom,
            Crowd crowd,
            GuanxiServer server,
            String apiKey,
            String writeKey,
            AdvancedClock time,
            boolean works,
            Report report) {
        this.world = world;
        this.wecom = wecom;
        this.crowd = crowd;
        this.server = server;
        this.apiKey = apiKey;
        this.writeKey = writeKey;
        this.time = time;
        this.works = works;
        this.report = report;
    }

    /** {@return how long until the next beat: hardly at all while the clock is being advanced} */
    Duration beat() throws InterruptedException {
        try {
            JsonNode state = server.get(apiKey, "/api/sandbox");
            boolean advancing = state.path("advancing").asBoolean();
            long question = state.path("question").asLong();
            if (advancing && question == answered && looked.plus(REST).isAfter(Instant.now(time.real()))) {
                return HASTE; // the server is still at it
            }
            looked = Instant.now(time.real());
            time.ahead(Duration.ofSeconds(state.path("aheadSeconds").asLong()));
            if (!open) {
                open = true;
                began = time.instant().getEpochSecond();
                crowd.open(time.instant());
            }
            for (String employee : wecom.enterprise().messages().waitingEmployees()) {
                wecom.enterprise().messages().confirm(employee);
            }
            List<Sent> sent = wecom.enterprise().messages().sent(heard);
            heard += sent.size();
            sent.forEach(it -> crowd.hear(it.customer(), it.text(), it.at()));
            if (works) {
                work();
            }
            act(crowd.until(time.instant()));
            tell();
            ObjectNode done = JsonMapper.shared().createObjectNode();
            done.put("question", question);
            crowd.next().ifPresent(next -> done.put("next", next.toString()));
            server.put(apiKey, "/api/sandbox/participants/" + NAME, done.toString());
            answered = question;
            silent = false;
            return advancing ? HASTE : REST;
        } catch (IOException | RuntimeException trouble) {
            if (!silent) {
                report.say("the people of WeCom wait: %s", trouble.toString());
                silent = true;
            }
            return REST;
        }
    }

    /** Guides do what the workbench has for them: they say the suggested words to whoever is a customer here. */
    private void work() throws IOException, InterruptedException {
        int done;
        do {
            done = 0;
            for (JsonNode card :
                    server.get(apiKey, "/api/workbench/tasks?shelf=ALL").path("items")) {
                JsonNode task = card.path("task");
                Optional<String> customer = customer(task.path("memberNo").asInt());
                if (customer.isPresent()) {
                    server.post(
                            apiKey,
                            "/api/workbench/tasks/" + task.path("id").asLong() + "/outcome",
                            "{\"outcome\":\"SENT\"}");
                    crowd.hear(customer.get(), task.path("words").asString(), time.instant());
                    done++;
                }
            }
        } while (done > 0);
    }

    private Optional<String> customer(int member) throws IOException, InterruptedException {
        Optional<String> known = customers.get(member);
        if (known == null) {
            JsonNode held = server.get(apiKey, "/api/members/" + member + "/identifiers");
            known = held.path("identifiers")
                    .valueStream()
                    .filter(it -> it.path("kind").asString().equals("external_userid"))
                    .map(it -> it.path("key").asString())
                    .filter(crowd::has)
                    .findFirst();
            customers.put(member, known);
        }
        return known;
    }

    private void act(List<Crowd.Act> acts) {
        for (Crowd.Act act : acts) {
            switch (act) {
                case Crowd.Comes comes -> come(comes);
                case Crowd.Answers(Instant at, String customer, Answer answer) -> {
                    switch (answer) {
                        case Answer.Reply(Instant _, String text) ->
                            track("Message Replied", customer, at).put("text", text);
                        case Answer.Click(Instant _, String url) -> clicks.add(url);
                        case Answer.Order(Instant _, long cents, boolean _) ->
                            track("Order Completed", customer, at)
                                    .put("revenue", BigDecimal.valueOf(cents, 2))
                                    .put("currency", "CNY")
                                    .put("order_id", "wecom-" + began + "-" + calls);
                    }
                }
            }
        }
    }

    /** Tells what was done; what does not get through is told again with the next beat, as it was. */
    private void tell() throws IOException, InterruptedException {
        for (Happening callback = callbacks.peek(); callback != null; callback = callbacks.peek()) {
            int status =
                    wecom.send(server.address() + "/wecom/callback", callback).status();
            if (status != 200) {
                throw new IOException("a callback was answered " + status);
            }
            callbacks.remove();
        }
        for (String url = clicks.peek(); url != null; url = clicks.peek()) {
            browser.send(HttpRequest.newBuilder(URI.create(url)).GET().build(), BodyHandlers.discarding());
            clicks.remove();
        }
        if (!batch.isEmpty()) {
            ObjectNode body = JsonMapper.shared()
                    .createObjectNode()
                    .put("sentAt", time.instant().toString());
            body.set("batch", batch);
            server.track(writeKey, body.toString());
            batch.removeAll();
        }
    }

    private void come(Crowd.Comes comes) {
        Profile profile = Profile.of(world, comes.person().number());
        String id = "wmNew" + began + "-" + comes.newcomer();
        wecom.enterprise().person(id, profile.name(), null, profile.woman() ? 2 : 1);
        crowd.came(id, comes.person(), comes.at());
        callbacks.add(wecom.enterprise().adds(id, WeComCommand.employee(comes.newcomer() % world.guides()), null));
    }

    private ObjectNode track(String event, String customer, Instant at) {
        ObjectNode call = batch.addObject()
                .put("type", "track")
                .put("event", event)
                .put("messageId", "wecom-" + customer + "-" + at.toEpochMilli() + "-" + ++calls)
                .put("timestamp", at.toString());
        call.putObject("context")
                .putArray("externalIds")
                .addObject()
                .put("id", customer)
                .put("type", "external_userid")
                .put("collection", "users")
                .put("encoding", "none");
        return call.putObject("properties").put("channel", "wecom");
    }
}
