package io.guanxi.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection that speaks just enough HTTP/1.1: it shares the machine with the server it measures, so it must cost next
 * to nothing.
 */
final class HttpConnection implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final URI server;
    private final String head;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean ended;

    /**
     * Opens a connection.
     *
     * @param server        its address
     * @param authorization header sent with each request
     */
    HttpConnection(URI server, String authorization) throws IOException {
        this.server = server;
        this.head = " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: " + authorization
                + "\r\nContent-Type: application/json\r\n";
        this.socket = open(server);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = socket.getOutputStream();
    }

    private static Socket open(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** Servers close a connection after so many requests, and say so with the last answer. */
    private void openAgainIfEnded() throws IOException {
        if (ended) {
            socket.close();
            socket = open(server);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            out = socket.getOutputStream();
            ended = false;
        }
    }

    /** What came back. */
    static final class Answer {

        private final int status;
        private final byte[] body;

        private Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer get(String path) throws IOException {
        openAgainIfEnded();
        out.write(("GET " + path + head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return answer();
    }

    Answer post(String path, byte[] body) throws IOException {
        openAgainIfEnded();
        byte[] start = ("POST " + path + head + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        out.write(request);
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line(), 9, 12, 10); // "HTTP/1.1 200 OK"
        int length = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            } else if (lower.startsWith("connection:")) {
                ended = lower.endsWith("close");
            }
        }
        if (chunked) {
            return new Answer(status, chunks());
        }
        return new Answer(status, length > 0 ? exactly(length) : new byte[0]);
    }

    private byte[] chunks() throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the server hung up");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
