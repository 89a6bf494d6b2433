package dev.cattlegrid.session;

import dev.cattlegrid.audit.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The refused calls that a person may still let pass, a file each below the store.
///
/// What makes a ticket count is the signature of who approved it: a file that says `APPROVED` and was signed by nobody
/// lets nothing pass.
public final class Tickets {
    /// How long a person may take to answer.
    public static final Duration OPEN = Duration.ofHours(24);

    /// How long an approval holds, unless the person says otherwise.
    public static final Duration APPROVED = Duration.ofMinutes(15);

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 4;
    private static final String END = ".json";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final Seal seal;
    private final InstantSource clock;

    public Tickets(Store store, Seal seal, InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.clock = clock;
    }

    /// The ticket of a refused call: the one that it has already, else a new one.
    ///
    /// @param draft without a code
    public Ticket issue(Ticket draft) throws IOException {
        return OwnFile.alone(
                store,
                directory(),
                () -> {
                    List<Ticket> all = swept();
                    Optional<Ticket> same =
                            all.stream()
                                    .filter(ticket -> isSame(ticket, draft.session(), draft.key()))
                                    .filter(ticket -> ticket.state() != Ticket.State.USED)
                                    .findFirst();
                    if (same.isPresent()) {
                        return same.get();
                    }
                    return keep(draft.named(fresh(all)));
                });
    }

    /// The ticket of a call that a person has answered and that still counts.
    public Optional<Ticket> answered(Sessions.Name session, String key) throws IOException {
        Instant now = clock.instant();
        for (Ticket ticket : all()) {
            if (isSame(ticket, session, key) && !ticket.isOver(now) && isAnswer(ticket)) {
                return Optional.of(ticket);
            }
        }
        return Optional.empty();
    }

    private boolean isAnswer(Ticket ticket) throws IOException {
        return switch (ticket.state()) {
            case OPEN, USED -> false;
            case DENIED -> true;
            case APPROVED ->
                    ticket.signature().isPresent()
                            && seal.holds(ticket.signed(), ticket.signature().get());
        };
    }

    /// Uses an approval up.
    ///
    /// @return whether it was still there to be used
    public boolean use(Ticket ticket) throws IOException {
        return OwnFile.alone(
                store,
                directory(),
                () -> {
                    boolean there = named(ticket.code()).filter(ticket::equals).isPresent();
                    if (there) {
                        keep(ticket.used());
                    }
                    return there;
                });
    }

    /// Lets the call pass once.
    ///
    /// @throws IOException in one sentence, where there is no such open ticket
    public Ticket approve(String code, Seal.Opened by, Duration within) throws IOException {
        Instant end = clock.instant().plus(within);
        return change(
                code,
                ticket -> {
                    Ticket signed = ticket.until(end);
                    return signed.approved(end, by.sign(signed.signed()));
                });
    }

    /// Says no; the agent is told so when it tries again.
    public Ticket deny(String code, Optional<String> word) throws IOException {
        return change(code, ticket -> ticket.denied(word));
    }

    private Ticket change(String code, UnaryOperator<Ticket> how) throws IOException {
        return OwnFile.alone(
                store,
                directory(),
                () -> {
                    Optional<Ticket> ticket = named(code);
                    if (ticket.isEmpty()) {
                        throw new IOException("there is no ticket `" + code + "`");
                    }
                    if (!ticket.get().isOpen(clock.instant())) {
                        throw new IOException(
                                "the ticket `%s` is no longer open: %s"
                                        .formatted(code, state(ticket.get())));
                    }
                    return keep(how.apply(ticket.get()));
                });
    }

    private String state(Ticket ticket) {
        return switch (ticket.state()) {
            case OPEN -> "its time is over";
            case APPROVED -> "it is approved";
            case DENIED -> "it was refused by a person";
            case USED -> "its call has passed";
        };
    }

    public Optional<Ticket> named(String code) throws IOException {
        String plain = code.strip().toUpperCase(Locale.ROOT);
        boolean isCode =
                plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return isCode ? read(directory().resolve(plain + END)) : Optional.empty();
    }

    /// The tickets that a person can answer, the newest first.
    public List<Ticket> open() throws IOException {
        Instant now = clock.instant();
        return all().stream().filter(ticket -> ticket.isOpen(now)).toList();
    }

    private List<Ticket> all() throws IOException {
        var all = new ArrayList<Ticket>();
        try (Stream<Path> files = Files.list(directory())) {
            for (Path file : files.filter(file -> file.toString().endsWith(END)).toList()) {
                read(file).ifPresent(all::add);
            }
        } catch (NoSuchFileException _) {
            return List.of();
        }
        all.sort(Comparator.comparing(Ticket::issued).reversed());
        return all;
    }

    private List<Ticket> swept() throws IOException {
        var kept = new ArrayList<Ticket>();
        for (Ticket ticket : all()) {
            if (ticket.isOver(clock.instant())) {
                Files.deleteIfExists(directory().resolve(ticket.code() + END));
            } else {
                kept.add(ticket);
            }
        }
        return kept;
    }

    private Ticket keep(Ticket ticket) throws IOException {
        OwnFile.replace(directory().resolve(ticket.code() + END), Plain.of(ticket), true);
        return ticket;
    }

    private static Optional<Ticket> read(Path file) throws IOException {
        try {
            return Optional.of(Plain.read(Ticket.class, OwnFile.read(file).values()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IllegalArgumentException problem) {
            throw OwnFile.unreadable(file, "no ticket: " + problem.getMessage());
        }
    }

    private static boolean isSame(Ticket ticket, Sessions.Name session, String key) {
        return ticket.session().equals(session) && ticket.key().equals(key);
    }

    private static String fresh(List<Ticket> all) {
        while (true) {
            var code = new StringBuilder(LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
            }
            if (all.stream().noneMatch(ticket -> ticket.code().contentEquals(code))) {
                return code.toString();
            }
        }
    }

    private Path directory() {
        return store.directory().resolve("tickets");
    }
}
