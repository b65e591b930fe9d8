package org.assistcounter.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assistcounter.fleet.complaints.Claim;
import org.assistcounter.fleet.complaints.web.ClaimForm;

/** The form that anybody with a receipt may send. */
final class ClaimBorder {

    private ClaimBorder() {}

    /** What is kept fits, can be kept as text, and is not changed by being read again. */
    static void take(byte[] bytes) {
        String typed = new String(bytes, StandardCharsets.UTF_8);
        ClaimForm form = ClaimForm.of(name -> typed);
        Require.that(form.contact().length() <= Claim.CONTACT_MAX, "a contact fits");
        Require.that(form.said().length() <= Claim.SAID_MAX, "what is said fits");
        Require.that(form.said().indexOf('\0') < 0, "a database keeps it");
        byte[] kept = form.said().getBytes(StandardCharsets.UTF_8);
        Require.same(new String(kept, StandardCharsets.UTF_8), form.said(), "no half character");
        Require.same(ClaimForm.of(name -> form.said()), form, "it is read again");
    }

    static List<byte[]> samples() {
        return Samples.texts("13800000000", "货没掉下来 🍎\u0000\n第二行");
    }
}
