@NullMarked
package io.guanxi.messaging.web;

import org.jspecify.annotations.NullMarked;
