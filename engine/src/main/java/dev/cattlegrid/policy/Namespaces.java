package dev.cattlegrid.policy;

import java.util.Optional;
import java.util.Set;

/// The namespace that a command of a cluster's client names, read from its text.
///
/// Only a text that is what runs counts: plain words, the client first, one namespace. Everything else names none.
final class Namespaces {
    private static final Set<String> CLIENTS = Set.of("kubectl", "oc", "helm", "kustomize", "flux");
    private static final Set<String> CONTEXTS = Set.of("--context", "--kube-context");

    /// What could send the command to another cluster or let it act as somebody else.
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "--kubeconfig",
                    "--server",
                    "-s",
                    "--cluster",
                    "--user",
                    "--as",
                    "--as-group",
                    "--kube-apiserver",
                    "--kube-as-user",
                    "-A",
                    "--all-namespaces",
                    "--token");

    private Namespaces() {}

    /// `namespace`, or `context/namespace` where a context is named too.
    static Optional<String> chosen(String command) {
        if (!command.chars().allMatch(Namespaces::isPlain)) {
            return Optional.empty();
        }
        String[] words = command.strip().split("[ \\t]+");
        if (!CLIENTS.contains(words[0])) {
            return Optional.empty();
        }
        String namespace = "";
        String context = "";
        for (int i = 1; i < words.length; i++) {
            String name = words[i].split("=", 2)[0];
            if (ELSEWHERE.contains(name)) {
                return Optional.empty();
            }
            boolean attached = words[i].length() > name.length();
            boolean here = name.equals("-n") || name.equals("--namespace");
            if (here || CONTEXTS.contains(name)) {
                if (!attached && i + 1 == words.length) {
                    return Optional.empty();
                }
                String value = attached ? words[i].substring(name.length() + 1) : words[i + 1];
                if (!(here ? namespace : context).isEmpty()) {
                    return Optional.empty();
                }
                namespace = here ? value : namespace;
                context = here ? context : value;
            } else if (words[i].startsWith("-n") && !words[i].startsWith("--")) {
                return Optional.empty();
            }
        }
        if (namespace.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(context.isEmpty() ? namespace : context + "/" + namespace);
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || " \t-_./=:,@".indexOf(c) >= 0;
    }
}
