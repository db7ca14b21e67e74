package io.guanxi.messaging.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** An SMTP server that answers as it is told. */
final class ScriptedMailServer implements AutoCloseable {

    /** Instead of an answer: hangs up. */
    static final String HANG_UP = "";

    /** Instead of an answer: breaks the connection. */
    static final String BREAK = "break";

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Map<String, String> script;

    /** The answers to commands, and to {@code .} after a mail, that are not the usual ones. */
    ScriptedMailServer(Map<String, String> script) throws IOException {
        this.script = script;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try (Socket caller = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = caller.getOutputStream()) {
            say(out, "220 here");
            boolean mail = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (mail && !line.equals(".")) {
                    continue;
                }
                String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                mail = command.equals("DATA");
                String answer = script.getOrDefault(command, mail ? "354 go on" : "250 fine");
                if (answer.equals(HANG_UP) || answer.equals(BREAK)) {
                    caller.setSoLinger(answer.equals(BREAK), 0);
                    return;
                }
                say(out, answer);
            }
        } catch (IOException gone) {
            // the caller hung up, or the test is over
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
