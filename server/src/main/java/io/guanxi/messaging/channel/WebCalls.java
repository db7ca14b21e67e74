package io.guanxi.messaging.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls of other systems on the web: no redirects, no second attempt, no private address unless that is allowed. A host is judged
 * where the connection resolves it, so what was judged is what is called, whatever its name server says the next time.
 */
@Component
class WebCalls implements AutoCloseable {

    private static final Timeout TO_CONNECT = Timeout.ofSeconds(3);
    private static final String CONNECTED = "connected";
    private static final int CONNECTIONS_OF_ONE = 200;
    private static final int CONNECTIONS = 1000;

    /** A connection that rested for so long is looked at before it is used: what meets a closed one is in doubt. */
    private static final TimeValue RESTED = TimeValue.ofMilliseconds(200);

    private final CloseableHttpClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    WebCalls(MessagingSettings settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    WebCalls(MessagingSettings settings, DnsResolver names) {
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(settings.allowPrivate() ? names : new Judged(names))
                        .setMaxConnPerRoute(CONNECTIONS_OF_ONE)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(TO_CONNECT)
                                .setValidateAfterInactivity(RESTED)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(TO_CONNECT)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), CONNECTED, (request, scope, chain) -> {
                    scope.clientContext.setAttribute(CONNECTED, true);
                    return chain.proceed(request, scope);
                })
                .setUserAgent("Guanxi")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * A whole answer.
     *
     * @param status of HTTP
     * @param retryAfter the header of that name, or null
     * @param body its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record WebAnswer(int status, @Nullable String retryAfter, byte[] body) {}

    /** A host is in this server's own network. */
    static final class OwnNetwork extends UnknownHostException {
        private static final long serialVersionUID = 1;

        OwnNetwork(String host) {
            super(host + " is in this server's own network");
        }
    }

    /** There is no connection, so nothing was sent; the cause says why. */
    static final class NotReached extends IOException {
        private static final long serialVersionUID = 1;

        NotReached(String host, @Nullable Throwable why) {
            super("cannot reach " + host + ": " + why, why);
        }
    }

    /** Lets no name lead to an address of which one is private. */
    private record Judged(DnsResolver names) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = names.resolve(host);
            if (!Arrays.stream(addresses).allMatch(WebAddress::isPublic)) {
                throw new OwnNetwork(host);
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return names.resolveCanonicalHostname(host);
        }
    }

    /**
     * Calls, and waits for the whole answer, not only for its head.
     *
     * @param request what is asked
     * @param patience after so long it has ended
     * @param most bytes of an answer; one with more is none
     * @throws OwnNetwork where it would go to a private address; nothing was sent
     * @throws NotReached where there is no connection
     * @throws IOException where there is no whole answer
     * @throws TimeoutException where there is none in time
     */
    WebAnswer call(HttpUriRequestBase request, Duration patience, int most)
            throws IOException, InterruptedException, TimeoutException {
        HttpClientContext context = HttpClientContext.create();
        Future<WebAnswer> call = threads.submit(() -> client.execute(request, context, answer -> whole(answer, most)));
        try {
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException broken) {
            Throwable why = broken.getCause();
            if (why instanceof OwnNetwork own) {
                throw own;
            }
            if (context.getAttribute(CONNECTED) == null) {
                throw new NotReached(request.getAuthority().getHostName(), why);
            }
            throw why instanceof IOException io ? io : new IOException(why);
        } finally {
            request.cancel(); // ends the exchange where it is still under way
        }
    }

    private static WebAnswer whole(ClassicHttpResponse answer, int most) throws IOException {
        Header after = answer.getFirstHeader("Retry-After");
        byte[] body = body(answer.getEntity(), most);
        return new WebAnswer(answer.getCode(), after == null ? null : after.getValue(), body);
    }

    private static byte[] body(@Nullable HttpEntity entity, int most) throws IOException {
        InputStream content = entity == null ? null : entity.getContent();
        byte[] body = content == null ? new byte[0] : content.readNBytes(most + 1);
        if (body.length > most) {
            throw new IOException("an answer of more than " + most + " bytes");
        }
        return body;
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        client.close();
    }
}
