package org.assistcounter.endtoend;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The people of a province at a server of its own. Whoever is asked for comes in as people do: the
 * first by the server's link, the others by the invitation of somebody who is there. Whose coming
 * in is a journey of its own does it in a browser, the others by the same forms without one.
 */
final class Province {
    static final String PASSWORD = "walnuts never sleep";

    private static final Pattern LINK = Pattern.compile("(/welcome/[A-Za-z0-9_-]{43})");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7]+)<");
    private static final String SETUP = "/sign-in/second-factor";

    private final OwnFleet.Running fleet;
    private final Browsers browsers;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, DashboardVisitor> visitors = new HashMap<>();
    private final Map<String, AuthenticatorApp> apps = new HashMap<>();

    Province(OwnFleet.Running fleet, Browsers browsers) {
        this.fleet = fleet;
        this.browsers = browsers;
    }

    OwnFleet.Running fleet() {
        return fleet;
    }

    Browsers browsers() {
        return browsers;
    }

    String address() {
        return fleet.address();
    }

    /** Who keeps the server: the first of all, and in a browser. */
    Person platform() {
        Person known = people.get("admin");
        return known == null ? comesIn("admin", fleet.administratorLink()) : known;
    }

    /** The first administrator of an organisation, which is added for them. */
    Person keeper(Organisation organisation) {
        String login = organisation.administrator();
        Person known = people.get(login);
        return known == null ? comesInQuietly(login, added(organisation)) : known;
    }

    /** Somebody of an organisation with a role. */
    Person of(Organisation organisation, String role, String login) {
        Person known = people.get(login);
        return known == null ? comesInQuietly(login, invited(organisation, role, login)) : known;
    }

    Person grower() {
        return of(Organisation.GROWERS, "SUPPLIER", "grower");
    }

    /** Who decides for an office. */
    Person officer(Organisation office) {
        return of(office, "PROGRAMME", office.id() + ".officer");
    }

    Person dispatcher() {
        return of(Organisation.COMPANY, "DISPATCHER", "dispatcher");
    }

    /** The app on somebody's phone. */
    AuthenticatorApp app(String login) {
        return Objects.requireNonNull(apps.get(login));
    }

    private String added(Organisation organisation) {
        try (Page page = platform().desk()) {
            page.navigate(address() + "/tenants");
            Forms.fill(page.locator("#add form"), organisation.form());
            Forms.send(page.locator("#add form"));
            return page.locator("#link .code").textContent();
        }
    }

    /** An invitation that nobody has used yet. */
    String invited(Organisation organisation, String role, String login) {
        keeper(organisation);
        DashboardVisitor keeper =
                Objects.requireNonNull(visitors.get(organisation.administrator()));
        try {
            String told =
                    keeper.post(
                            "/people",
                            "",
                            "name",
                            "The " + login,
                            "login",
                            login,
                            "role." + role,
                            "on");
            return address() + found(LINK, told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In a browser. */
    Person comesIn(String login, String link) {
        try (Page page = browsers.open(1280, 900)) {
            page.navigate(link + "?lang=en");
            page.fill("[name=password]", PASSWORD);
            page.click("button[type=submit]");
            page.click(".by-hand summary");
            var app = new AuthenticatorApp(page.locator("#secret").textContent());
            page.fill("[name=code]", app.code(0));
            page.click("button[type=submit]");
            page.waitForURL(url -> !url.contains(SETUP));
            return known(login, app, page.context().storageState());
        }
    }

    private Person comesInQuietly(String login, String link) {
        DashboardVisitor visitor = new DashboardVisitor(address());
        visitors.put(login, visitor);
        try {
            String asked = visitor.post(URI.create(link).getPath(), "", "password", PASSWORD);
            var app = new AuthenticatorApp(found(SECRET, asked));
            visitor.post(SETUP, "", "code", app.code(0));
            return known(login, app, visitor.cookies());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Person known(String login, AuthenticatorApp app, String cookies) {
        Person person = new Person(login, cookies, address(), browsers);
        people.put(login, person);
        apps.put(login, app);
        return person;
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in " + page);
        }
        return found.group(1);
    }

    /** The days of publicity go by. */
    void daysGoBy() {
        fleet.behindItsBack(
                "update catalogue_application set due = due - 30 where stage = 'publicity'");
    }

    /** A product of the growers, as if offices had recognised it last month. */
    void recognised(String supplier, String code, String gtin) {
        grower();
        DashboardVisitor visitor = Objects.requireNonNull(visitors.get("grower"));
        try {
            visitor.send("/suppliers/new", "/suppliers", Papers.supplier(supplier));
            visitor.send("/products/new", "/products", Papers.product(supplier, code, gtin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        int recognised =
                fleet.behindItsBack(
                        """
                        update catalogue_product
                           set recognised_since = current_date - 30,
                               recognised_until = current_date + 300
                         where product_code = '%s'
                        """
                                .formatted(code));
        if (recognised != 1) {
            throw new AssertionError(code + " was not entered");
        }
    }
}
