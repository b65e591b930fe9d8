package org.assistcounter.fleet.demonstration;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assistcounter.fleet.catalogue.Application;
import org.assistcounter.fleet.catalogue.PaperKind;
import org.assistcounter.fleet.catalogue.Papers;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.RegistryFill;
import org.assistcounter.fleet.catalogue.Stage;
import org.assistcounter.fleet.catalogue.Step;
import org.assistcounter.fleet.catalogue.Supplier;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.Tenants;

/** Makes up applications, with their papers, of the products of a sample. Pure. */
final class Proceedings {
    /** From so many days before its end on a recognition may be renewed. */
    private static final int RENEWAL_DAYS = 90;

    private static final int YEARS_ENTERED = 3;
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Map<PaperKind, String> PAPERS =
            Map.of(
                    PaperKind.LICENCE, "示例-营业执照.pdf",
                    PaperKind.ORIGIN, "示例-产地证明.pdf",
                    PaperKind.INSPECTION, "示例-检验报告.pdf");

    /** The visitor decides at the province, where nothing of the visitor's own may wait. */
    private static final List<Plan> PLANS =
            List.of(
                    new Plan(Stage.PROVINCE, 8, 2, false),
                    new Plan(Stage.COUNTY, 8, 3, false),
                    new Plan(Stage.CITY, 8, 2, false),
                    new Plan(Stage.PUBLICITY, 8, 0, false),
                    new Plan(Stage.RETURNED, 4, 0, false),
                    new Plan(Stage.COUNTY, 2, 0, true),
                    new Plan(Stage.RETURNED, 2, 0, true));

    private final ProvinceSample sample;
    private final LocalDate day;
    private final Map<String, Supplier> suppliers;
    private final Map<String, Place> places;

    Proceedings(ProvinceSample sample) {
        this.sample = sample;
        this.day = sample.day();
        this.suppliers = sample.suppliersById();
        this.places =
                sample.counties().stream()
                        .collect(Collectors.toMap(Place::code, Function.identity()));
    }

    /**
     * How many applications there are at a stage.
     *
     * @param late how many of them should have been dealt with
     * @param isVisitors whether their suppliers are kept by the visitor
     */
    private record Plan(Stage stage, int count, int late, boolean isVisitors) {}

    /** Everything for an empty registry. */
    RegistryFill fill() {
        List<RegistryFill.Filed> open = open();
        List<String> applied =
                open.stream().map(each -> each.application().subject().product()).toList();
        List<RegistryFill.Filed> past = sample.products().stream().flatMap(this::past).toList();
        return new RegistryFill(
                sample.suppliers(),
                sample.products(),
                Stream.concat(past.stream(), open.stream()).toList(),
                sample.products().stream()
                        .flatMap(product -> papers(product, applied.contains(product.code())))
                        .toList(),
                Exclusions.of(sample, applied),
                Course.moment(day.minusYears(YEARS_ENTERED), MORNING));
    }

    /** How each term began, and was made longer. */
    private Stream<RegistryFill.Filed> past(RegisteredProduct product) {
        var term = product.recognised().term();
        if (term == null) {
            return Stream.empty();
        }
        Draw draw = new Draw(product.code());
        List<RegistryFill.Filed> past = new ArrayList<>();
        LocalDate end = term.since();
        while (end.isBefore(term.until())) {
            boolean isRenewal = end.isAfter(term.since());
            LocalDate on = isRenewal ? end.minusDays(draw.between("early" + end, 5, 60)) : end;
            past.add(course(product).at(Stage.RECOGNISED, on, isRenewal));
            end = end.plusYears(1);
        }
        return past.stream();
    }

    private List<RegistryFill.Filed> open() {
        List<RegisteredProduct> pool =
                new ArrayList<>(sample.products().stream().filter(this::mayApply).toList());
        pool.sort(
                Comparator.comparingInt(Proceedings::turn).thenComparing(RegisteredProduct::code));
        List<RegistryFill.Filed> open = new ArrayList<>();
        for (Plan plan : PLANS) {
            for (int number = 0; number < plan.count(); number++) {
                RegisteredProduct product =
                        taken(pool, each -> isVisitors(each) == plan.isVisitors());
                open.add(filed(plan, number, product));
            }
        }
        return open;
    }

    private RegistryFill.Filed filed(Plan plan, int number, RegisteredProduct product) {
        Draw draw = new Draw(product.code());
        int days = plan.stage().days();
        LocalDate since =
                number < plan.late()
                        ? day.minusDays(days + draw.between("late", 1, 6))
                        : day.minusDays(draw.between("open", 1, days - 1));
        boolean isRenewal = product.recognised().term() != null;
        Course course = course(product);
        return plan.stage() == Stage.RETURNED
                ? course.returned(number % 2 == 0 ? Stage.COUNTY : Stage.CITY, since, isRenewal)
                : course.at(plan.stage(), since, isRenewal);
    }

    private boolean mayApply(RegisteredProduct product) {
        var term = product.recognised().term();
        boolean isTime = term == null || term.until().isBefore(day.plusDays(RENEWAL_DAYS));
        return isTime && supplier(product).licence().isGood(day);
    }

    private boolean isVisitors(RegisteredProduct product) {
        return supplier(product).tenant().equals(Tenants.DEMONSTRATION);
    }

    private static int turn(RegisteredProduct product) {
        return new Draw(product.code()).between("turn", 0, 1_000_000);
    }

    private static RegisteredProduct taken(
            List<RegisteredProduct> pool, Predicate<RegisteredProduct> fits) {
        RegisteredProduct found = pool.stream().filter(fits).findFirst().orElseThrow();
        pool.remove(found);
        return found;
    }

    private Course course(RegisteredProduct product) {
        Supplier supplier = supplier(product);
        String county = supplier.origin().county();
        return new Course(
                place(county),
                new Application.Subject(product.code(), supplier.id(), county),
                applicant(supplier));
    }

    /** Somebody of its own organisation, or of the county's office other than who checks there. */
    private static String applicant(Supplier supplier) {
        return switch (supplier.tenant()) {
            case "" -> "clerk-" + supplier.origin().county();
            case Tenants.DEMONSTRATION -> Operator.DEMONSTRATION_LOGIN;
            default -> supplier.tenant();
        };
    }

    /** Some of those that nobody has put forward yet lack the report. */
    private Stream<RegistryFill.FiledPaper> papers(RegisteredProduct product, boolean isApplied) {
        Draw draw = new Draw(product.code());
        boolean isNew = product.recognised().term() == null && !isApplied;
        boolean lacks = isNew && draw.isIn("report", 50);
        Supplier supplier = supplier(product);
        var by = new Step.By(applicant(supplier), "", Course.moment(filing(product), MORNING));
        return PAPERS.keySet().stream()
                .sorted()
                .filter(kind -> !lacks || kind != PaperKind.INSPECTION)
                .map(kind ->
                        new RegistryFill.FiledPaper(
                                product.code(),
                                kind,
                                PAPERS.getOrDefault(kind, kind.word()),
                                content(kind, product, supplier),
                                by));
    }

    /** Before anybody could have applied with them. */
    private LocalDate filing(RegisteredProduct product) {
        var term = product.recognised().term();
        return (term == null ? day : term.since()).minusDays(60);
    }

    private Papers.Content content(PaperKind kind, RegisteredProduct product, Supplier supplier) {
        return new Papers.Content(
                ExamplePaper.of(
                        List.of(
                                "EXAMPLE - this paper proves nothing",
                                "Kind: " + kind.word(),
                                "Product: " + product.name().en() + " (" + product.code() + ")",
                                "Supplier: " + supplier.name().en(),
                                "County: " + supplier.origin().county())));
    }

    private Supplier supplier(RegisteredProduct product) {
        return Objects.requireNonNull(suppliers.get(product.supplier()));
    }

    private Place place(String county) {
        return Objects.requireNonNull(places.get(county));
    }
}
