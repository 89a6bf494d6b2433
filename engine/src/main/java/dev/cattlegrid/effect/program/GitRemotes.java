package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Options.Item;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The git commands that talk to another repository.
///
/// Source: git-push(1), git-fetch(1), git-clone(1), git-remote(1), git-submodule(1), gitremote-helpers(7).
record GitRemotes(Git git) {
    private static final Set<String> MAIN = Set.of("main", "master", "trunk", "develop");

    void run() {
        switch (git.name()) {
            case "push" -> push();
            case "fetch", "pull" -> fetch();
            case "ls-remote" -> {
                program("--upload-pack");
                from(
                        git.operands().stream()
                                .findFirst()
                                .map(Arg::value)
                                .map(Value::prefix)
                                .orElse(""),
                        git.operands());
                git.sheet().output(GitReader.shown());
            }
            case "clone" -> clone(git.operands());
            case "init" -> {
                template();
                git.operands().stream().limit(1).forEach(arg -> git.sheet().create(arg, Data.NONE));
                git.keep("init");
            }
            case "remote" -> remote();
            case "submodule" -> submodule();
            case "archive" -> archive();
            default -> git.keep(git.name());
        }
    }

    private void push() {
        program("--receive-pack");
        Sheet sheet = git.sheet();
        for (Item item : git.items()) {
            if (item instanceof Item.Loose(var arg) && arg.splits()) {
                sheet.unknown(arg, Bound.ANYTHING);
            }
        }
        List<Arg> operands = git.operandsAndPaths();
        if (git.has("-n")) {
            sheet.output(GitReader.shown());
            return;
        }
        String remote =
                operands.isEmpty()
                        ? git.has("--repo") ? git.given("--repo").text().orElse("?") : ""
                        : operands.getFirst().text().orElse("?");
        if (remote.startsWith("ext::")) {
            helper(remote, operands.getFirst());
        }
        if (git.has("--no-verify")) {
            git.act(new GitAction.SkipHooks("push"));
        }
        boolean force = git.hasAny("-f", "--force-with-lease", "--mirror");
        boolean delete = git.hasAny("-d", "--prune", "--mirror");
        boolean toDefault = git.hasAny("--all", "--mirror");
        var refs = new ArrayList<String>();
        boolean mirrors = git.settings().keySet().stream().anyMatch(GitRemotes::isMirror);
        force |= mirrors;
        delete |= mirrors;
        toDefault |= mirrors;
        List<Arg> named = operands.isEmpty() ? operands : operands.subList(1, operands.size());
        List<Arg> specs = named.isEmpty() ? configured() : named;
        boolean tag = false;
        for (Arg spec : specs) {
            String text = spec.text().orElse("?");
            if (text.equals("tag")) {
                tag = true;
                continue;
            }
            force |= text.startsWith("+");
            String plain = text.startsWith("+") ? text.substring(1) : text;
            delete |= plain.startsWith(":") && plain.length() > 1;
            String ref = plain.substring(plain.indexOf(':') + 1);
            ref = ref.equals("HEAD") || ref.equals("@") ? branch() : ref;
            refs.add(tag ? "refs/tags/" + ref : shortened(ref));
            toDefault |= spec.text().isEmpty() || !tag && toDefault(shortened(ref));
            tag = false;
        }
        if (git.has("--tags")) {
            refs.add("refs/tags/*");
        }
        if (refs.isEmpty() && !git.hasAny("--all", "--mirror")) {
            toDefault |= toDefault(branch());
        }
        git.act(
                new GitAction.Push(
                        remote,
                        refs,
                        force,
                        delete,
                        toDefault,
                        known(remote),
                        address(remote),
                        several(mirrors) ? "" : branch()));
    }

    /// What `-c remote.NAME.push=SPEC` says is pushed where nothing is named.
    private List<Arg> configured() {
        return git.settings().entrySet().stream()
                .filter(setting -> isPushed(setting.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    static boolean isPushed(String key) {
        return key.startsWith("remote.") && key.endsWith(".push");
    }

    static boolean isMirror(String key) {
        return key.startsWith("remote.") && key.endsWith(".mirror");
    }

    private static String shortened(String ref) {
        return ref.startsWith("refs/heads/") ? ref.substring(11) : ref;
    }

    private String branch() {
        return git.repository().map(World.Repository::branch).orElse("");
    }

    private boolean toDefault(String ref) {
        String main = git.repository().map(World.Repository::defaultBranch).orElse("");
        return ref.isEmpty()
                || ref.equals("?")
                || ref.indexOf('*') >= 0
                || ref.equals(main)
                || main.isEmpty() && MAIN.contains(ref)
                || ref.equals("main")
                || ref.equals("master");
    }

    private boolean known(String remote) {
        List<World.Repository.Remote> remotes =
                git.repository().map(World.Repository::remotes).orElse(List.of());
        if (remote.isEmpty()) {
            return !remotes.isEmpty();
        }
        for (World.Repository.Remote each : remotes) {
            if (each.name().equals(remote) || same(each.url(), remote)) {
                return true;
            }
        }
        return false;
    }

    private boolean several(boolean mirrors) {
        return mirrors || git.hasAny("--all", "--branches", "--mirror");
    }

    /// The one address that a remote has; nothing where it has several, or where settings could lead elsewhere.
    private String address(String remote) {
        boolean led =
                git.settings().keySet().stream()
                        .anyMatch(key -> key.startsWith("remote.") || key.startsWith("url."));
        if (led || remote.equals("?")) {
            return "";
        }
        if (remote.indexOf(':') > 0 || remote.startsWith("/") || remote.startsWith(".")) {
            return remote;
        }
        List<String> addresses =
                git.repository().map(World.Repository::remotes).orElse(List.of()).stream()
                        .filter(each -> remote.isEmpty() || each.name().equals(remote))
                        .map(World.Repository.Remote::url)
                        .toList();
        return addresses.size() == 1 ? addresses.getFirst() : "";
    }

    private static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String url) {
        String rest = url.endsWith(".git") ? url.substring(0, url.length() - 4) : url;
        int scheme = rest.indexOf("://");
        rest = scheme < 0 ? rest.replaceFirst(":", "/") : rest.substring(scheme + 3);
        return rest.substring(rest.indexOf('@') + 1);
    }

    private void fetch() {
        program("--upload-pack");
        List<Arg> operands = git.operandsAndPaths();
        String remote = operands.isEmpty() ? "" : operands.getFirst().value().prefix();
        from(remote, operands);
        git.keep(git.name());
    }

    /// What comes from a remote, by its name or URL.
    private void from(String remote, List<Arg> operands) {
        if (remote.startsWith("ext::")) {
            helper(remote, operands.getFirst());
            return;
        }
        String url = remote;
        for (World.Repository.Remote each :
                git.repository().map(World.Repository::remotes).orElse(List.of())) {
            if (each.name().equals(remote) || remote.isEmpty()) {
                url = each.url();
                break;
            }
        }
        receive(url);
    }

    private Endpoint receive(String url) {
        boolean path = url.startsWith("/") || url.startsWith(".") || url.startsWith("file://");
        Endpoint from =
                url.isEmpty()
                        ? Sheet.nowhere("git", "")
                        : Endpoints.of(url, url.indexOf(':') > 0 ? "ssh" : "git");
        if (!path) {
            git.sheet().receive(from, git.sheet().span());
        }
        return from;
    }

    /// `ext::COMMAND ARGS`: the transport is a program on this machine.
    private void helper(String remote, Arg arg) {
        Sheet sheet = git.sheet();
        if (arg.text().isEmpty()) {
            sheet.unknown(arg, Bound.ANYTHING);
            return;
        }
        var words = new ArrayList<Arg>();
        var word = new StringBuilder();
        String text = remote.substring(5).strip() + " ";
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 1 < text.length()) {
                i++;
                word.append(text.charAt(i) == ' ' ? " " : "%" + text.charAt(i));
            } else if (c == ' ') {
                if (!word.isEmpty()) {
                    words.add(Arg.exact(word.toString(), arg.span()));
                }
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        sheet.command(words);
    }

    /// `--upload-pack=PROGRAM`: run by a shell, on this machine where the other end is a path.
    private void program(String option) {
        String name = git.name().equals("clone") ? "-u" : option;
        if (git.options().get(name) instanceof Item.Option given) {
            git.sheet().script(given.given());
        }
    }

    private void template() {
        if (git.options().get("--template") instanceof Item.Option option
                && !option.given().is("")
                && option.value().isPresent()) {
            git.sheet().unread("hooks of `--template`", option.arg().span());
        }
    }

    private void clone(List<Arg> operands) {
        program("-u");
        template();
        for (Item item : git.items()) {
            if (item instanceof Item.Option option && option.name().equals("-c")) {
                GitConfig.inCall(option.given(), git.settings(), git.sheet());
            }
        }
        if (operands.isEmpty()) {
            return;
        }
        Arg url = operands.getFirst();
        String text = url.value().prefix();
        Sheet sheet = git.sheet();
        if (text.startsWith("ext::")) {
            helper(text, url);
            return;
        }
        if (text.isEmpty()) {
            sheet.receive(Sheet.nowhere("git", ""), url.span());
        }
        Data data = Data.of(new Source.Network(receive(text)));
        if (operands.size() > 1) {
            sheet.create(operands.get(1), data);
        } else if (url.text().isPresent()) {
            sheet.create(url.with(Value.exact("./" + directory(text))), data);
        } else {
            sheet.create(url.with(new Value.Partial("./", "", Sheet.why(url))), data);
        }
        git.keep("clone");
    }

    /// The directory that git derives from a URL.
    private static String directory(String url) {
        String rest = url;
        while (rest.endsWith("/")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        if (rest.endsWith("/.git")) {
            rest = rest.substring(0, rest.length() - 5);
        }
        rest = rest.substring(Math.max(rest.lastIndexOf('/'), rest.lastIndexOf(':')) + 1);
        return rest.endsWith(".git") ? rest.substring(0, rest.length() - 4) : rest;
    }

    private void remote() {
        List<Arg> args = git.behindVerb();
        String first = args.isEmpty() ? "" : args.getFirst().text().orElse("?");
        String second = args.size() > 1 ? args.get(1).text().orElse("?") : "";
        switch (git.verb()) {
            case "", "show", "get-url" -> git.sheet().output(GitReader.shown());
            case "add" -> git.act(new GitAction.Repoint(first, second, false));
            case "set-url" -> git.act(new GitAction.Repoint(first, second, true));
            case "remove", "rm" -> git.act(new GitAction.Repoint(first, "", true));
            case "rename" -> git.keep("remote rename");
            case "set-head", "set-branches", "prune" -> git.keep("remote " + git.verb());
            case "update" -> {
                from("", List.of());
                git.keep("remote update");
            }
            default -> git.sheet().unread("`git remote " + git.verb() + "`", git.word().span());
        }
    }

    private void submodule() {
        List<Arg> args = git.behindVerb();
        Sheet sheet = git.sheet();
        switch (git.verb()) {
            case "", "status", "summary" -> sheet.output(GitReader.shown());
            case "add" -> {
                String url = args.isEmpty() ? "?" : args.getFirst().text().orElse("?");
                receive(url);
                git.act(new GitAction.Repoint("submodule", url, false));
            }
            case "set-url" ->
                    git.act(
                            new GitAction.Repoint(
                                    "submodule",
                                    args.size() > 1 ? args.get(1).text().orElse("?") : "?",
                                    true));
            case "update" -> {
                sheet.receive(Sheet.nowhere("git", "submodules"), sheet.span());
                git.keep("submodule update");
                if (git.has("-f")) {
                    git.act(
                            new GitAction.Discard(
                                    "submodule update --force", List.of(git.place())));
                }
            }
            case "foreach" -> foreach(args);
            case "deinit" -> {
                var places = new ArrayList<dev.cattlegrid.effect.Place>();
                args.forEach(arg -> places.addAll(sheet.places(arg, World.Use.DELETE)));
                git.act(
                        git.has("-f")
                                ? new GitAction.Discard("submodule deinit", places)
                                : new GitAction.Keep("submodule deinit"));
            }
            case "init", "sync", "absorbgitdirs", "set-branch" ->
                    git.keep("submodule " + git.verb());
            default -> sheet.unread("`git submodule " + git.verb() + "`", git.word().span());
        }
    }

    private void foreach(List<Arg> args) {
        Sheet sheet = git.sheet();
        if (args.size() == 1 && git.paths().isEmpty()) {
            sheet.script(args.getFirst());
        } else {
            var words = new ArrayList<>(args);
            words.addAll(git.paths());
            sheet.command(words);
        }
    }

    private void archive() {
        Sheet sheet = git.sheet();
        git.operandsAndPaths().stream().skip(1).forEach(git::showsSecret);
        if (git.options().get("--remote") instanceof Item.Option remote) {
            from(remote.given().value().prefix(), List.of(remote.given()));
        }
        if (git.options().get("--exec") instanceof Item.Option exec) {
            sheet.script(exec.given());
        }
        if (git.options().get("--add-file") instanceof Item.Option added) {
            sheet.read(added.given());
        }
        if (git.options().get("-o") instanceof Item.Option out) {
            sheet.create(out.given(), GitReader.shown());
        } else {
            sheet.output(GitReader.shown());
        }
    }
}
