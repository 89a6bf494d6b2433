package dev.cattlegrid.automode;

import dev.cattlegrid.audit.History;
import dev.cattlegrid.audit.Query;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Environment;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What lies in a project and what was recorded of late, read for what it says of where the agent works. Files are read as
/// texts, in bounds; nothing is run, and nothing is sent.
final class Environs {
    private static final long LARGEST = 256 << 10;
    private static final int MOST_FILES = 60;
    private static final int MOST_ENTRIES = 400;
    private static final int OFTEN = 3;
    private static final Pattern URL = Pattern.compile("(?m)^\\s*(?:push)?url\\s*=\\s*(\\S+)");
    private static final Pattern NAMESPACE =
            Pattern.compile("(?m)^\\s*namespace:\\s*[\"']?([a-z0-9][a-z0-9-]{1,60})");
    private static final Pattern BUCKET =
            Pattern.compile("\\b(?:s3|gs|r2)://([a-z0-9][a-z0-9.-]{2,62})");
    private static final Pattern REGISTRY =
            Pattern.compile(
                    "(?m)(?:^\\s*(?:@[\\w-]+:)?registry\\s*=\\s*|index-url\\s*=\\s*[\"']?)(https://[^\\s\"']+)");
    private static final Pattern DEPLOYS =
            Pattern.compile(
                    "(?i)\\b(kubectl|helm|terraform|pulumi|aws|gcloud|az|serverless|fly|vercel|netlify|docker push|npm publish|twine)\\b");
    private static final Pattern HOST =
            Pattern.compile("https?://([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?=[:/\"'\\s?]|$)");
    private static final Pattern IMAGE =
            Pattern.compile(
                    "(?m)^\\s*image:\\s*[\"']?(postgres|mysql|mariadb|mongo|redis|elasticsearch|rabbitmq|kafka|minio)\\b");

    private final Path project;
    private final List<Found> found = new ArrayList<>();

    private Environs(Path project) {
        this.project = project;
    }

    /// @param from where it was read, for the person who is asked about it
    record Found(String label, String text, String from) {
        String sentence() {
            return label + ": " + text;
        }
    }

    /// @param store of the records; nothing is read from it where there are none
    static List<Found> of(Path project, Store store) throws IOException {
        var environs = new Environs(project);
        environs.remotes();
        environs.registries();
        environs.pipelines();
        environs.clusters();
        environs.services();
        environs.infrastructure();
        environs.records(store);
        return List.copyOf(environs.found);
    }

    private void remotes() {
        var names = new TreeSet<String>();
        Matcher url = URL.matcher(text(project.resolve(".git/config")));
        while (url.find()) {
            Environment.repository(url.group(1)).ifPresent(names::add);
        }
        if (!names.isEmpty()) {
            add(
                    "Own repositories",
                    "%s %s this project's; pushing a branch of the agent's own there is part of the work."
                            .formatted(joined(names), names.size() == 1 ? "is" : "are"),
                    ".git/config");
        }
    }

    private void registries() {
        var names = new TreeSet<String>();
        var files = new TreeSet<String>();
        for (String name :
                List.of(".npmrc", "pyproject.toml", "pip.conf", ".yarnrc", "poetry.toml")) {
            Matcher registry = REGISTRY.matcher(text(project.resolve(name)));
            while (registry.find()) {
                names.add(registry.group(1).replaceAll("^https://(?:[^@/]*@)?|/+$", ""));
                files.add(name);
            }
        }
        if (!names.isEmpty()) {
            add(
                    "Package index",
                    "packages of this project come from %s.".formatted(joined(names)),
                    String.join(", ", files));
        }
    }

    private void pipelines() throws IOException {
        var files = new ArrayList<Path>(in(".github/workflows", "*.{yml,yaml}"));
        for (String name :
                List.of(
                        ".gitlab-ci.yml",
                        "Jenkinsfile",
                        ".circleci/config.yml",
                        "azure-pipelines.yml",
                        "bitbucket-pipelines.yml")) {
            if (Files.isRegularFile(project.resolve(name))) {
                files.add(project.resolve(name));
            }
        }
        if (files.isEmpty()) {
            return;
        }
        var tools = new TreeSet<String>();
        for (Path file : files) {
            Matcher tool = DEPLOYS.matcher(text(file));
            while (tool.find()) {
                tools.add(tool.group(1).toLowerCase(Locale.ROOT));
            }
        }
        String names =
                files.stream()
                        .map(file -> project.relativize(file).toString())
                        .limit(6)
                        .collect(Collectors.joining(", "));
        add(
                "Pipelines",
                tools.isEmpty()
                        ? "builds and tests run in the pipeline; it deploys nothing."
                        : "the pipeline deploys or publishes with %s; the agent leaves that to it."
                                .formatted(joined(tools)),
                names);
    }

    private void clusters() throws IOException {
        var names = new TreeSet<String>();
        var files = new TreeSet<String>();
        for (String folder :
                List.of(".", "k8s", "kubernetes", "deploy", "manifests", "charts", "helm")) {
            for (Path file : in(folder, "*.{yml,yaml}")) {
                Matcher namespace = NAMESPACE.matcher(text(file));
                while (namespace.find()) {
                    names.add(namespace.group(1));
                    files.add(project.relativize(file.normalize()).toString());
                }
            }
        }
        if (!names.isEmpty()) {
            add(
                    "Cluster namespaces",
                    "this project runs in %s; others use what runs there.".formatted(joined(names)),
                    files.stream().limit(4).collect(Collectors.joining(", ")));
        }
    }

    private void services() {
        for (String name :
                List.of(
                        "compose.yaml",
                        "compose.yml",
                        "docker-compose.yml",
                        "docker-compose.yaml")) {
            var images = new TreeSet<String>();
            Matcher image = IMAGE.matcher(text(project.resolve(name)));
            while (image.find()) {
                images.add(image.group(1));
            }
            if (!images.isEmpty()) {
                add(
                        "Local services",
                        "%s on the loopback %s started by `%s` for this project and may be filled and emptied."
                                .formatted(joined(images), images.size() == 1 ? "is" : "are", name),
                        name);
            }
        }
    }

    private void infrastructure() throws IOException {
        var buckets = new TreeSet<String>();
        boolean terraform = false;
        for (String folder : List.of(".", "infra", "terraform", "infrastructure")) {
            for (Path file : in(folder, "*.tf")) {
                terraform = true;
                addBuckets(text(file), buckets);
            }
        }
        for (String name : List.of("Makefile", "README.md")) {
            addBuckets(text(project.resolve(name)), buckets);
        }
        if (terraform) {
            add(
                    "Infrastructure",
                    "it is described in this repository; plans may be made, and applying one is a person's step.",
                    "*.tf");
        }
        if (!buckets.isEmpty()) {
            add(
                    "Buckets",
                    "this project names %s; what they hold, and whose it is, is not said here."
                            .formatted(joined(buckets)),
                    "files of the project");
        }
    }

    private static void addBuckets(String text, TreeSet<String> buckets) {
        Matcher bucket = BUCKET.matcher(text);
        while (bucket.find()) {
            buckets.add(bucket.group(1));
        }
    }

    /// Hosts that calls in this project have talked to again and again.
    private void records(Store store) {
        Map<String, Integer> hosts = new TreeMap<>();
        try {
            for (Fields entry : History.of(store, Query.newest(MOST_ENTRIES))) {
                String all = Json.print(entry.values());
                var seen = new TreeSet<String>();
                Matcher host = HOST.matcher(all);
                while (all.contains(project.toString()) && host.find()) {
                    seen.add(host.group(1));
                }
                seen.forEach(name -> hosts.merge(name, 1, Integer::sum));
            }
        } catch (IOException _) {
            return;
        }
        List<String> often =
                hosts.entrySet().stream()
                        .filter(each -> each.getValue() >= OFTEN)
                        .map(Map.Entry::getKey)
                        .limit(8)
                        .toList();
        if (!often.isEmpty()) {
            add(
                    "Hosts of the work",
                    "calls in this project often talk to %s.".formatted(joined(often)),
                    "the last %d records".formatted(MOST_ENTRIES));
        }
    }

    private void add(String label, String text, String from) {
        found.add(new Found(label, text, from));
    }

    private static String joined(Iterable<String> names) {
        var all = new ArrayList<String>();
        names.forEach(name -> all.add("`" + name.replace("`", "") + "`"));
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }

    private List<Path> in(String folder, String pattern) throws IOException {
        Path directory = project.resolve(folder).normalize();
        var files = new ArrayList<Path>();
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, pattern)) {
            for (Path file : all) {
                if (files.size() < MOST_FILES) {
                    files.add(file);
                }
            }
        }
        return files.stream().sorted().toList();
    }

    private static String text(Path file) {
        try {
            boolean fit = Files.isRegularFile(file) && Files.size(file) <= LARGEST;
            return fit ? Files.readString(file) : "";
        } catch (IOException _) {
            return "";
        }
    }
}
