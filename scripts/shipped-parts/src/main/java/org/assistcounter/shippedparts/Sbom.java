package org.assistcounter.shippedparts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The program of `scripts/sbom`: writes the bills and says what nobody has agreed to. */
public final class Sbom {
    private static final int DIFFERENT = 1;

    private final Path repository;
    private final List<Part> shipped = new ArrayList<>();

    Sbom(Path repository) {
        this.repository = repository;
    }

    /**
     * Writes the bills into a folder, and the list where `--update` is said.
     *
     * @param arguments the folder, `--update` and `--json`, as the script passes them
     */
    public static void main(String... arguments) throws IOException {
        var words = List.of(arguments);
        Path root = Path.of(Objects.requireNonNull(System.getProperty("assistcounter.root")));
        Path out =
                Path.of(words.stream().filter(w -> !w.startsWith("--")).findFirst().orElseThrow());
        var sbom = new Sbom(root);
        sbom.write(out);
        if (words.contains("--update")) {
            sbom.update();
        }
        List<String> differences = sbom.differences();
        differences.forEach(System.out::println);
        System.out.printf("%d parts of others; %s%n", sbom.shipped.size(), out);
        if (words.contains("--json")) {
            System.out.printf(
                    "{\"parts\":%d,\"differences\":%d}%n", sbom.shipped.size(), differences.size());
        }
        System.exit(differences.isEmpty() ? 0 : DIFFERENT);
    }

    /** A bill of each product, the fleet's with what its sources carry. */
    void write(Path out) throws IOException {
        Files.createDirectories(out);
        List<Carried> carried = Carried.read(repository.resolve(PartsList.CARRIED));
        for (Part.Product product : Part.Product.values()) {
            Bill bill = Bill.read(repository, product);
            shipped.addAll(bill.parts());
            String folder = product.bill().substring(0, product.bill().indexOf('/'));
            bill.add(carried.stream().filter(each -> each.file().startsWith(folder)).toList());
            Files.writeString(out.resolve(folder + ".cdx.json"), bill.json());
        }
    }

    void update() throws IOException {
        Path file = repository.resolve(PartsList.FILE);
        Files.writeString(file, PartsList.read(file).updated(shipped));
    }

    List<String> differences() throws IOException {
        return PartsList.read(repository.resolve(PartsList.FILE)).differences(shipped);
    }

    /** What the build has put together. */
    static List<Part> shipped(Path repository) throws IOException {
        List<Part> all = new ArrayList<>();
        for (Part.Product product : Part.Product.values()) {
            all.addAll(Bill.read(repository, product).parts());
        }
        return all;
    }
}
