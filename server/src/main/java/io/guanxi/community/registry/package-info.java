/** What people say about communities, and the rule they chose; in PostgreSQL. */
@NullMarked
package io.guanxi.community.registry;

import org.jspecify.annotations.NullMarked;
