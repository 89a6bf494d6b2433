package dev.cattlegrid.door;

import dev.cattlegrid.audit.Home;
import dev.cattlegrid.host.ClaudeSettings;
import dev.cattlegrid.judge.Bench;
import dev.cattlegrid.judge.SecondLook;
import dev.cattlegrid.judge.Terms;
import dev.cattlegrid.policy.Environment;
import dev.cattlegrid.policy.Escalation;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.Layer;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Sections;
import dev.cattlegrid.policy.Statement;
import dev.cattlegrid.policy.rule.Rules;
import dev.cattlegrid.prose.Effective;
import dev.cattlegrid.prose.Spoken;
import dev.cattlegrid.typed.RuleFile;
import dev.cattlegrid.typed.RuleFiles;
import dev.cattlegrid.typed.RuleStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The settings that count for a call: the organisation's, the user's, and those of the project that it is made in.
///
/// @param home of the user
/// @param above from the organisation's down to the user's
/// @param rules with a condition, from the organisation's down to the user's
public record Surroundings(Path home, List<Settings> above, List<RuleFile> rules) {
    private static final String RULES = "rules";

    /// Nothing is set anywhere.
    static final Surroundings NONE = new Surroundings(Path.of("/"), List.of(), List.of());

    public Surroundings {
        above = List.copyOf(above);
        rules = List.copyOf(rules);
    }

    /// What the policy for a call is, or why there is none and the call has to be refused.
    sealed interface At {
        record Of(Policy policy) implements At {}

        record Bad(String why) implements At {}
    }

    /// What reading the organisation's and the user's settings gives.
    public sealed interface Read {
        record Of(Surroundings surroundings) implements Read {}

        record Bad(String why) implements Read {}
    }

    /// The organisation's settings and a user's.
    ///
    /// @param users the file of the user's, usually [Settings#IN_HOME] below the home
    public static Read read(Path home, Path users) {
        return read(home, Settings.OF_ORGANISATION, users);
    }

    /// Rules lie in a folder beside the settings; beside a file that only this call names nobody looks for them.
    static Read read(Path home, Path organisations, Path users) {
        return read(home, organisations, users, true);
    }

    /// The same without the rules that have a condition: for those who ask what is wrong with them.
    public static Read withoutRules(Path home, Path users) {
        return read(home, Settings.OF_ORGANISATION, users, false);
    }

    private static Read read(Path home, Path organisations, Path users, boolean ruled) {
        var above = new ArrayList<Settings>();
        var rules = new ArrayList<RuleFile>();
        for (Layer.Level level : List.of(Layer.Level.ORGANISATION, Layer.Level.USER)) {
            Path file = level == Layer.Level.USER ? users : organisations;
            switch (Settings.read(file, level, home)) {
                case Settings.Read.Of(var settings) -> above.add(settings);
                case Settings.Read.Bad(var why) -> {
                    return new Read.Bad(why);
                }
            }
            boolean usual =
                    file.equals(organisations) || file.equals(home.resolve(Settings.IN_HOME));
            if (!usual || !ruled) {
                continue;
            }
            switch (RuleFiles.read(file.resolveSibling(RULES), level, RuleStore.of(home))) {
                case RuleFiles.Read.Of(var files) -> rules.addAll(files);
                case RuleFiles.Read.Bad(var why) -> {
                    return new Read.Bad(why);
                }
            }
        }
        return new Read.Of(new Surroundings(home, above, rules));
    }

    /// The built-in rules, with a line of `[environment]` that a user might write.
    ///
    /// @throws IllegalArgumentException where the line cannot be read
    public static Policy withEnvironment(String line) {
        return switch (SettingsText.read(
                "[environment]\n" + line, "this line", Layer.Level.USER, "/home/dev")) {
            case Settings.Read.Of(var settings) -> policy(List.of(settings), List.of());
            case Settings.Read.Bad(var why) -> throw new IllegalArgumentException(why);
        };
    }

    /// What counts for somebody who only asks: a file that they name, else the user's own where this machine is looked
    /// at, and nothing in an assumed world.
    static Read forChecking(Optional<Path> named, boolean real) {
        Path home = Home.directory();
        if (named.isPresent() && !Files.exists(named.get())) {
            return new Read.Bad("there is no file `" + named.get() + "`");
        }
        Path users = named.orElseGet(() -> home.resolve(Settings.IN_HOME));
        return real || named.isPresent() ? read(home, users) : new Read.Of(NONE);
    }

    /// Whether answers are kept from the host: what the highest says that speaks of it.
    public boolean observe() {
        return highest(Settings.InSession::observe).orElse(false);
    }

    /// Whether the host's permission modes keep their own meaning.
    boolean hostModes() {
        return highest(Settings.InSession::hostModes).orElse(false);
    }

    /// When a person is brought in.
    Escalation escalation() {
        return highest(Settings.InSession::escalation).orElse(Escalation.USUAL);
    }

    /// On what terms a model is asked about what the rules leave open: what the highest says that speaks of it.
    public Optional<Terms> judge() {
        return above.stream()
                .map(Settings::judge)
                .filter(OnJudge::said)
                .findFirst()
                .flatMap(OnJudge::terms);
    }

    /// Whoever is asked about what the rules leave open in one payload or command.
    Judge judge(Supplier<Bench> bench, Terms.Setting setting) {
        return judge().map(terms -> bench.get().judge(terms, this::sections, setting))
                .orElse(Judge.NONE);
    }

    /// Whoever looks at results of which the probe is not sure: nobody, unless the settings say so.
    Optional<SecondLook> secondLook(Supplier<Bench> bench, Terms.Setting setting) {
        return judge().filter(Terms::results).map(terms -> bench.get().secondLook(terms, setting));
    }

    private <T> Optional<T> highest(Function<Settings.InSession, Optional<T>> what) {
        return above.stream()
                .flatMap(settings -> what.apply(settings.session()).stream())
                .findFirst();
    }

    /// Whether there is nothing to lose where calls run.
    boolean contained() {
        return environment(above).contained();
    }

    /// Whether the gate is not to decide by itself where a host's own mode would ask.
    boolean autoDisabled() {
        return above.stream().anyMatch(settings -> settings.words().disabled());
    }

    /// The rules in words, with where each comes from. Read only where somebody wants them: a judge, or a person.
    public Effective words() {
        return words(List.of());
    }

    /// @param started further files with settings of Claude Code that it would be started with
    public Effective words(List<Path> started) {
        var spoken = new ArrayList<Spoken>();
        var more = new ArrayList<>(started);
        for (Settings settings : above) {
            spoken.add(settings.words().spoken());
            more.addAll(settings.words().alsoFrom());
        }
        if (!above.isEmpty()) {
            spoken.addAll(ClaudeSettings.of(home).spoken(more));
        }
        return Effective.of(spoken);
    }

    /// The rules in words, as a judge reads them.
    public Sections sections() {
        return words().sections();
    }

    /// The policy for calls that are made in no project.
    Policy policy() {
        return policy(above, rules);
    }

    /// The policy for a call, with what the files of its project add. They only tighten.
    ///
    /// @param directory absolute; its own file counts and that of each directory above it
    At at(String directory) {
        return at(directory, true);
    }

    /// @param looking whether the project's files are looked for
    At at(String directory, boolean looking) {
        if (!looking) {
            return new At.Of(policy());
        }
        return switch (around(directory)) {
            case Around.Of(var settings, var files) -> new At.Of(policy(settings, files));
            case Around.Bad(var why) -> new At.Bad(why);
        };
    }

    /// What counts for calls that are made in a directory.
    sealed interface Around {
        record Of(List<Settings> settings, List<RuleFile> rules) implements Around {}

        record Bad(String why) implements Around {}
    }

    /// The settings and the rules, with what the files of its project add.
    Around around(String directory) {
        var all = new ArrayList<>(above);
        var files = new ArrayList<>(rules);
        Path users = home.resolve(Settings.IN_HOME).getParent();
        for (Path each = Path.of(directory); each != null; each = each.getParent()) {
            Path file = each.resolve(Settings.IN_PROJECT);
            boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            if (there && !file.startsWith(users)) {
                switch (Settings.read(file, Layer.Level.PROJECT, home)) {
                    case Settings.Read.Of(var settings) -> all.add(settings);
                    case Settings.Read.Bad(var why) -> {
                        return new Around.Bad(why);
                    }
                }
            }
            Path folder = each.resolve(RuleFiles.IN_PROJECT);
            if (!folder.startsWith(users)) {
                switch (RuleFiles.read(folder, Layer.Level.PROJECT, RuleStore.of(home))) {
                    case RuleFiles.Read.Of(var more) -> files.addAll(more);
                    case RuleFiles.Read.Bad(var why) -> {
                        return new Around.Bad(why);
                    }
                }
            }
        }
        return new Around.Of(all, files);
    }

    private static Policy policy(List<Settings> all, List<RuleFile> rules) {
        Policy policy = Rules.builtIn().in(environment(all));
        for (Settings settings : all) {
            if (!settings.raised().isEmpty()) {
                Statement said = settings.said();
                policy =
                        policy.under(
                                new Layer(said.from(), said.level(), settings.raised(), List.of()));
            }
        }
        for (RuleFile file : rules) {
            policy = file.over(policy);
        }
        return policy;
    }

    private static Environment environment(List<Settings> all) {
        if (all.stream().allMatch(Settings::isSilent)) {
            return Environment.NONE;
        }
        Environment environment = Environment.of(all.stream().map(Settings::said).toList());
        for (Settings settings : all) {
            boolean project = settings.said().level() == Layer.Level.PROJECT;
            if (project && settings.judge().said()) {
                environment =
                        environment.noting(
                                "`judge` in `%s` does not count, since a repository does not say who judges it"
                                        .formatted(settings.said().from()));
            }
            if (project && !settings.words().isSilent()) {
                environment =
                        environment.noting(
                                "`auto-mode` in `%s` does not count, since a repository is not asked for rules in words"
                                        .formatted(settings.said().from()));
            }
            if (project && !settings.session().equals(Settings.InSession.NOTHING)) {
                environment =
                        environment.noting(
                                "what `%s` says of sessions (`observe`, `modes`, `escalation`) does not count, since that file may only tighten"
                                        .formatted(settings.said().from()));
            }
        }
        return environment;
    }
}
