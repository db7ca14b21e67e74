package io.guanxi.tag.carry;

import io.guanxi.platform.Problem;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Rows of a CSV file as RFC 4180 has them, of a bounded length: a file without line ends is refused before it fills the memory. */
final class CsvRows {

    private static final int LONGEST = 2000;

    private final Reader text;
    private int row;
    private int next = -2;

    CsvRows(Reader text) {
        this.text = text;
    }

    /** {@return the line on which the row that was read last ends, from 1} */
    int row() {
        return row;
    }

    /** {@return the cells of the next row that is not empty, without blanks around; null at the end} */
    @Nullable
    List<String> read() throws IOException {
        while (peek() >= 0) {
            row++;
            List<String> cells = cells();
            if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
                return cells;
            }
        }
        return null;
    }

    private List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int length = 0;
        while (true) {
            int c = take();
            if (c == 0 || ++length > LONGEST) {
                throw broken("this is no CSV file of identifiers and tags");
            }
            if (quoted) {
                if (c < 0) {
                    throw broken("a quote is not closed");
                } else if (c == '"' && peek() == '"') {
                    cell.append((char) take());
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append((char) c);
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                quoted = true;
            } else if (c == ',' || c < 0 || c == '\n') {
                cells.add(cell.toString().replace("\uFEFF", "").strip());
                cell.setLength(0);
                if (c != ',') {
                    return cells;
                }
            } else {
                cell.append((char) c);
            }
        }
    }

    private int peek() throws IOException {
        if (next == -2) {
            next = text.read();
        }
        return next;
    }

    private int take() throws IOException {
        int taken = peek();
        next = taken < 0 ? -1 : -2;
        return taken;
    }

    Problem broken(String message) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "tag.file-invalid",
                "Row " + row + ": " + message + ".",
                List.of(new Problem.Fault((long) row, null, message)));
    }
}
