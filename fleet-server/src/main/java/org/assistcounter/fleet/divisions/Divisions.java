package org.assistcounter.fleet.divisions;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** All divisions, read once from their file; a wrong file stops the start. */
@Service
public class Divisions {
    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{5}");

    private final SortedMap<String, Division> divisions;

    Divisions() throws IOException {
        this(DivisionFile.read());
    }

    private Divisions(SortedMap<String, Division> divisions) {
        this.divisions = divisions;
    }

    /** Whether a text has the form of a code; whether it stands for anything is another matter. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The level that a code has by its digits. */
    public static Level level(String code) {
        if (!isCode(code)) {
            throw new IllegalArgumentException("a division code has six digits, not " + code);
        }
        if (code.endsWith("0000")) {
            return Level.PROVINCE;
        }
        return code.endsWith("00") ? Level.CITY : Level.COUNTY;
    }

    /**
     * Whether an office of a division is responsible for a county: its own, or any in its city or
     * province. By the codes alone, and so true of codes that have ended; what is no code covers
     * nothing and is not covered.
     */
    public static boolean covers(String officeCode, String countyCode) {
        if (!isCode(officeCode) || !isCode(countyCode)) {
            return false;
        }
        return switch (level(officeCode)) {
            case PROVINCE -> countyCode.startsWith(officeCode.substring(0, 2));
            case CITY -> countyCode.startsWith(officeCode.substring(0, 4));
            case COUNTY -> countyCode.equals(officeCode);
        };
    }

    /** Every division, those that have ended too, by code. */
    public List<Division> all() {
        return List.copyOf(divisions.values());
    }

    /** What a code stands for, or stood for last. */
    public Optional<Division> find(String code) {
        return Optional.ofNullable(divisions.get(code));
    }

    /** Whether a code was a county's in a year. It still is one in the year in which it ended. */
    public CountyAnswer county(String code, int year) {
        if (isCode(code) && level(code) != Level.COUNTY) {
            return new CountyAnswer.NotACounty(level(code));
        }
        Division county = divisions.get(code);
        if (county == null || year < county.fromYear()) {
            return new CountyAnswer.Unknown();
        }
        if (heldAfter(county, year)) {
            return new CountyAnswer.Found(county);
        }
        return new CountyAnswer.Ended(county, county.endedYear(), heir(county, year));
    }

    /** The counties of today that lie in a division, by code; a county lies in itself. */
    public List<Division> within(String divisionCode) {
        return divisions.values().stream()
                .filter(each -> each.level() == Level.COUNTY && each.isCurrent())
                .filter(each -> covers(divisionCode, each.code()))
                .toList();
    }

    /** The name in a language, in Chinese where there is no English one; else the code itself. */
    public String name(String code, boolean isEnglish) {
        Division division = divisions.get(code);
        if (division == null) {
            return code;
        }
        return isEnglish && !division.en().isEmpty() ? division.en() : division.zh();
    }

    /**
     * The Chinese names from the province down. The city is left out where there is none: in a
     * municipality and in a county that its province administers itself. An unknown code is its own
     * path.
     */
    public String path(String code) {
        if (!divisions.containsKey(code)) {
            return code;
        }
        return Stream.of(provinceOf(code), cityOf(code), code)
                .distinct()
                .flatMap(each -> find(each).stream())
                .map(Division::zh)
                .collect(Collectors.joining(" · "));
    }

    /** Of a code of any level. */
    static String provinceOf(String code) {
        return code.substring(0, 2) + "0000";
    }

    static String cityOf(String code) {
        return code.substring(0, 4) + "00";
    }

    /** The file has no circle: each successor ended later than who it followed. */
    private String heir(Division ended, int year) {
        Division heir = divisions.get(ended.successor());
        while (heir != null && !heldAfter(heir, year)) {
            heir = divisions.get(heir.successor());
        }
        return heir == null ? "" : heir.code();
    }

    private static boolean heldAfter(Division division, int year) {
        return division.isCurrent() || year <= division.endedYear();
    }
}
