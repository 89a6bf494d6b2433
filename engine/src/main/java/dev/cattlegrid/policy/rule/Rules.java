package dev.cattlegrid.policy.rule;

import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Rule;
import java.util.List;
import java.util.Optional;

/// The built-in rules, a line each.
public final class Rules {
    private static final List<Rule> ALL =
            List.of(
                    // destroy or leak
                    new CriticalLoss(),
                    new DiskOverwritten(),
                    new UnsavedWorkDeleted(),
                    new UnsavedFileDeleted(),
                    new HomeDeleted(),
                    new OtherRepositoryDeleted(),
                    new SystemDeleted(),
                    new ScratchSwept(),
                    new UnknownDeleted(),
                    new BeyondRecovery(),
                    new MovedAway(),
                    new GitInternals(),
                    new GitDiscard(),
                    new GitPurge(),
                    new GitForcePush(),
                    new GitRefDeleted(),
                    new RemoteDestroyed(),
                    new SecretLeaves(),
                    new TokenInRequest(),
                    new TokenPublished(),
                    new SecretRead(),
                    new SecretSearched(),
                    new SecretFetched(),
                    new EnvironmentShown(),
                    new RequestChanges(),
                    new UnknownValueSent(),
                    new MetadataService(),
                    // weaken security
                    new MachineHalted(),
                    new DiskFilled(),
                    new ProtectionWeakened(),
                    new MachineChanged(),
                    new RightsWidened(),
                    new RightsRaised(),
                    new ForeignRights(),
                    new SystemSecurity(),
                    new TraceWiped(),
                    new SystemWritten(),
                    new KernelSettings(),
                    new Root(),
                    new RootShell(),
                    new ListensToAll(),
                    // cross a trust boundary
                    new FetchedCode(),
                    new FetchedProgram(),
                    new PlantedOrder(),
                    new ReverseShell(),
                    new AttackTool(),
                    new PackageUnknown(),
                    new PackageLookAlike(),
                    new PackageElsewhere(),
                    new SystemPackage(),
                    new GitConfigRuns(),
                    new GitConfigGlobal(),
                    new GitRepointed(),
                    new GitNewRemote(),
                    new AgentStarted(),
                    new AgentUnbridled(),
                    new LookAlikeHost(),
                    new OtherRepositoryWritten(),
                    new HomeWritten(),
                    new UnknownWritten(),
                    // go round review or hit others
                    new GitHooksSkipped(),
                    new GitPushDefault(),
                    new GitHistoryRewritten(),
                    new BoundaryCrossed(),
                    new RefusedBefore(),
                    new PermissionMode(),
                    new Published(),
                    new MessageSent(),
                    new RemoteChanged(),
                    new ProductionChanged(),
                    new ProcessesByName(),
                    new AllProcesses(),
                    new HiddenText(),
                    new InvisibleCharacters(),
                    new TerminalTricks(),
                    new TrojanSource(),
                    new LookAlikeName(),
                    new StaysBehind(),
                    new StartupFile(),
                    new EditorSettings(),
                    new AgentSettings(),
                    new ArmedFile(),
                    new ArmedTrigger(),
                    // guard the gate
                    new GateFiles(),
                    new GateProcess(),
                    new GateEnvironment(),
                    new GateAnswered(),
                    new TalksToJudge());

    private static final Policy BUILT_IN = new Policy(ALL);

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }

    public static Optional<Rule> named(String name) {
        return ALL.stream().filter(rule -> rule.about().name().equals(name)).findFirst();
    }

    /// The policy of the built-in rules alone.
    public static Policy builtIn() {
        return BUILT_IN;
    }
}
