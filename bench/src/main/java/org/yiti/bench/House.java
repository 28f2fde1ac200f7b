package org.yiti.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yiti.Yiti;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.DemonstrationAccounts;
import org.yiti.identity.Role;
import org.yiti.kernel.database.DatabaseStart;
import org.yiti.law.LawBook;
import org.yiti.workbook.LoadLedgers;

/** A server of our own, in this process, with a data folder of its own. */
final class House implements AutoCloseable {

    /** Where worlds are kept between runs. */
    static final Path WORLDS = Path.of(System.getProperty("bench.worlds", "bench/target"));

    private final ConfigurableApplicationContext context;
    private final Path folder;

    private House(ConfigurableApplicationContext context, Path folder) {
        this.context = context;
        this.folder = folder;
    }

    static House on(Path folder, String... settings) {
        // What is measured is how fast it is asked, which limits are there to prevent.
        var arguments = new ArrayList<>(
                List.of("--yiti.data-folder=" + folder, "--server.port=0", "--yiti.surface.work-per-minute=1000000"));
        arguments.addAll(Arrays.asList(settings));
        var application = new SpringApplication(Yiti.class);
        application.addInitializers(new DatabaseStart());
        return new House(application.run(arguments.toArray(String[]::new)), folder);
    }

    /** Empty: no institutions, nobody. */
    static House empty(Path folder, String... settings) throws IOException {
        remove(folder);
        var all = new ArrayList<>(List.of("--yiti.demonstration=false"));
        all.addAll(Arrays.asList(settings));
        return on(folder, all.toArray(String[]::new));
    }

    /** The province, or its fifth, loaded on first use: the whole takes an hour and 20 GB. */
    static House province() {
        var scale = System.getenv().getOrDefault("BENCH_SCALE", "province");
        var named = System.getenv("BENCH_WORLD");
        var folder = named == null || named.isBlank() ? WORLDS.resolve(scale) : Path.of(named);
        if (!Files.isDirectory(folder)) {
            System.err.println(
                    "Loading the " + scale + " into " + folder + ", once; a province takes an hour and 20 GB");
        }
        return on(folder, "--yiti.demonstration-scale=" + scale);
    }

    /** Somebody to ask as, and institutions in a city of their own. */
    void settle(Stream<String> institutions) {
        bean(DemonstrationAccounts.class).open("bench", "测量", Role.ADMINISTRATOR, null, true);
        var load = bean(LoadLedgers.class);
        Acting.as(Account.HOUSE, () -> {
            load.load(
                    "organization.division",
                    List.of("code", "name", "level"),
                    Stream.of(List.of("980100", "测量市", "市级")));
            load.load(
                    "organization.institution",
                    List.of("code", "name", "kind", "level", "divisionCode"),
                    institutions.map(code -> List.of(code, code + " 局", "政府机关", "市级", "980100")));
        });
        // Nobody is told of what is loaded: it waits for a sweep, which would do this.
        bean(LawBook.class).resolve();
    }

    <T> T bean(Class<T> kind) {
        return context.getBean(kind);
    }

    JdbcClient database() {
        return bean(JdbcClient.class);
    }

    /** As whom the cluster belongs to: what is planted past triggers, and tables beside the house, are not for the account of the server. */
    JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(
                context.getEnvironment().getRequiredProperty("spring.datasource.url"), "postgres", ""));
    }

    /** Seconds of CPU that this process has taken, and PostgreSQL with those who work for it now. On a machine that others share, they tell more than the clock. */
    Spent spent() throws IOException {
        var server = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        var all = ProcessHandle.of(server).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()));
        return new Spent(seconds(Stream.of(ProcessHandle.current())), seconds(all));
    }

    record Spent(double java, double postgres) {

        Spent since(Spent earlier) {
            return new Spent(java - earlier.java, postgres - earlier.postgres);
        }
    }

    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                        .flatMap(handle -> handle.info().totalCpuDuration().stream())
                        .mapToLong(java.time.Duration::toMillis)
                        .sum()
                / 1e3;
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    String postgres() {
        return database()
                .sql("select current_setting('server_version')")
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        SpringApplication.exit(context);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
