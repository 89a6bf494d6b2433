package dev.cattlegrid.policy.permission;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.Clearing;
import dev.cattlegrid.policy.Environment;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Layer;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules of `permissions` in a person's settings.
///
/// `deny` and `ask` count wherever they are written. What `allow` says clears a question of the same command or path; a
/// rule that names one thing and no other also clears a refusal that can be cleared. The order is the reference
/// system's: `deny`, then `ask`, then `allow`.
///
/// @param setAside `allow` rules that do not count now, since they would let nearly anything run
public record Permissions(
        List<PermissionRule> allow,
        List<PermissionRule> ask,
        List<PermissionRule> deny,
        List<PermissionRule> setAside)
        implements Clearing {
    public static final Permissions NONE =
            new Permissions(List.of(), List.of(), List.of(), List.of());

    /// What only the permission mode asks about.
    private static final String MODE = "permission-mode";

    public Permissions {
        allow = List.copyOf(allow);
        ask = List.copyOf(ask);
        deny = List.copyOf(deny);
        setAside = List.copyOf(setAside);
    }

    public Permissions(
            List<PermissionRule> allow, List<PermissionRule> ask, List<PermissionRule> deny) {
        this(allow, ask, deny, List.of());
    }

    /// Both together.
    public Permissions and(Permissions other) {
        return new Permissions(
                joined(allow, other.allow),
                joined(ask, other.ask),
                joined(deny, other.deny),
                joined(setAside, other.setAside));
    }

    /// The same without leave: what a repository's own files say.
    public Permissions tightening() {
        return new Permissions(List.of(), ask, deny, List.of());
    }

    /// As they count where the gate decides by itself: leave for shells, interpreters, package runners and agents is set
    /// aside, until that mode is left.
    public Permissions inAuto() {
        return new Permissions(
                allow.stream().filter(rule -> !rule.isBroad()).toList(),
                ask,
                deny,
                joined(setAside, allow.stream().filter(PermissionRule::isBroad).toList()));
    }

    /// A policy under these rules.
    public Policy over(Policy policy) {
        if (equals(NONE)) {
            return policy;
        }
        var layer =
                new Layer(
                        "permissions",
                        Layer.Level.USER,
                        Map.of(),
                        List.of(PermissionFinding.denied(deny), PermissionFinding.asked(ask)));
        Environment environment = policy.environment();
        for (PermissionRule rule : setAside) {
            environment =
                    environment.noting(
                            "`%s` of your settings is set aside in auto mode, since it would let nearly anything run"
                                    .formatted(rule.text()));
        }
        return policy.under(layer).with(this).in(environment);
    }

    @Override
    public Optional<Clearance> clears(Finding finding, Facts facts) {
        if (finding.rule().equals(PermissionFinding.ASK)) {
            return Optional.empty();
        }
        var lines = CommandLines.of(facts.call(), facts.steps());
        List<Code.Program> commands =
                lines.areNamed(line -> allow.stream().anyMatch(rule -> rule.names(line)))
                        ? lines.around(finding.effect())
                        : List.of();
        return allow.stream()
                .filter(rule -> finding.strength() == Strength.ASK || rule.isExact())
                .filter(rule -> rule.namesATarget() || finding.rule().equals(MODE))
                .filter(rule ->
                        rule.allows(facts.call(), finding.effect())
                                || rule.allows(finding.effect(), commands))
                .findFirst()
                .map(rule ->
                        new Clearance(
                                Clearance.By.SETTING,
                                "",
                                "your settings allow `" + rule.text() + "`"));
    }

    /// The rules among these that a call goes against, each with the effect that it is about.
    static Stream<Map.Entry<PermissionRule, Effect>> hits(List<PermissionRule> rules, Facts facts) {
        if (rules.isEmpty()) {
            return Stream.empty();
        }
        var lines = CommandLines.of(facts.call(), facts.steps());
        return rules.stream().flatMap(rule -> hit(rule, lines, facts).stream());
    }

    private static Optional<Map.Entry<PermissionRule, Effect>> hit(
            PermissionRule rule, CommandLines lines, Facts facts) {
        return rule.about(facts.call(), lines, facts.steps())
                .map(effect -> Map.entry(rule, effect));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
