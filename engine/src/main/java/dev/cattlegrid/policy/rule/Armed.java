package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Later;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Rule;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import dev.cattlegrid.shell.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A rule that looks at what a file would do which the call writes. Of what other rules would say then, only deletions that
/// cannot be undone, leaks and ways in count: the rest is asked about when it runs.
abstract class Armed extends PagedRule {
    private static final List<Rule> DESTROYING =
            List.of(
                    new CriticalLoss(),
                    new HomeDeleted(),
                    new OtherRepositoryDeleted(),
                    new SystemDeleted(),
                    new DiskOverwritten(),
                    new DiskFilled(),
                    new AllProcesses(),
                    new AgentUnbridled(),
                    new GateFiles(),
                    new GateProcess());

    private static final List<Rule> LEAKING =
            List.of(new SecretLeaves(), new MetadataService(), new ReverseShell());

    private final boolean unasked;

    Armed(Strength strength, boolean unasked, About about) {
        super(strength, EnumSet.of(Topic.WRITE), about);
        this.unasked = unasked;
    }

    @Override
    public final Stream<Finding> look(Facts facts) {
        return facts.later().stream()
                .filter(later -> later.byItself() == unasked)
                .flatMap(later -> look(later, facts).stream());
    }

    private Optional<Finding> look(Later later, Facts facts) {
        Facts then = without(facts.of(later));
        Stream<Rule> rules =
                later.apart()
                        ? LEAKING.stream()
                        : Stream.concat(LEAKING.stream(), DESTROYING.stream());
        return rules.flatMap(rule -> rule.look(then))
                .filter(finding -> finding.strength().compareTo(Strength.SOFT) >= 0)
                .findFirst()
                .or(() -> before(later, facts))
                .map(finding -> when(later, finding));
    }

    /// A single variable is a program's own credential more often than not, and goes where it belongs.
    private static Facts without(Facts facts) {
        List<Flow> flows =
                facts.flows().stream()
                        .filter(flow -> !(flow.from() instanceof Source.Variable))
                        .toList();
        return new Facts(facts.call(), facts.ledger(), facts.environment(), facts.steps(), flows);
    }

    /// What was refused would be done by the file.
    private Optional<Finding> before(Later later, Facts facts) {
        return later.steps().stream()
                .map(step -> step.effect())
                .filter(effect -> !isPlain(effect))
                .flatMap(effect ->
                        facts.ledger().refusals().of(effect).stream()
                                .map(refusal ->
                                        Finding.of(
                                                this,
                                                effect,
                                                "refused before, as `%s`: %s"
                                                        .formatted(
                                                                refusal.call(), refusal.reason()))))
                .findFirst();
    }

    private static boolean isPlain(Effect effect) {
        return effect instanceof Effect.Write || effect instanceof Effect.Read;
    }

    private Finding when(Later later, Finding finding) {
        return new Finding(
                strength(),
                about().name(),
                "when `%s` runs: %s".formatted(later.file(), finding.reason()),
                finding.effect(),
                Span.NONE,
                finding.facts(),
                Optional.of("a person lets it be written"),
                Optional.empty(),
                Wanted.NOTHING);
    }
}
