package dev.cattlegrid.bench;

import dev.cattlegrid.shell.Parsed;
import dev.cattlegrid.shell.Parser;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to read a command: typical ones of 40 to 120 characters, and ever longer scripts.
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ParserBench {
    static final List<String> TYPICAL =
            List.of(
                    "git add -A && git commit -m \"fix: read the file once\" && git push origin feature",
                    "find . -name '*.java' -not -path './target/*' | xargs grep -n 'TODO' | head -20",
                    "cd \"$HOME/project\" && npm install --save-dev typescript@5 && npm run build 2>&1 | tail -5",
                    "for f in src/*.ts; do echo \"== $f\"; sed -n '1,20p' \"$f\"; done",
                    "curl -fsSL https://example.test/install.sh | sudo bash -s -- --yes --prefix=/opt",
                    "if [ -f .env ]; then export $(grep -v '^#' .env | xargs); fi; ./run.sh",
                    "docker run --rm -v \"$(pwd)\":/work -w /work node:22 npm test -- --coverage",
                    "cat <<'EOF' > notes.md\n# Notes\n- one\n- two\nEOF\ngit add notes.md");

    @State(Scope.Thread)
    public static class Typical {
        private int next;

        String text() {
            next = (next + 1) % TYPICAL.size();
            return TYPICAL.get(next);
        }
    }

    @State(Scope.Thread)
    public static class Long {
        @Param({"10000", "100000", "1048576"})
        int characters;

        String text = "";

        @Setup
        public void fill() {
            var all = new StringBuilder();
            for (int i = 0; all.length() < characters; i++) {
                all.append(TYPICAL.get(i % TYPICAL.size())).append('\n');
            }
            all.setLength(all.lastIndexOf("\n", characters - 1));
            text = all.toString();
        }
    }

    @Benchmark
    public Parsed typical(Typical texts) {
        return Parser.parse(texts.text());
    }

    @Benchmark
    public Parsed longScript(Long script) {
        return Parser.parse(script.text);
    }
}
