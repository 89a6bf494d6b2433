package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Effect;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Names what lies elsewhere so that two programs that speak of the same thing say the same.
final class Resources {
    private static final Map<String, String> FAMILIES =
            Map.ofEntries(
                    Map.entry("s3", "cloud"),
                    Map.entry("aws", "cloud"),
                    Map.entry("minio", "cloud"),
                    Map.entry("rclone", "cloud"),
                    Map.entry("gcs", "cloud"),
                    Map.entry("gcloud", "cloud"),
                    Map.entry("azure", "cloud"),
                    Map.entry("helm", "kubernetes"),
                    Map.entry("openshift", "kubernetes"),
                    Map.entry("k8s", "kubernetes"),
                    Map.entry("podman", "docker"),
                    Map.entry("pulumi", "terraform"),
                    Map.entry("tofu", "terraform"),
                    Map.entry("postgresql", "postgres"),
                    Map.entry("mariadb", "mysql"),
                    Map.entry("pnpm", "npm"),
                    Map.entry("yarn", "npm"),
                    Map.entry("bun", "npm"),
                    Map.entry("lerna", "npm"));

    /// Words that say what a thing is and not which.
    private static final Set<String> SORTS =
            Set.of(
                    "s3",
                    "gs",
                    "ns",
                    "namespace",
                    "namespaces",
                    "project",
                    "deploy",
                    "deployment",
                    "deployments",
                    "deployment.apps",
                    "pod",
                    "pods",
                    "svc",
                    "service",
                    "services",
                    "secret",
                    "secrets",
                    "configmap",
                    "node",
                    "nodes",
                    "all",
                    "at",
                    "table",
                    "database",
                    "volume",
                    "container",
                    "pr",
                    "mr",
                    "release",
                    "postgres",
                    "postgresql",
                    "mysql",
                    "redis",
                    "mongodb",
                    "file",
                    "http",
                    "https",
                    "…");

    /// Words of an operation by which something comes to be.
    private static final Set<String> MAKING = Set.of("create", "new", "mb", "mk");

    /// Words of an operation that say what is done and not to what sort of thing.
    private static final Set<String> VERBS =
            Set.of(
                    "create",
                    "new",
                    "mb",
                    "mk",
                    "rm",
                    "remove",
                    "delete",
                    "del",
                    "rb",
                    "stop",
                    "kill",
                    "restart",
                    "start",
                    "pause",
                    "unpause",
                    "container");

    private static final Map<String, String> LONG =
            Map.of(
                    "ns", "namespace",
                    "namespaces", "namespace",
                    "deploy", "deployment",
                    "deployments", "deployment",
                    "svc", "service",
                    "services", "service",
                    "po", "pod",
                    "pods", "pod",
                    "cm", "configmap");

    private Resources() {}

    /// What comes to be by a change, by its sort and name; empty where nothing does.
    static String made(Effect.Remote remote) {
        boolean makes =
                remote.change() == Effect.Remote.Change.CHANGE
                        && !remote.target().isBlank()
                        && Stream.of(remote.operation().split(" ")).anyMatch(MAKING::contains);
        return makes ? exactly(remote) : "";
    }

    /// System, sort and name of the one thing that it is about.
    static String exactly(Effect.Remote remote) {
        var words = new ArrayList<String>();
        String system = remote.system().toLowerCase(Locale.ROOT);
        words.add(FAMILIES.getOrDefault(system, system));
        for (String word : remote.operation().split(" ")) {
            if (!VERBS.contains(word)) {
                words.add(word);
            }
        }
        for (String word : remote.target().split("[\\s/]+")) {
            words.add(LONG.getOrDefault(word, word));
        }
        return String.join(" ", words);
    }

    /// The system's family, and behind it the names of what it is about; no name stands for everything.
    static String of(Effect.Remote remote) {
        String system = remote.system().toLowerCase(Locale.ROOT);
        var names = new TreeSet<String>();
        for (String word : remote.target().toLowerCase(Locale.ROOT).split("[\\s/:@,=]+")) {
            if (!word.isEmpty() && !word.startsWith("-") && !SORTS.contains(word)) {
                names.add(word);
            }
        }
        String family = FAMILIES.getOrDefault(system, system);
        return names.isEmpty() ? family : family + " " + String.join(" ", names);
    }
}
