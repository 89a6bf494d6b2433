package dev.cattlegrid.effect.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.Zone;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for any text: readers of paths, patterns and hosts never throw, and another spelling is never milder.
class WorldLawsTest {
    private static final int ROUNDS = 20_000;
    private static final List<String> PIECES =
            List.of(
                    "/",
                    "/",
                    "/",
                    ".",
                    "..",
                    "~",
                    "*",
                    "?",
                    "[",
                    "]",
                    "!",
                    "^",
                    "-",
                    "\\",
                    "a",
                    "B",
                    ".env",
                    "id_rsa",
                    "home",
                    "dev",
                    "project",
                    "etc",
                    "proc",
                    "self",
                    "root",
                    "cwd",
                    "tmp",
                    "usr",
                    ".git",
                    "hooks",
                    "[:alpha:]",
                    " ",
                    "\n",
                    "\0",
                    "é",
                    "e\u0301",
                    "\ud800",
                    "\u200d",
                    "@",
                    ":",
                    "http",
                    "://",
                    "127",
                    "1",
                    "0x7f",
                    "%",
                    "%2e",
                    "#",
                    "build",
                    "x.pem");

    private final World world = AssumedWorld.usual();
    private final Place directory = Places.of("/home/dev/project", World.Use.ENTER, world);

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void normalPathsStayAsTheyAre() {
        Random random = new Random(1);
        for (int i = 0; i < ROUNDS; i++) {
            String path = PathText.resolve("/home/dev", text(random));
            assertTrue(PathText.isAbsolute(path), path);
            assertEquals(path, PathText.normal(path));
            assertEquals(path, PathText.resolve("/other", path));
            assertFalse(PathText.segments(path).contains(".."), path);
        }
    }

    @Test
    void everyWordHasItsPlaces() {
        Random random = new Random(2);
        World.Use[] uses = World.Use.values();
        for (int i = 0; i < ROUNDS; i++) {
            String text = text(random);
            World.Use use = uses[random.nextInt(uses.length)];
            Value value =
                    switch (random.nextInt(4)) {
                        case 0 -> Value.exact(text);
                        case 1 -> new Value.Glob(text);
                        case 2 -> new Value.Partial(text, text(random), "?");
                        default -> new Value.OneOf(List.of(text, text(random)));
                    };
            List<Place> places = Places.of(value, directory, use, world);
            assertFalse(places.isEmpty());
            for (Place place : places) {
                boolean told = place.isExact() || place.sure() instanceof Place.Sure.Below;
                assertEquals(told, PathText.isAbsolute(place.path()), () -> value + " " + place);
                List<Place> again = Places.of(Value.exact("x"), place, use, world);
                assertEquals(1, again.size());
            }
        }
    }

    /// A detour never hides what a path is.
    @Test
    void spellingMakesNothingMilder() {
        Random random = new Random(3);
        List<String> tricks =
                List.of("/./", "//", "/x/../", "/proc/self/root/", "/proc/self/cwd/../../../");
        for (int i = 0; i < ROUNDS; i++) {
            String path = PathText.normal("/" + text(random));
            String trick = tricks.get(random.nextInt(tricks.size()));
            Place plain =
                    Places.of(Value.exact(path), directory, World.Use.DELETE, world).getFirst();
            Place detour =
                    Places.of(
                                    Value.exact(trick + path.substring(1)),
                                    directory,
                                    World.Use.DELETE,
                                    world)
                            .getFirst();
            assertEquals(plain.path(), detour.path());
            assertEquals(plain.zone(), detour.zone());
            assertEquals(plain.standings(), detour.standings());
        }
    }

    /// A path that a pattern matches is not stricter than the pattern, where enough of its name is spelled out.
    @Test
    void patternsAreNotMilderThanWhatTheyMean() {
        for (String path :
                List.of(
                        "/etc/shadow",
                        "/home/dev/.ssh/id_rsa",
                        "/home/dev/project/.env",
                        "/home/dev/.aws/credentials",
                        "/etc/sudoers",
                        "/home/dev/.bashrc",
                        "/home/dev/.netrc")) {
            Place exact = Places.of(path, World.Use.READ, world);
            int slash = path.lastIndexOf('/');
            for (int cut = slash + 1 + (path.length() - slash) / 2 + 1;
                    cut < path.length();
                    cut++) {
                for (String pattern :
                        List.of(
                                path.substring(0, cut) + "*",
                                path.substring(0, cut) + "?" + path.substring(cut + 1),
                                path.substring(0, cut)
                                        + "["
                                        + path.charAt(cut)
                                        + "]"
                                        + path.substring(cut + 1))) {
                    Place place =
                            Places.of(new Value.Glob(pattern), directory, World.Use.READ, world)
                                    .getFirst();
                    assertTrue(
                            place.standings().containsAll(exact.standings()),
                            () -> pattern + " " + place.standings() + " " + exact.standings());
                }
            }
        }
    }

    @Test
    void everyTextNamesAnEnd() {
        Random random = new Random(4);
        for (int i = 0; i < ROUNDS; i++) {
            String text = text(random);
            assertNotNull(Endpoints.of(text));
            assertFalse(Endpoints.of(new Value.Partial(text, text(random), "?")).isEmpty());
        }
    }

    @Test
    void everyPatternEnds() {
        Random random = new Random(5);
        for (int i = 0; i < ROUNDS; i++) {
            Pattern.matches(text(random), text(random));
        }
        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertFalse(Pattern.matches("*a".repeat(500) + "b", "a".repeat(5000))));
        assertTrue(Pattern.matches("[!a-c]?[[:digit:]]*.txt", "xy1z.txt"));
        assertTrue(Pattern.matches("[]]", "]"));
        assertTrue(Pattern.matches("a[", "a["));
        assertFalse(Pattern.matches("\\*", "x"));
    }

    @Test
    void brokenIndexesAreNoExceptions() {
        Random random = new Random(6);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            byte[] head = {'D', 'I', 'R', 'C', 0, 0, 0, (byte) (2 + random.nextInt(3)), 0, 0, 0, 2};
            System.arraycopy(head, 0, bytes, 0, Math.min(bytes.length, head.length));
            assertNotNull(GitIndex.parse(bytes));
        }
    }

    @Test
    void theTableSaysWhy() {
        assertEquals(
                "a private key",
                Standings.why("/home/dev/project/certs/x.pem", Standing.SECRET, world)
                        .orElseThrow());
        assertEquals(
                "output of a build, made again by it",
                Standings.why("/home/dev/project/node_modules", Standing.REBUILDABLE, world)
                        .orElseThrow());
        assertTrue(Standings.why("/home/dev/project/a.py", Standing.SECRET, world).isEmpty());
    }

    @Test
    void theFirstDirectoryIsTheWorkspace() {
        assertEquals("/Users/x/app", workspace("cd /Users/x/app && ls"));
        assertEquals("/home/x/my app", workspace("cd '/home/x/my app'; ls"));
        assertEquals("/home/dev/project", workspace("cd /etc && ls"));
        assertEquals("/home/dev/project", workspace("cd /home/x && ls"));
        assertEquals("/home/dev/project", workspace("cd /home/x/../y && ls"));
        assertEquals("/home/dev/project", workspace("ls; cd /home/x/app"));
    }

    private static String workspace(String command) {
        return AssumedWorld.of(java.util.Optional.empty(), false, java.util.Map.of(), command)
                .workspace();
    }

    @Test
    void macsSpellTheirPathsInAnyCase() {
        World mac =
                AssumedWorld.of(
                        java.util.Optional.of("/Users/x/app"), false, java.util.Map.of(), "");
        assertTrue(Places.of("/Users/x/.SSH/ID_RSA", World.Use.READ, mac).is(Standing.SECRET));
        assertTrue(
                Places.of("/Users/x/app/.GIT/hooks/pre-commit", World.Use.CREATE, mac)
                        .is(Standing.STARTUP));
        assertTrue(
                Places.of("/Users/x/app/.g\u200cit/config", World.Use.CREATE, mac)
                        .is(Standing.GIT_INTERNALS));
        assertEquals(Zone.WORKSPACE, Places.of("/Users/x/app/a", World.Use.READ, mac).zone());
    }
}
