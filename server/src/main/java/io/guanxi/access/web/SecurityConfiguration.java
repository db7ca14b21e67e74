package io.guanxi.access.web;

import io.guanxi.access.Role;
import io.guanxi.access.WriteKeys;
import io.guanxi.access.keys.KeyRing;
import io.guanxi.access.users.Sessions;
import io.guanxi.platform.Problem;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Two filter chains: a bare one for tracking, one with credentials and rules for all the rest. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Inline styles are what Ant Design needs; scripts come from this server only. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
                    + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Two filters, since thousands of requests a second pass here: browsers' CORS, then the write key. */
    @Bean
    @Order(1)
    SecurityFilterChain tracking(
            WriteKeys keys, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.pathPattern("/v1/**"), anyOrigin(), new WriteKeyFilter(keys, problems));
    }

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(
            HttpSecurity http,
            KeyRing keys,
            Sessions sessions,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return http.csrf(AbstractHttpConfigurer::disable) // CredentialsFilter ties it to the session's own token
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new CredentialsFilter(keys, sessions, problems), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, e) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            problems.resolveException(request, response, null, unauthenticated());
                        })
                        .accessDeniedHandler((request, response, e) ->
                                problems.resolveException(request, response, null, forbidden())))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .cacheControl(cache -> cache.disable()) // the console's files say for themselves
                        .addHeaderWriter((request, response) -> {
                            if (request.getRequestURI().startsWith("/api/")
                                    && !response.containsHeader("Cache-Control")) {
                                response.setHeader("Cache-Control", "no-store");
                            }
                        })
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll();
        for (AccessRule rule : AccessRule.ALL) {
            var matching = requests.requestMatchers(matcher(rule));
            Role least = rule.leastRole();
            if (least == null) {
                matching.permitAll();
            } else {
                matching.hasAnyRole(Arrays.stream(Role.values())
                        .filter(role -> role.includes(least))
                        .map(Role::name)
                        .toArray(String[]::new));
            }
        }
        requests.anyRequest().denyAll();
    }

    /** Whoever may GET may HEAD. */
    private static RequestMatcher matcher(AccessRule rule) {
        RequestMatcher asWritten = rule.method().equals("*")
                ? PathPatternRequestMatcher.pathPattern(rule.path())
                : PathPatternRequestMatcher.pathPattern(HttpMethod.valueOf(rule.method()), rule.path());
        return rule.method().equals("GET")
                ? new OrRequestMatcher(asWritten, PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, rule.path()))
                : asWritten;
    }

    /** Shops and mini-programs of any origin send events; no cookie is ever read on this chain. */
    private static CorsFilter anyOrigin() {
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        configuration.setAllowedMethods(List.of("POST"));
        configuration.setAllowedHeaders(List.of("Authorization", "Content-Type", "Content-Encoding"));
        configuration.setMaxAge(Duration.ofDays(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/v1/**", configuration);
        return new CorsFilter(source);
    }

    private static Problem unauthenticated() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "access.unauthenticated",
                "Log in, or send an API key as Authorization: Bearer KEY.",
                List.of());
    }

    private static Problem forbidden() {
        return new Problem(HttpStatus.FORBIDDEN, "access.forbidden", "Your role does not allow this.", List.of());
    }
}
