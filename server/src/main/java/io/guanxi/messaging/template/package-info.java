/** What is said: wordings with variables, their templates, and the content library. */
@NullMarked
package io.guanxi.messaging.template;

import org.jspecify.annotations.NullMarked;
