package io.guanxi.testing;

import io.guanxi.GuanxiServer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole server: real PostgreSQL, real DuckDB, real HTTP on a free port. All tests of a JVM share the
 * one server and its data, so a test uses names of its own. Any bean can be injected by {@code @Autowired}, among them a
 * {@link Caller}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootTest(classes = GuanxiServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshData.class)
@Import(Caller.class)
public @interface ServerTest {}
