package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Sessions;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.util.UriBuilder;

/** The browser of somebody who is signed in. */
final class PersonsBrowser {
    private static final String SESSION = "assistcounter_session";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final RunningServer.Parts server;
    private final String token;

    PersonsBrowser(RunningServer.Parts server, Operator operator) {
        this.server = server;
        this.token = server.bean(Sessions.class).begin(operator).blockOptional().orElseThrow();
    }

    /** Of whoever has this token. */
    PersonsBrowser(RunningServer.Parts server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Of somebody of the demonstration who has one role; made when there is none of this login. */
    static PersonsBrowser of(RunningServer.Parts server, String login, Role role) {
        People people = server.bean(People.class);
        people.addIfMissing(
                        UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8)),
                        new People.Newcomer("demonstration", login, login, Set.of(role), null))
                .block();
        return new PersonsBrowser(server, people.find(login).blockOptional().orElseThrow());
    }

    String page(String uri) {
        return text(get(uri));
    }

    /** Where a page leads on to; empty when it leads nowhere. */
    String leadsTo(String uri) {
        var location = get(uri).getResponseHeaders().getLocation();
        return location == null ? "" : location.toString();
    }

    /** The status that a page comes back with. */
    int status(String uri) {
        return get(uri).getStatus().value();
    }

    /** Sends a form of a page; the status that comes back. Whoever sees no form takes another's. */
    int posts(String page, String deed, String field, String value) {
        return posts(page + deed, Map.of(field, value));
    }

    /** The same with several fields. */
    int posts(String address, Map<String, String> fields) {
        return sent(address, fields).getStatus().value();
    }

    /** The same; the page that comes back. */
    String answered(String page, String deed, String field, String value) {
        return answered(page + deed, Map.of(field, value));
    }

    /** The same with several fields. */
    String answered(String address, Map<String, String> fields) {
        return text(sent(address, fields));
    }

    /** A form of a page, as often as it is asked for: what comes back each time. */
    Supplier<CookieBrowser.Answer> form(String address, Map<String, String> fields) {
        var proof = proof();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("_csrf", proof.field);
        form.setAll(fields);
        return () -> answer(posted(address, proof, BodyInserters.fromFormData(form)));
    }

    /** The same of a form with a file called `paper`. */
    Supplier<CookieBrowser.Answer> file(String address, String kind, String name, byte[] file) {
        var proof = proof();
        return () -> answer(posted(address, proof, fileForm(proof, kind, name, file)));
    }

    /** The same of what a page's script sends, with headers of its own. */
    Supplier<CookieBrowser.Answer> json(String address, Object body, Map<String, String> headers) {
        var proof = proof();
        return () -> {
            var request =
                    new WebCalls(server)
                            .client()
                            .post()
                            .uri(address)
                            .cookie(SESSION, token)
                            .cookie("XSRF-TOKEN", proof.cookie)
                            .header("X-XSRF-TOKEN", proof.field);
            headers.forEach(request::header);
            return answer(request.bodyValue(body).exchange().returnResult(String.class));
        };
    }

    private static CookieBrowser.Answer answer(FluxExchangeResult<String> result) {
        var location = result.getResponseHeaders().getLocation();
        return new CookieBrowser.Answer(
                result.getStatus().value(),
                location == null ? "" : location.toString(),
                text(result));
    }

    /** Sends a form with a file called `paper`; where it leads to. */
    String sends(String address, String kind, String name, byte[] file) {
        return String.valueOf(
                sentFile(address, kind, name, file).getResponseHeaders().getLocation());
    }

    /** The same; the page that comes back. */
    String answeredFile(String address, String kind, String name, byte[] file) {
        return text(sentFile(address, kind, name, file));
    }

    private FluxExchangeResult<String> sentFile(
            String address, String kind, String name, byte[] file) {
        var proof = proof();
        return posted(address, proof, fileForm(proof, kind, name, file));
    }

    private static BodyInserter<?, ? super ClientHttpRequest> fileForm(
            Proof proof, String kind, String name, byte[] file) {
        var form = new MultipartBodyBuilder();
        form.part("_csrf", proof.field);
        form.part("kind", kind);
        form.part("paper", file).filename(name);
        return BodyInserters.fromMultipartData(form.build());
    }

    /** A file as it comes. */
    byte[] file(String uri) {
        return Objects.requireNonNull(
                new WebCalls(server)
                        .client()
                        .get()
                        .uri(builder -> at(builder, uri))
                        .cookie(SESSION, token)
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBody());
    }

    /** Sends so many bytes as a file, without the proof of a page; the status that comes back. */
    int uploads(String address, int bytes) {
        var form = new MultipartBodyBuilder();
        form.part("paper", new byte[bytes]).filename("x");
        return posted(address, new Proof("", "none"), BodyInserters.fromMultipartData(form.build()))
                .getStatus()
                .value();
    }

    private FluxExchangeResult<String> sent(String address, Map<String, String> fields) {
        var proof = proof();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("_csrf", proof.field);
        form.setAll(fields);
        return posted(address, proof, BodyInserters.fromFormData(form));
    }

    /** That a form is of our own page: what is in its hidden field and in the cookie. */
    private record Proof(String field, String cookie) {}

    private Proof proof() {
        var account = get("/account");
        var csrf = CSRF.matcher(text(account));
        assertThat(csrf.find()).isTrue();
        var cookie = Objects.requireNonNull(account.getResponseCookies().getFirst("XSRF-TOKEN"));
        return new Proof(csrf.group(1), cookie.getValue());
    }

    private FluxExchangeResult<String> posted(
            String address, Proof proof, BodyInserter<?, ? super ClientHttpRequest> body) {
        return new WebCalls(server)
                .client()
                .post()
                .uri(builder -> at(builder, address))
                .cookie(SESSION, token)
                .cookie("XSRF-TOKEN", proof.cookie)
                .body(body)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .returnResult(String.class);
    }

    private FluxExchangeResult<String> get(String uri) {
        return new WebCalls(server)
                .client()
                .get()
                .uri(builder -> at(builder, uri))
                .cookie(SESSION, token)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .returnResult(String.class);
    }

    /** As it is, so that what is encoded stays so. */
    private static URI at(UriBuilder base, String address) {
        return URI.create(base.build() + address);
    }

    private static String text(FluxExchangeResult<String> page) {
        return String.join("", page.getResponseBody().collectList().blockOptional().orElseThrow());
    }
}
