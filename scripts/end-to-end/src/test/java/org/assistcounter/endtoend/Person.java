package org.assistcounter.endtoend;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;

/**
 * Somebody who has signed in; a page of theirs is theirs from the start.
 *
 * @param cookies of the browser in which they did
 */
record Person(String login, String cookies, String address, Browsers browsers) {

    /** At a desk in English. */
    Page desk() {
        return at(Look.DESK, "en");
    }

    /** On a phone in Chinese. */
    Page phone() {
        return at(Look.PHONE, "zh");
    }

    Page at(Look look, String language) {
        Page page = browsers.open(look, language, cookies);
        page.context().addCookies(List.of(new Cookie("lang", language).setUrl(address)));
        page.navigate(address + "/account");
        return page;
    }
}
