package io.guanxi.value.model;

import io.guanxi.value.ValueModel;
import java.time.Instant;

/**
 * A value model as it was saved.
 *
 * @param version from 1
 * @param model the model
 * @param note what changed and why, by whoever saved it; may be empty
 * @param createdBy who saved it
 * @param createdAt when
 */
public record ValueModelVersion(int version, ValueModel model, String note, String createdBy, Instant createdAt) {}
