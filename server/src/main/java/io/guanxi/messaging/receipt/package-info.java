/** What comes back: receipts of providers and clicks on short links. */
@NullMarked
package io.guanxi.messaging.receipt;

import org.jspecify.annotations.NullMarked;
