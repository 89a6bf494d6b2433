package dev.cattlegrid.effect.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.Gate;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.PathFacts.Existence;
import dev.cattlegrid.effect.PathFacts.Kind;
import dev.cattlegrid.effect.PathFacts.Saved;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.effect.world.World.Use;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real world against repositories that a real git made.
class RealWorldTest {
    @TempDir(factory = RealDirectory.class)
    private Path top;

    private Path home;
    private Path work;
    private Git git;

    @BeforeEach
    void aRepository() throws IOException {
        home = Files.createDirectories(top.resolve("home/dev"));
        work = Files.createDirectories(home.resolve("src/project"));
        git = new Git(work, home);
        git.run("init", "-q", "-b", "main");
        write("a.txt", "one\n");
        write("lib/b.txt", "two\n");
        write(".gitignore", "/build/\n*.log\nsecret.bin\n");
        git.run("add", "-A");
        git.run("commit", "-q", "-m", "first");
    }

    private Path write(String path, String text) throws IOException {
        Path file = work.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private RealWorld world() {
        return world(10_000);
    }

    private RealWorld world(int budget) {
        RealWorld.Setting setting = RealWorld.Setting.in(work.toString(), Map.of("A", "b"));
        return new RealWorld(setting, budget, new Users(""), 1000, home.toString(), List.of());
    }

    private Saved saved(String path) {
        return world().look(PathText.resolve(work.toString(), path), Use.DELETE).saved();
    }

    @Test
    void knowsWhatGitCouldBringBack() throws IOException {
        write("new.txt", "new");
        write("build/out.o", "x");
        write("run.log", "x");
        write("secret.bin", "x");
        assertEquals(Saved.TRACKED_CLEAN, saved("a.txt"));
        assertEquals(Saved.TRACKED_CLEAN, saved("lib"));
        assertEquals(Saved.UNTRACKED, saved("new.txt"));
        assertEquals(Saved.REBUILDABLE, saved("build"));
        assertEquals(Saved.REBUILDABLE, saved("build/out.o"));
        assertEquals(Saved.IGNORED, saved("secret.bin"));
        assertEquals(Saved.NOTHING, saved("absent"));
        assertEquals(Saved.MIXED, saved("."));
    }

    @Test
    void seesChanges() throws IOException {
        write("a.txt", "six\n");
        assertEquals(Saved.MODIFIED, saved("a.txt"));
        write("lib/new.txt", "x");
        assertEquals(Saved.MIXED, saved("lib"));
    }

    @Test
    void aChangeThatHidesItsTimeIsNotClean() throws IOException {
        Path file = work.resolve("a.txt");
        FileTime before = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(
                work.resolve(".git/index"), FileTime.from(Instant.now().plusSeconds(9)));
        Files.writeString(file, "two\n");
        Files.setLastModifiedTime(file, before);
        assertFalse(world().look(file.toString(), Use.DELETE).canBeRestored());
    }

    @Test
    void whatIsOnlyStagedIsWorkThatIsNowhereElse() throws IOException {
        write("a.txt", "staged\n");
        git.run("add", "a.txt");
        assertEquals(Saved.MODIFIED, saved("a.txt"));
        write("c.txt", "x");
        git.run("add", "c.txt");
        assertEquals(Saved.MODIFIED, saved("c.txt"));
    }

    @Test
    void readsPackedObjectsAndOtherIndexes() throws IOException {
        for (int i = 0; i < 30; i++) {
            write(
                    "many/f" + i + ".txt",
                    "text that is long enough to be worth a delta " + i + "\n");
            git.run("add", "-A");
            git.run("commit", "-q", "-m", "c" + i);
        }
        git.run("gc", "-q", "--aggressive", "--prune=now");
        git.run("update-index", "--index-version", "4");
        assertEquals(Saved.TRACKED_CLEAN, saved("many"));
        assertEquals(Saved.TRACKED_CLEAN, saved("a.txt"));
        write("many/f3.txt", "no\n");
        assertEquals(Saved.MIXED, saved("many"));
    }

    @Test
    void knowsBranchesRemotesAndWhatIsPushed() throws IOException {
        Path bare = top.resolve("remote.git");
        git.run("init", "-q", "--bare", "-b", "main", bare.toString());
        git.run("remote", "add", "origin", bare.toString());
        World.Repository before = world().repository(work.toString()).orElseThrow();
        assertEquals("main", before.branch());
        assertEquals(Optional.of(false), before.pushed());
        assertEquals(
                List.of(new World.Repository.Remote("origin", bare.toString())), before.remotes());

        git.run("push", "-q", "-u", "origin", "main");
        World.Repository pushed = world().repository(work.resolve("lib").toString()).orElseThrow();
        assertEquals(work.toString(), pushed.root());
        assertEquals("main", pushed.defaultBranch());
        assertEquals(Optional.of(true), pushed.pushed());

        git.run("checkout", "-q", "-b", "feature/x");
        assertEquals(Optional.of(true), world().repository(work.toString()).orElseThrow().pushed());
        write("d.txt", "x");
        git.run("add", "-A");
        git.run("commit", "-q", "-m", "mine");
        World.Repository ahead = world().repository(work.toString()).orElseThrow();
        assertEquals("feature/x", ahead.branch());
        assertEquals(Optional.of(false), ahead.pushed());

        git.run("push", "-q", "origin", "feature/x");
        git.run("reset", "-q", "--hard", "HEAD~1");
        git.run("gc", "-q");
        assertEquals(Optional.of(true), world().repository(work.toString()).orElseThrow().pushed());
        git.run("checkout", "-q", "--detach");
        assertEquals("", world().repository(work.toString()).orElseThrow().branch());
    }

    @Test
    void knowsAnotherWorkTree() throws IOException {
        Path tree = home.resolve("src/tree");
        git.run("worktree", "add", "-q", "-b", "side", tree.toString());
        World.Repository found = world().repository(tree.toString()).orElseThrow();
        assertEquals("side", found.branch());
        assertEquals(tree.toString(), found.root());
        PathFacts facts = world().look(tree.resolve("a.txt").toString(), Use.DELETE);
        assertEquals(Saved.TRACKED_CLEAN, facts.saved());
        assertEquals(Zone.OTHER_REPOSITORY, Zones.of(tree.resolve("a.txt").toString(), world()));
    }

    @Test
    void aRepositoryInsideIsWorkOfItsOwn() throws IOException {
        Path inner = Files.createDirectories(work.resolve("build/inner"));
        new Git(inner, home).run("init", "-q");
        assertEquals(Saved.REBUILDABLE, saved("build"));
        Path other = Files.createDirectories(work.resolve("other"));
        new Git(other, home).run("init", "-q");
        assertEquals(Saved.MIXED, saved("other"));
    }

    @Test
    void zonesFollowTheDisk() throws IOException {
        World world = world();
        assertEquals(List.of(work.toString()), world.workspaces());
        assertEquals(Zone.WORKSPACE, Zones.of(work.resolve("x").toString(), world));
        assertEquals(Zone.HOME, Zones.of(home.resolve("x").toString(), world));
        Path sibling = Files.createDirectories(home.resolve("src/sibling"));
        assertEquals(Zone.HOME, Zones.of(sibling.toString(), world()));
        new Git(sibling, home).run("init", "-q");
        assertEquals(Zone.OTHER_REPOSITORY, Zones.of(sibling.resolve("x").toString(), world()));
    }

    @Test
    void aRepositoryOverTheHomeIsNoWorkspace() throws IOException {
        new Git(home, home).run("init", "-q");
        Path plain = Files.createDirectories(home.resolve("plain/dir"));
        RealWorld.Setting setting = RealWorld.Setting.in(plain.toString(), Map.of());
        World world = new RealWorld(setting, 1000, new Users(""), 1000, home.toString(), List.of());
        assertEquals(List.of(plain.toString()), world.workspaces());
        setting = RealWorld.Setting.in(home.toString(), Map.of());
        world = new RealWorld(setting, 1000, new Users(""), 1000, home.toString(), List.of());
        assertEquals(List.of(), world.workspaces());
    }

    @Test
    void aLinkIsJudgedByWhereItLeads() throws IOException {
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(home.resolve(".ssh/id_rsa"), "x");
        Files.createSymbolicLink(work.resolve("notes"), home.resolve(".ssh/id_rsa"));
        Files.createSymbolicLink(work.resolve("dir"), home);
        World world = world();
        Place link = Places.of(work + "/notes", Use.READ, world);
        assertTrue(link.is(Standing.SECRET));
        assertEquals(Zone.HOME, link.zone());
        assertEquals(Kind.FILE, link.facts().kind());
        Place through = Places.of(work + "/dir/.ssh/id_rsa", Use.READ, world);
        assertTrue(through.is(Standing.SECRET));
        assertEquals(Zone.HOME, through.zone());
        assertTrue(Places.of(work + "/dir/", Use.DELETE, world).is(Standing.CRITICAL));
    }

    private Place place(String text, String directory, Use use) {
        Place from = Places.of(directory, Use.READ, world());
        return Places.of(Value.exact(text), from, use, world()).getFirst();
    }

    /// The kernel goes up from where a link leads, a program that cleans its paths goes back along the text.
    @Test
    void goingUpFromALinkIsJudgedBothWays() throws IOException {
        Files.createDirectories(home.resolve(".cache"));
        Path link = Files.createSymbolicLink(work.resolve("h"), home.resolve(".cache"));
        Place climbed = place("h/../.bashrc", work.toString(), Use.CREATE);
        assertEquals(home.resolve(".bashrc").toString(), climbed.path());
        assertEquals(Zone.HOME, climbed.zone());
        assertEquals(
                home.resolve(".bashrc").toString(),
                place("../.bashrc", link.toString(), Use.CREATE).path());
        assertEquals(
                work.resolve("src").toString(),
                place("h/../src", work.toString(), Use.ENTER).path());
        Place inside = place("lib/../a.txt", work.toString(), Use.DELETE);
        assertEquals(Zone.WORKSPACE, inside.zone());
        assertEquals(Saved.TRACKED_CLEAN, inside.facts().saved());
        Place from = Places.of(work.toString(), Use.READ, world());
        for (String pattern : List.of("h/../*", "*/../x*")) {
            Place all = Places.of(new Value.Glob(pattern), from, Use.DELETE, world()).getFirst();
            assertTrue(all.sure() instanceof Place.Sure.Unresolved, pattern);
        }
        Place part =
                Places.of(new Value.Partial("h/../", "", "x"), from, Use.DELETE, world())
                        .getFirst();
        assertTrue(part.sure() instanceof Place.Sure.Unresolved);
    }

    @Test
    void noCallReachesHomeByGoingUpFromALink() throws IOException {
        Files.createDirectories(home.resolve(".cache"));
        Files.createDirectories(home.resolve("other"));
        Files.createSymbolicLink(work.resolve("h"), home.resolve(".cache"));
        Origin origin = Origin.in(work.toString());
        for (String command :
                List.of(
                        "echo x > h/../.bashrc",
                        "rm -rf h/../other",
                        "cd h && rm -rf ../other",
                        "cd h && echo x > ../.bashrc",
                        "cp a.txt h/../.profile",
                        "rm -rf h/../*",
                        "ln -s ../../.. up; rm -rf up/other")) {
            assertNotEquals(Verdict.ALLOW, verdict(new ToolCall.Shell(command, origin)), command);
        }
        assertNotEquals(Verdict.ALLOW, verdict(new ToolCall.Write("h/../.bashrc", "x", origin)));
        assertEquals(Verdict.ALLOW, verdict(new ToolCall.Shell("rm -f lib/../a.txt", origin)));
    }

    private Verdict verdict(ToolCall call) {
        return Gate.builtIn(world()).decide(call, Ledger.EMPTY).verdict();
    }

    @Test
    void whatTheUserMayWriteToIsLookedAt() {
        assertEquals(
                PathFacts.Rights.UNKNOWN,
                world().look(home.resolve("new").toString(), World.Use.CREATE).rights());
        boolean granted = Files.isWritable(Path.of("/"));
        assertEquals(
                granted ? PathFacts.Rights.GRANTED : PathFacts.Rights.REFUSED,
                world().look("/a-name-that-nobody-gave/x", World.Use.CREATE).rights());
    }

    @Test
    void loopsAndDanglingLinksAreValues() throws IOException {
        Files.createSymbolicLink(work.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(work.resolve("gone"), Path.of("/nowhere/at/all"));
        assertEquals(PathFacts.UNKNOWN, world().look(work + "/loop", Use.READ));
        PathFacts gone = world().look(work + "/gone", Use.CREATE);
        assertEquals(Optional.of("/nowhere/at/all"), gone.realPath());
        assertEquals(Zone.SYSTEM, Places.of(work + "/gone", Use.CREATE, world()).zone());
        assertInstanceOf(World.Content.Absent.class, world().content(work + "/gone"));
    }

    @Test
    void opensOnlyRegularFiles() throws Exception {
        Process made = new ProcessBuilder("mkfifo", work.resolve("pipe").toString()).start();
        assertEquals(0, made.waitFor());
        assertInstanceOf(World.Content.Unread.class, world().content(work + "/pipe"));
        assertEquals(Kind.SPECIAL, world().look(work + "/pipe", Use.READ).kind());
        assertInstanceOf(World.Content.Unread.class, world().content("/dev/zero"));
        assertInstanceOf(World.Content.Unread.class, world().content("/proc/kmsg"));
        assertInstanceOf(World.Content.Unread.class, world().content(work.toString()));
        assertInstanceOf(World.Content.Absent.class, world().content(work + "/a.txt/b"));
        World.Content text = world().content(work + "/a.txt");
        assertEquals(new World.Content.Text("one\n", Sha256.of("one\n")), text);
        Files.write(work.resolve("bytes"), new byte[] {(byte) 0xff, 0});
        assertInstanceOf(World.Content.Unread.class, world().content(work + "/bytes"));
        Files.write(work.resolve("big"), new byte[(1 << 20) + 1]);
        assertInstanceOf(World.Content.Unread.class, world().content(work + "/big"));
    }

    @Test
    void expandsPatternsAsBashDoes() throws IOException {
        write("B.txt", "x");
        write(".hidden.txt", "x");
        Path here = work;
        assertEquals(
                new World.Listing.Names(List.of(here + "/B.txt", here + "/a.txt")),
                world().expand(here + "/*.txt"));
        assertEquals(
                new World.Listing.Names(List.of(here + "/lib/b.txt")),
                world().expand(here + "/*/b.txt"));
        assertEquals(
                new World.Listing.Names(List.of(here + "/.hidden.txt")),
                world().expand(here + "/.h*"));
        assertEquals(new World.Listing.Names(List.of()), world().expand(here + "/*.none"));
        assertEquals(new World.Listing.Names(List.of()), world().expand(here + "/none/*"));
        Place glob =
                Places.of(
                                new Value.Glob("*.txt"),
                                Places.of(here.toString(), Use.ENTER, world()),
                                Use.DELETE,
                                world())
                        .getFirst();
        assertEquals(
                new Place.Sure.Expanded(List.of(here + "/B.txt", here + "/a.txt"), 2), glob.sure());
        assertEquals(Saved.MIXED, glob.facts().saved());
    }

    @Test
    void endsItsLooksAtTheBudget() throws IOException {
        for (int i = 0; i < 50; i++) {
            write("lib/" + i, "x");
        }
        RealWorld world = world(40);
        assertEquals(Saved.UNKNOWN, world.look(work + "/lib", Use.DELETE).saved());
        assertTrue(world.isExhausted());
        assertEquals(Existence.UNKNOWN, world.look(work + "/a.txt", Use.READ).existence());
        assertInstanceOf(World.Listing.Some.class, world.expand(work + "/*"));
    }

    @Test
    void whatCannotBeSpelledIsUnknown() {
        assertEquals(PathFacts.UNKNOWN, world().look("/a\0b", Use.READ));
        assertInstanceOf(World.Content.Unread.class, world().content("/a\0b"));
        assertEquals(
                Existence.ABSENT, world().look(work + "/" + "x".repeat(200), Use.READ).existence());
    }

    @Test
    void aBrokenRepositoryIsUnknown() throws IOException {
        Files.write(work.resolve(".git/index"), new byte[] {1, 2, 3});
        assertEquals(Saved.UNKNOWN, saved("a.txt"));
        Files.delete(work.resolve(".git/index"));
        assertEquals(Saved.UNTRACKED, saved("a.txt"));
        Files.writeString(work.resolve(".git/HEAD"), "nonsense");
        assertEquals(Optional.empty(), world().repository(work.toString()).orElseThrow().pushed());
    }

    @Test
    void knowsTheEnvironmentThatItWasTold() {
        assertEquals(new World.Variable.Set("b"), world().variable("A"));
        assertEquals(new World.Variable.Unknown(), world().variable("B"));
        assertEquals(new World.Variable.Set(home.toString()), world().variable("HOME"));
    }

    @Test
    void knowsThisMachine() {
        RealWorld world = RealWorld.of(RealWorld.Setting.in("/", Map.of("HOME", "/elsewhere")));
        assertEquals(System.getProperty("user.home"), world.home());
        assertEquals(List.of(), world.workspaces());
        assertFalse(world.assumes());
    }
}
