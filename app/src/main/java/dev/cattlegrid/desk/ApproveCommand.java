package dev.cattlegrid.desk;

import dev.cattlegrid.door.Exit;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.session.Granted;
import dev.cattlegrid.session.Seal;
import dev.cattlegrid.session.Ticket;
import dev.cattlegrid.session.Tickets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid approve CODE`: lets one refused call pass once, or grants its effect for good.
@Command(
        name = "approve",
        description = "Lets exactly one refused call pass once; with --always, grants its effect.",
        mixinStandardHelpOptions = true)
public final class ApproveCommand implements Callable<Integer> {
    private final Desk desk;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "CODE", description = "Of the ticket.")
    private String code;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long the call may wait to be tried again: 90s, 15m (default), 8h.")
    private @Nullable String time;

    @ArgGroup(exclusive = false)
    private @Nullable Always always;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the gate keeps its files, if not in the usual place.")
    private @Nullable Path state;

    @SuppressWarnings("NullAway.Init")
    public ApproveCommand(Desk desk) {
        this.desk = desk;
    }

    static final class Always {
        @Option(
                names = "--always",
                required = true,
                description = "Grant the effect, whichever call brings it.")
        private boolean wanted;

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                description = "session (default), project or anywhere.")
        private GrantScope scope = GrantScope.SESSION;

        @Option(
                names = "--until",
                paramLabel = "TIME",
                description = "How long it holds: 8h (default), 7d.")
        private String until = "8h";

        @Option(
                names = "--count",
                paramLabel = "N",
                description = "How often it may be used; without it, as often as wanted.")
        private int count;

        @Option(
                names = "--below",
                paramLabel = "DIR",
                description = "For paths: all that lies in this directory.")
        private @Nullable Path below;
    }

    enum GrantScope {
        SESSION,
        PROJECT,
        ANYWHERE
    }

    @Override
    public Integer call() throws IOException {
        Desk.Stores stores = desk.stores(state);
        Ticket ticket = open(stores.tickets());
        var out = desk.streams().out();
        var page = new TicketPage(desk.streams().ink(), desk.streams().columns());
        page.full(ticket, desk.clock().instant()).forEach(out::println);
        Optional<GrantDraft> draft = draft(ticket);
        draft.ifPresent(grant -> grant.preview(desk.streams().ink()).forEach(out::println));
        out.println();
        out.flush();
        Duration within = length(time, Tickets.APPROVED, "--for");
        switch (desk.unlock(stores)) {
            case Desk.Unlocking.Failed(var why) -> {
                return desk.no(why);
            }
            case Desk.Unlocking.Done(var key) -> approve(ticket, draft, within, key, stores);
        }
        return Exit.ALLOW;
    }

    private void approve(
            Ticket ticket,
            Optional<GrantDraft> draft,
            Duration within,
            Seal.Opened key,
            Desk.Stores stores)
            throws IOException {
        var out = desk.streams().out();
        stores.audit().person("approve", ticket.code(), ticket.call());
        stores.tickets().approve(ticket.code(), key, within);
        out.println("this call may pass once within " + Spans.inWords(within));
        if (draft.isPresent()) {
            for (var one : draft.get().grants()) {
                stores.audit().person("grant", ticket.code(), one.apply("").words());
                out.println("granted, as " + stores.grants().add(one, key).id());
            }
        }
    }

    private Ticket open(Tickets tickets) throws IOException {
        Optional<Ticket> ticket = tickets.named(code);
        if (ticket.isEmpty()) {
            throw wrong("there is no ticket " + Shown.name(code) + "; see `cattlegrid tickets`");
        }
        if (!ticket.get().isOpen(desk.clock().instant())) {
            throw wrong("the ticket " + Shown.name(code) + " is no longer open");
        }
        return ticket.get();
    }

    private Optional<GrantDraft> draft(Ticket ticket) {
        Always wanted = always;
        if (wanted == null || !wanted.wanted) {
            return Optional.empty();
        }
        if (ticket.always().isEmpty()) {
            throw wrong(
                    "no grant can cover this call, since it is not known what it would touch; approve it once");
        }
        if (wanted.count < 0) {
            throw wrong("`--count` is a number above 0");
        }
        Instant now = desk.clock().instant();
        Duration length = length(wanted.until, Duration.ofHours(8), "--until");
        GrantDraft draft =
                new GrantDraft(
                        ticket, scope(wanted.scope, ticket), now, now.plus(length), wanted.count);
        Path directory = wanted.below;
        if (directory == null) {
            return Optional.of(draft);
        }
        List<GrantDraft> wider = draft.below(directory.toAbsolutePath().normalize().toString());
        if (wider.isEmpty()) {
            throw wrong("not everything that the call touches lies below " + directory);
        }
        return Optional.of(wider.getFirst());
    }

    private static Granted.Scope scope(GrantScope scope, Ticket ticket) {
        return switch (scope) {
            case SESSION -> new Granted.Scope.Session(ticket.session());
            case PROJECT -> new Granted.Scope.Project(ticket.directory());
            case ANYWHERE -> new Granted.Scope.Anywhere();
        };
    }

    private Duration length(@Nullable String text, Duration usual, String option) {
        return text == null
                ? usual
                : Spans.of(text)
                        .orElseThrow(() ->
                                wrong(
                                        "`%s` is a length of time: 90s, 15m, 8h, 7d"
                                                .formatted(option)));
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
