package dev.cattlegrid.ledger.words;

import dev.cattlegrid.ledger.words.Statement.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A command that a person orders word by word. It names what stands in it, and itself.
final class Commands {
    private static final String SHELL = ";|&$<>(){}\n\\";
    private static final Set<String> FORCES = Set.of("--force", "-f", "--force-with-lease");

    private static final Map<String, Act> ACTS =
            Map.ofEntries(
                    Map.entry("git push", Act.PUSH),
                    Map.entry("git commit", Act.COMMIT),
                    Map.entry("git merge", Act.MERGE),
                    Map.entry("git rebase", Act.REWRITE),
                    Map.entry("git reset", Act.DISCARD),
                    Map.entry("git restore", Act.DISCARD),
                    Map.entry("git checkout", Act.DISCARD),
                    Map.entry("git clean", Act.DELETE),
                    Map.entry("git branch", Act.DELETE),
                    Map.entry("npm publish", Act.PUBLISH),
                    Map.entry("yarn publish", Act.PUBLISH),
                    Map.entry("pnpm publish", Act.PUBLISH),
                    Map.entry("bun publish", Act.PUBLISH),
                    Map.entry("cargo publish", Act.PUBLISH),
                    Map.entry("uv publish", Act.PUBLISH),
                    Map.entry("poetry publish", Act.PUBLISH),
                    Map.entry("twine upload", Act.PUBLISH),
                    Map.entry("gem push", Act.PUBLISH),
                    Map.entry("docker push", Act.PUBLISH),
                    Map.entry("gh release", Act.PUBLISH),
                    Map.entry("glab release", Act.PUBLISH),
                    Map.entry("gh pr merge", Act.MERGE),
                    Map.entry("glab mr merge", Act.MERGE),
                    Map.entry("gh pr", Act.REQUEST),
                    Map.entry("glab mr", Act.REQUEST),
                    Map.entry("gh issue", Act.REQUEST),
                    Map.entry("vercel", Act.DEPLOY),
                    Map.entry("fly deploy", Act.DEPLOY),
                    Map.entry("flyctl deploy", Act.DEPLOY),
                    Map.entry("wrangler deploy", Act.DEPLOY),
                    Map.entry("wrangler publish", Act.DEPLOY),
                    Map.entry("firebase deploy", Act.DEPLOY),
                    Map.entry("netlify deploy", Act.DEPLOY),
                    Map.entry("railway up", Act.DEPLOY),
                    Map.entry("helm upgrade", Act.DEPLOY),
                    Map.entry("helm install", Act.DEPLOY),
                    Map.entry("kubectl apply", Act.DEPLOY),
                    Map.entry("kubectl delete", Act.DELETE),
                    Map.entry("terraform apply", Act.CHANGE),
                    Map.entry("terraform destroy", Act.DELETE),
                    Map.entry("docker rm", Act.DELETE),
                    Map.entry("docker rmi", Act.DELETE),
                    Map.entry("docker volume", Act.DELETE),
                    Map.entry("docker system", Act.DELETE),
                    Map.entry("rm", Act.DELETE),
                    Map.entry("npm install", Act.INSTALL),
                    Map.entry("npm i", Act.INSTALL),
                    Map.entry("yarn add", Act.INSTALL),
                    Map.entry("pnpm add", Act.INSTALL),
                    Map.entry("pnpm install", Act.INSTALL),
                    Map.entry("bun add", Act.INSTALL),
                    Map.entry("pip install", Act.INSTALL),
                    Map.entry("pip3 install", Act.INSTALL),
                    Map.entry("uv add", Act.INSTALL),
                    Map.entry("poetry add", Act.INSTALL),
                    Map.entry("cargo add", Act.INSTALL),
                    Map.entry("cargo install", Act.INSTALL),
                    Map.entry("gem install", Act.INSTALL),
                    Map.entry("go get", Act.INSTALL),
                    Map.entry("go install", Act.INSTALL),
                    Map.entry("brew install", Act.INSTALL),
                    Map.entry("apt install", Act.INSTALL),
                    Map.entry("apt-get install", Act.INSTALL),
                    Map.entry("systemctl restart", Act.STOP),
                    Map.entry("systemctl stop", Act.STOP),
                    Map.entry("psql", Act.CHANGE),
                    Map.entry("mysql", Act.CHANGE),
                    Map.entry("sqlite3", Act.CHANGE),
                    Map.entry("prisma migrate", Act.CHANGE),
                    Map.entry("prisma db", Act.CHANGE),
                    Map.entry("alembic upgrade", Act.CHANGE),
                    Map.entry("rsync", Act.CONNECT),
                    Map.entry("scp", Act.CONNECT),
                    Map.entry("ssh", Act.CONNECT),
                    Map.entry("curl", Act.CONNECT),
                    Map.entry("wget", Act.CONNECT));

    private Commands() {}

    static List<Order> read(String written, String words, boolean standing, boolean permits) {
        String command = String.join(" ", written.strip().split("\\s+"));
        List<Thing> whole = List.of(new Thing.Named(command));
        if (command.isEmpty() || command.chars().anyMatch(c -> SHELL.indexOf(c) >= 0)) {
            return List.of();
        }
        List<String> all = List.of(command.split(" "));
        Act act = act(all);
        var things = new ArrayList<>(whole);
        int verb = act == Act.RUN ? 1 : 2;
        for (String word : all.subList(Math.min(verb, all.size()), all.size())) {
            if (!word.startsWith("-")) {
                things.add(new Thing.Named(word));
            }
        }
        return List.of(new Order(act, things, List.of(), standing, permits, words));
    }

    /// One that stands in a sentence: where it ends nobody can tell, so it names no more than itself, and a push its branch.
    static List<Order> bare(String written, String words, boolean standing, boolean permits) {
        return read(written, words, standing, permits).stream()
                .map(order -> {
                    List<Thing> things = order.things();
                    boolean push = order.act() == Act.PUSH || order.act() == Act.FORCE_PUSH;
                    boolean whole = push && things.size() == 3;
                    return new Order(
                            order.act(),
                            whole ? things : things.subList(0, 1),
                            List.of(),
                            standing,
                            permits,
                            words);
                })
                .toList();
    }

    private static Act act(List<String> words) {
        for (int length = Math.min(3, words.size()); length > 0; length--) {
            Act act = ACTS.get(String.join(" ", words.subList(0, length)));
            if (act != null) {
                return act == Act.PUSH ? push(words) : act;
            }
        }
        return Act.RUN;
    }

    private static Act push(List<String> words) {
        if (words.contains("--delete") || words.contains("-d")) {
            return Act.DELETE;
        }
        return words.stream().anyMatch(FORCES::contains) ? Act.FORCE_PUSH : Act.PUSH;
    }
}
