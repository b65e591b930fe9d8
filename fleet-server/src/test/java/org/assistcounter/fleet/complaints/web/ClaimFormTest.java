package org.assistcounter.fleet.complaints.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assistcounter.fleet.complaints.Claim;
import org.junit.jupiter.api.Test;

/** What anybody may send in a claim. */
class ClaimFormTest {

    @Test
    void leavesOutWhatNoDatabaseKeeps() {
        assertThat(form("138\u00000000\u00001234").contact()).isEqualTo("13800001234");
        assertThat(form("half \uD83C a sign").contact()).isEqualTo("half  a sign");
    }

    @Test
    void cutsBetweenCharacters() {
        String apples = "🍎".repeat(Claim.CONTACT_MAX);

        assertThat(form(apples).contact()).isEqualTo("🍎".repeat(Claim.CONTACT_MAX / 2));
        assertThat(form("a" + apples).contact())
                .isEqualTo("a" + "🍎".repeat(Claim.CONTACT_MAX / 2 - 1));
    }

    @Test
    void takesAMissingFieldForAnEmptyOne() {
        assertThat(form("a@b.example").said()).isEmpty();
        assertThat(form("a@b").isReachable()).isFalse();
    }

    private static ClaimForm form(String contact) {
        return ClaimForm.of(Map.of("contact", contact)::get);
    }
}
