package dev.cattlegrid.sandbox;

import dev.cattlegrid.call.Confinement;
import dev.cattlegrid.call.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// How a sandbox is kept on a machine, or why it cannot be.
public sealed interface Plan {
    /// This machine does not give what is asked for; nothing is run half confined.
    record Refused(String why, String hint) implements Plan {}

    /// It can be kept.
    ///
    /// @param sandbox with its paths as the kernel sees them: absolute, without symbolic links
    record Ready(Sandbox sandbox, Machine machine) implements Plan {
        /// Whether the command gets a view of the machine of its own.
        public boolean hasNamespaces() {
            return machine.bubblewrap().isPresent();
        }

        /// Whether all that the command started ends with it, whatever it did to get away.
        public boolean endsAll() {
            return hasNamespaces() || machine.landlockVersion() >= Landlock.SCOPES;
        }

        /// All that may be written, the scratch directory included.
        public List<Path> writable() {
            var all = new ArrayList<>(sandbox.writable());
            sandbox.scratch().ifPresent(all::add);
            return all;
        }

        /// The same as data, for a gate that judges what is to run here: [dev.cattlegrid.call.Origin#confined].
        public Confinement confinement() {
            var writes = new ArrayList<String>();
            Mounts mounts = Mounts.ofThisProcess();
            writable().forEach(path -> writes.addAll(mounts.names(path.toString())));
            var hidden = new ArrayList<String>();
            var barriers =
                    EnumSet.of(
                            Confinement.Barrier.WRITES,
                            Confinement.Barrier.SOCKETS,
                            Confinement.Barrier.RIGHTS);
            if (hasNamespaces()) {
                barriers.add(Confinement.Barrier.ATTRIBUTES);
                writes.addAll(Bubblewrap.OWN);
                hidden.addAll(Bubblewrap.OWN);
            }
            if (hasNamespaces() || machine.landlockVersion() >= Landlock.SCOPES) {
                barriers.add(Confinement.Barrier.SIGNALS);
            }
            switch (sandbox.reads()) {
                case Reads.All _ -> {}
                case Reads.Only _ -> hidden.add("/");
            }
            return new Confinement(writes, hidden, sandbox.network(), barriers);
        }

        /// What confines the command, in a few words each.
        public List<String> layers() {
            var layers = new ArrayList<String>();
            machine.bubblewrap().ifPresent(_ -> layers.add("namespaces (bubblewrap)"));
            if (machine.landlockVersion() > 0) {
                layers.add("Landlock (version %d)".formatted(machine.landlockVersion()));
            }
            layers.add("seccomp");
            return layers;
        }
    }

    static Plan of(Sandbox sandbox, Machine machine) {
        if (machine.starting() instanceof Ability.Missing(var why, var hint)) {
            return new Refused(why, hint);
        }
        if (machine.seccomp() instanceof Ability.Missing(var why, var hint)) {
            return new Refused(why, hint);
        }
        if (machine.namespaces() instanceof Ability.Missing(var noNamespaces, var hint)) {
            if (machine.landlock() instanceof Ability.Missing(var why, var other)) {
                return new Refused(why + ", and " + noNamespaces, hint + ", or " + other);
            }
            if (sandbox.network() == Network.LOOPBACK) {
                return new Refused(
                        "a loopback of its own needs namespaces, and " + noNamespaces, hint);
            }
        }
        try {
            return new Ready(resolved(sandbox), machine);
        } catch (IOException problem) {
            return new Refused(String.valueOf(problem.getMessage()), "name directories that exist");
        }
    }

    private static Sandbox resolved(Sandbox sandbox) throws IOException {
        var writable = new ArrayList<Path>();
        for (Path path : sandbox.writable()) {
            writable.add(real(path));
        }
        Optional<Path> scratch =
                sandbox.scratch().isPresent()
                        ? Optional.of(real(sandbox.scratch().get()))
                        : Optional.empty();
        Reads reads =
                switch (sandbox.reads()) {
                    case Reads.All all -> all;
                    case Reads.Only(var also) -> {
                        var real = new ArrayList<Path>();
                        for (Path path : also) {
                            real.add(existing(path));
                        }
                        yield new Reads.Only(real);
                    }
                };
        return new Sandbox(writable, reads, scratch, sandbox.network());
    }

    private static Path real(Path path) throws IOException {
        Path real = existing(path);
        if (real.getNameCount() == 0) {
            throw new IOException("with `/` to write to, nothing would be confined");
        }
        for (String own : List.of("/proc", "/sys", "/dev")) {
            if (real.startsWith(own)) {
                throw new IOException(
                        "`%s` belongs to the system and cannot be written to".formatted(path));
            }
        }
        return real;
    }

    private static Path existing(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("there is no `%s`".formatted(path));
        }
        return path.toRealPath();
    }
}
