package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * A provider that an organisation could have: Spring Authorization Server on a port of its own,
 * with its page for people who sign in. Whose name begins with `two-` is said to have shown two
 * factors.
 */
public final class RealProvider implements AutoCloseable {
    public static final String CLIENT = "assistance-counter";
    public static final String SECRET = "a secret of tests only";
    public static final String PASSWORD = "at the provider";

    private final Tomcat tomcat;
    private final Setup setup;
    private final int port;

    private RealProvider(Tomcat tomcat, Setup setup, int port) {
        this.tomcat = tomcat;
        this.setup = setup;
        this.port = port;
    }

    /** Starts one that sends browsers back to these addresses only. */
    public static RealProvider start(int port, Path directory, String... back) {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(directory.toString());
        tomcat.setPort(port);
        tomcat.getConnector();
        Context context = tomcat.addContext("", directory.toString());
        var setup = new Setup("http://localhost:" + port, List.of(back));
        var spring = new AnnotationConfigWebApplicationContext();
        spring.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("setup", setup));
        spring.register(Beans.class);
        spring.setServletContext(context.getServletContext());
        spring.refresh();
        filter(context, spring.getBean("springSecurityFilterChain", Filter.class));
        Tomcat.addServlet(context, "pages", new DispatcherServlet(spring));
        context.addServletMappingDecoded("/", "pages");
        try {
            tomcat.start();
        } catch (LifecycleException failure) {
            throw new IllegalStateException(failure);
        }
        return new RealProvider(tomcat, setup, port);
    }

    private static void filter(Context context, Filter security) {
        var definition = new FilterDef();
        definition.setFilterName("security");
        definition.setFilter(security);
        context.addFilterDef(definition);
        var map = new FilterMap();
        map.setFilterName("security");
        map.addURLPattern("/*");
        context.addFilterMap(map);
    }

    public String issuer() {
        return "http://localhost:" + port;
    }

    /** Signs by another key from now on, and publishes that one only. */
    void changesItsKey() {
        setup.keys.set(newKey());
    }

    /** Somebody signs in at the provider; the address that it sends the browser to. */
    String signsIn(String login, String address) {
        String basic =
                Base64.getEncoder()
                        .encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var page = HttpRequest.newBuilder(URI.create(issuer() + "/own-page"));
            client.send(
                    page.header("Authorization", "Basic " + basic).build(),
                    HttpResponse.BodyHandlers.discarding());
            var request = HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            String there = answer.headers().firstValue("Location").orElseThrow();
            assertThat(there).doesNotContain("error=");
            return there;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static JWKSet newKey() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
            return new JWKSet(key);
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Where it is, whom it sends back where, and what it signs by. */
    static final class Setup {
        private final String issuer;
        private final List<String> back;
        private final AtomicReference<JWKSet> keys = new AtomicReference<>(newKey());

        Setup(String issuer, List<String> back) {
            this.issuer = issuer;
            this.back = back;
        }
    }

    /** Not a configuration by its own word, or the server under test would find it. */
    @EnableWebSecurity
    @EnableWebMvc
    static class Beans {

        @Bean
        SecurityFilterChain security(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(withDefaults()))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .formLogin(withDefaults())
                    .httpBasic(basic ->
                            basic.securityContextRepository(
                                    new HttpSessionSecurityContextRepository()))
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings(Setup setup) {
            return AuthorizationServerSettings.builder().issuer(setup.issuer).build();
        }

        @Bean
        JWKSource<SecurityContext> keys(Setup setup) {
            return (wanted, context) -> wanted.select(setup.keys.get());
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        UserDetailsService people() {
            return login -> User.withUsername(login).password("{noop}" + PASSWORD).build();
        }

        @Bean
        RegisteredClientRepository clients(Setup setup) {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId("1")
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUris(all -> all.addAll(setup.back))
                            .scope("openid")
                            .clientSettings(
                                    ClientSettings.builder()
                                            .requireProofKey(true)
                                            .requireAuthorizationConsent(false)
                                            .build())
                            .build());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> factors() {
            return context -> {
                Authentication person = Objects.requireNonNull(context.getPrincipal(), "a person");
                boolean isTwo = person.getName().startsWith("two-");
                context.getClaims()
                        .claim("amr", isTwo ? List.of("pwd", "otp", "mfa") : List.of("pwd"))
                        .claim("auth_time", Instant.now().getEpochSecond());
            };
        }
    }
}
