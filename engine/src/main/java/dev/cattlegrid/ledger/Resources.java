package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Effect;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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

    private Resources() {}

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
