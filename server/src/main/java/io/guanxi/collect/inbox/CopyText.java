package io.guanxi.collect.inbox;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events in PostgreSQL's COPY text format. */
final class CopyText {

    /** Bytes sent at once. */
    static final int BUFFER = 256 * 1024;

    private final StringBuilder text;
    private Instant lastInstant = Instant.EPOCH;
    private String lastInstantText = Instant.EPOCH.toString();

    private CopyText(int capacity) {
        this.text = new StringBuilder(capacity);
    }

    /** Hash and day (UTC) of the events that are no duplicates. */
    static InputStream keys(List<ArrivedEvent> events, List<String> hashes, BitSet duplicates) {
        CopyText copy = new CopyText(events.size() * 44);
        Instant last = Instant.MIN;
        String day = "";
        for (int n = duplicates.nextClearBit(0); n < events.size(); n = duplicates.nextClearBit(n + 1)) {
            Instant receivedAt = events.get(n).receivedAt();
            if (!receivedAt.equals(last)) {
                last = receivedAt;
                day = LocalDate.ofInstant(receivedAt, ZoneOffset.UTC).toString();
            }
            copy.text.append(hashes.get(n)).append('\t').append(day).append('\n');
        }
        return copy.stream();
    }

    /** The events that are no duplicates, in the order of the inbox's columns without its position. */
    static InputStream rows(List<ArrivedEvent> events, BitSet duplicates) {
        CopyText copy = new CopyText(events.size() * 320);
        for (int n = duplicates.nextClearBit(0); n < events.size(); n = duplicates.nextClearBit(n + 1)) {
            copy.row(events.get(n));
        }
        return copy.stream();
    }

    private InputStream stream() {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void row(ArrivedEvent event) {
        text.append(instant(event.receivedAt()));
        field(event.eventId());
        field(event.type());
        field(event.event());
        field(instant(event.ts()));
        field(event.identifiers());
        field(event.community());
        field(event.amount() == null ? null : event.amount().toPlainString());
        field(event.currency());
        field(event.quantity());
        field(event.object());
        field(event.properties());
        field(event.traits());
        field(event.context());
        field(event.source());
        text.append('\n');
    }

    /** Events of one request mostly share it. */
    private String instant(Instant instant) {
        if (!instant.equals(lastInstant)) {
            lastInstant = instant;
            lastInstantText = instant.toString();
        }
        return lastInstantText;
    }

    private void field(@Nullable Object value) {
        text.append('\t');
        if (value == null) {
            text.append("\\N");
            return;
        }
        String string = value.toString();
        int written = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                text.append(string, written, i).append('\\');
                text.append(c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c);
                written = i + 1;
            }
        }
        text.append(string, written, string.length());
    }
}
