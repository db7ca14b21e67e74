/** The value model as data: parsing, checking, versions, previews, calibration. */
@NullMarked
package io.guanxi.value.model;

import org.jspecify.annotations.NullMarked;
