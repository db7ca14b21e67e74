package io.guanxi.collect.imports;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of an import, as the lake keeps it in the commit that holds the import's events: whoever comes back after a
 * crash reads there that it is in, and with which figures.
 *
 * @param id number of the import
 * @param arrived when it arrived
 * @param read rows of the file
 * @param mapped events of the map
 * @param accepted events that the commit brought
 * @param duplicate events that had been taken before
 * @param rejected lines and events that were not taken
 */
record Receipt(long id, Instant arrived, long read, long mapped, long accepted, long duplicate, long rejected) {

    private static final JsonMapper JSON = JsonMapper.shared();

    String text() {
        return JSON.writeValueAsString(this);
    }

    /** {@return the receipt the lake has, where it is that of the given import} */
    static Optional<Receipt> of(long id, Instant arrived, String kept) {
        return Optional.of(kept)
                .filter(text -> !text.isEmpty())
                .map(text -> JSON.readValue(text, Receipt.class))
                .filter(receipt -> receipt.id() == id && receipt.arrived().equals(arrived));
    }
}
