package io.guanxi.simulator.wecom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeCom's interface for one enterprise, over HTTP. It refuses what WeCom refuses, lets tokens expire, bounds how many calls come
 * at once and in a minute, drops connections when asked to, and sends callbacks, also twice.
 */
public final class WeComStandIn implements AutoCloseable {

    /** The enterprise's id. */
    public static final String CORP = "ww-stand-in";

    /** The secret that may use customer contact. */
    public static final String SECRET = "customer-contact-secret";

    /** The secret of the address book. */
    public static final String CONTACTS_SECRET = "address-book-secret";

    /** Signs callbacks. */
    public static final String CALLBACK_TOKEN = "callback-token";

    /** Encrypts callbacks. */
    public static final String CALLBACK_AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_IN_A_MINUTE = 10_000;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Tokens tokens;
    private final Enterprise enterprise;
    private final Routes routes;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<Long, AtomicInteger> minutes = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger dropBefore = new AtomicInteger();
    private final AtomicInteger dropAfter = new AtomicInteger();
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> lost = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private volatile int mostAtOnce = 50;

    /**
     * Starts on a free port.
     *
     * @param clock source of time
     */
    public WeComStandIn(Clock clock) {
        this(clock, 0);
    }

    /**
     * Starts on a port.
     *
     * @param clock source of time
     * @param port which; 0 for any that is free
     */
    public WeComStandIn(Clock clock, int port) {
        this.clock = clock;
        this.tokens = new Tokens(clock);
        this.enterprise = new Enterprise(clock);
        this.routes = new Routes(enterprise);
        try {
            this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/cgi-bin/", this::handle);
        http.start();
    }

    /** {@return where it listens} */
    public String address() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    /**
     * Answers another path beside WeCom's own.
     *
     * @param path which
     * @param answer what it says as JSON, given what stands in the query
     */
    public void beside(String path, Function<Map<String, String>, Map<String, Object>> answer) {
        http.createContext(path, exchange -> {
            try (exchange) {
                byte[] body = json.writeValueAsBytes(answer.apply(query(exchange)));
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    /** {@return what it knows} */
    public Enterprise enterprise() {
        return enterprise;
    }

    /** Lets every token expire. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** {@return how many tokens it has issued} */
    public int tokensIssued() {
        return tokens.issuedSoFar();
    }

    /**
     * Drops connections of the next calls before it does anything.
     *
     * @param calls how many
     */
    public void dropBefore(int calls) {
        dropBefore.set(calls);
    }

    /**
     * Drops connections of the next calls after it did what they ask.
     *
     * @param calls how many
     */
    public void dropAfter(int calls) {
        dropAfter.set(calls);
    }

    /**
     * Does what the next calls of a path ask, and drops their connections.
     *
     * @param path after {@code /cgi-bin/}
     * @param times how many
     */
    public void lose(String path, int times) {
        lost.put(path, new AtomicInteger(times));
    }

    /**
     * Does what the next call of a path asks, and answers it only later: whoever dies meanwhile never hears that it was done.
     *
     * @param path after {@code /cgi-bin/}
     * @param until when it answers
     */
    public void hold(String path, CountDownLatch until) {
        held.put(path, until);
    }

    /**
     * Bounds how many calls may come at once.
     *
     * @param calls how many
     */
    public void mostAtOnce(int calls) {
        this.mostAtOnce = calls;
    }

    /**
     * Lets the address book be read from here, or not.
     *
     * @param forbidden whether it answers 48009
     */
    public void addressBookForbidden(boolean forbidden) {
        routes.addressBookForbidden = forbidden;
    }

    /**
     * Refuses the next calls of a path.
     *
     * @param path after {@code /cgi-bin/}
     * @param code with which code
     * @param times how many
     */
    public void refuse(String path, int code, int times) {
        refusals.put(path + " " + code, new AtomicInteger(times));
    }

    /**
     * {@return how often a path was called}
     *
     * @param path after {@code /cgi-bin/}
     */
    public int calls(String path) {
        AtomicInteger count = calls.get(path);
        return count == null ? 0 : count.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/cgi-bin/".length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (taken(dropBefore)) {
            exchange.close();
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("errcode", 0);
        answer.put("errmsg", "ok");
        int busy = atOnce.incrementAndGet();
        try {
            answer.putAll(answer(path, query(exchange), body, busy));
        } catch (Refusal refusal) {
            answer.put("errcode", refusal.code());
            answer.put("errmsg", refusal.getMessage());
        } finally {
            atOnce.decrementAndGet();
        }
        CountDownLatch until = held.remove(path);
        if (until != null) {
            await(until);
        }
        AtomicInteger own = lost.get(path);
        if ((own != null && taken(own)) || (!path.equals("gettoken") && taken(dropAfter))) {
            exchange.close();
            return;
        }
        byte[] bytes = json.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void await(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> answer(String path, Map<String, String> query, byte[] body, int busy) {
        calls.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
        refusals.forEach((wanted, times) -> {
            if (wanted.startsWith(path + " ") && taken(times)) {
                throw new Refusal(Integer.parseInt(wanted.substring(path.length() + 1)), "as asked for");
            }
        });
        if (busy > mostAtOnce) {
            throw new Refusal(Refusal.TOO_MANY_AT_ONCE, "api concurrent out of limit");
        }
        int inMinute = minutes.computeIfAbsent(clock.instant().getEpochSecond() / 60, _ -> new AtomicInteger())
                .incrementAndGet();
        if (inMinute > MOST_IN_A_MINUTE) {
            throw new Refusal(Refusal.TOO_MANY_CALLS, "api freq out of limit");
        }
        if (path.equals("gettoken")) {
            return token(query);
        }
        String secret = tokens.secretOf(query.getOrDefault("access_token", ""));
        if (path.equals("media/upload_attachment")) {
            return enterprise.media().take(query, body);
        }
        JsonNode asked = body.length == 0 ? json.createObjectNode() : json.readTree(body);
        return routes.answer(path, secret, query, asked);
    }

    private Map<String, Object> token(Map<String, String> query) {
        String secret = query.getOrDefault("corpsecret", "");
        boolean known = CORP.equals(query.get("corpid")) && (secret.equals(SECRET) || secret.equals(CONTACTS_SECRET));
        if (!known) {
            throw new Refusal(Refusal.BAD_SECRET, "invalid credential");
        }
        return Map.of("access_token", tokens.issue(secret), "expires_in", 7200);
    }

    private static boolean taken(AtomicInteger left) {
        return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getQuery();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int at = pair.indexOf('=');
                if (at > 0) {
                    query.put(pair.substring(0, at), pair.substring(at + 1));
                }
            }
        }
        return query;
    }

    /**
     * An answer to a callback.
     *
     * @param status HTTP status
     * @param body what it says
     * @param took how long it took
     */
    public record Answered(int status, String body, Duration took) {}

    /**
     * Sends a callback.
     *
     * @param to address of the receiver
     * @param happening what happened
     * @return the answer
     */
    public Answered send(String to, Enterprise.Happening happening) {
        CallbackCipher cipher = new CallbackCipher(CALLBACK_TOKEN, CALLBACK_AES_KEY, CORP);
        String encrypted = cipher.encrypt(xml(happening), bytes());
        String body =
                "<xml><ToUserName><![CDATA[%s]]></ToUserName><AgentID><![CDATA[]]></AgentID><Encrypt><![CDATA[%s]]></Encrypt></xml>"
                        .formatted(CORP, encrypted);
        return call(HttpRequest.newBuilder(signed(to, cipher, encrypted, ""))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /**
     * Asks whether an address takes callbacks, as WeCom does when it is entered.
     *
     * @param to address of the receiver
     * @param echo what it must answer
     * @return the answer
     */
    public Answered verify(String to, String echo) {
        CallbackCipher cipher = new CallbackCipher(CALLBACK_TOKEN, CALLBACK_AES_KEY, CORP);
        String encrypted = cipher.encrypt(echo, bytes());
        return call(HttpRequest.newBuilder(
                signed(to, cipher, encrypted, "&echostr=" + URLEncoder.encode(encrypted, StandardCharsets.UTF_8))));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return bytes;
    }

    private URI signed(String to, CallbackCipher cipher, String encrypted, String more) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = Long.toString(random.nextLong(1_000_000_000L));
        return URI.create(to + "?msg_signature=" + cipher.signature(timestamp, nonce, encrypted) + "&timestamp="
                + timestamp + "&nonce=" + nonce + more);
    }

    private Answered call(HttpRequest.Builder request) {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            return new Answered(answer.statusCode(), answer.body(), Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String xml(Enterprise.Happening happening) {
        StringBuilder xml = new StringBuilder("<xml><ToUserName><![CDATA[" + CORP + "]]></ToUserName><CreateTime>"
                + happening.at().getEpochSecond() + "</CreateTime>");
        happening.fields().forEach((field, value) -> xml.append('<')
                .append(field)
                .append("><![CDATA[")
                .append(value)
                .append("]]></")
                .append(field)
                .append('>'));
        return xml.append("</xml>").toString();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.close();
    }
}
