package io.guanxi.benchmarks;

import java.io.IOException;

/** The journeys that are measured. Their messages are on a channel that is not set up: they come to the outbox and stay there. */
final class BenchmarkJourneys {

    private final Api api;
    private final long offer;
    private final long reminder;

    BenchmarkJourneys(Api api) throws IOException {
        this.api = api;
        this.offer = template("offer");
        this.reminder = template("reminder");
    }

    /** {@return the number of a journey without an end: a wait, a branch, one of two messages, and the wait again} */
    long loop(String name, String entry) throws IOException {
        return publish("""
                {"name": "%s", "entry": %s, "start": "wait", "nodes": [
                 {"kind": "wait", "key": "wait", "until": {"kind": "for", "days": 1}, "next": "branch"},
                 {"kind": "branch", "key": "branch", "audience": {"kind": "trait", "name": "plan", "is": {"in": ["gold"]}},
                  "yes": "offer", "no": "reminder"},
                 {"kind": "message", "key": "offer", "template": %d, "next": "wait"},
                 {"kind": "message", "key": "reminder", "template": %d, "next": "wait"}]}
                """.formatted(name, entry, offer, reminder));
    }

    /** {@return the number of a journey that says something to who did something} */
    long welcome(String name, String event) throws IOException {
        return publish("""
                {"name": "%s", "entry": {"kind": "event", "event": {"name": "%s"}}, "start": "offer", "nodes": [
                 {"kind": "message", "key": "offer", "template": %d}]}
                """.formatted(name, event, offer));
    }

    void stop(long journey) throws IOException {
        api.post("/api/journeys/" + journey + "/stop", "");
    }

    private long publish(String definition) throws IOException {
        long id = api.post("/api/journeys", "{\"definition\": " + definition + "}")
                .at("/summary/id")
                .asLong();
        api.post("/api/journeys/" + id + "/publish", "{\"revision\": 1}");
        return id;
    }

    private long template(String name) throws IOException {
        return api.post("/api/templates", """
                        {"name": "%s", "channel": "sms", "category": "marketing", "wording": {
                         "text": "{{member.no}}: %s", "attachments": [], "variables": []}}
                        """.formatted(name, name)).path("id").asLong();
    }
}
