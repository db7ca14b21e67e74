package io.guanxi.collect.inbox;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events in PostgreSQL's COPY text format. */
final class CopyText {

    private final StringBuilder text;

    CopyText(List<ArrivedEvent> events) {
        this.text = new StringBuilder(events.size() * 300);
        for (int n = 0; n < events.size(); n++) {
            append(n, events.get(n));
        }
    }

    InputStream stream() {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void append(int n, ArrivedEvent event) {
        text.append(n);
        field(event.hash());
        field(event.eventId());
        field(event.type());
        field(event.event());
        field(event.ts());
        field(event.receivedAt());
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

    private void field(@Nullable Object value) {
        text.append('\t');
        if (value == null) {
            text.append("\\N");
            return;
        }
        String string = value.toString();
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
