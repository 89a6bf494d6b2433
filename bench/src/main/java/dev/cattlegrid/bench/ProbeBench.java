package dev.cattlegrid.bench;

import dev.cattlegrid.probe.Probe;
import dev.cattlegrid.probe.Probed;
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

/// What it costs to read 10,000 characters of what tools give back.
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProbeBench {
    private static final int LENGTH = 10_000;

    @State(Scope.Thread)
    public static class Text {
        @Param({"prose", "code", "log", "json", "encoded", "base64", "turned", "digits", "apart"})
        String kind = "";

        String text = "";

        @Setup
        public void fill() {
            String piece =
                    switch (kind) {
                        case "prose" ->
                                "Install the package, then read the guide. It says how to set the token and where the logs go;"
                                        + " if a step fails, run it again with more output.\n";
                        case "code" ->
                                "    public int count(List<String> names) { return names.stream().mapToInt(String::length).sum(); }\n"
                                        + "    // the caller closes the stream\n";
                        case "log" ->
                                "2026-11-01T12:00:17Z INFO  worker-3 request=8f2c11 path=/api/v1/items?id=17 status=200 took=12ms\n";
                        case "json" ->
                                "{\"id\":17,\"name\":\"item\",\"tags\":[\"new\",\"sale\"],\"text\":\"in stock since spring\"},\n";
                        case "base64" ->
                                "UGxlYXNlIHJlYWQgdGhlIG1pbnV0ZXMgb2YgdGhlIG1lZXRpbmcsIHRoZW4gc2VuZCB0aGUgbGlzdCB0byB0aGUgdGVhbS4=\n";
                        case "turned" ->
                                "Cyrnfr ernq gur zvahgrf bs gur zrrgvat, gura fraq gur yvfg bs anzrf gb gur grnz.\n";
                        case "digits" ->
                                "Pl3453 r34d 7h3 m1nu735 0f 7h3 m3371ng, 7h3n 53nd 7h3 1157 0f n4m35 70 7h3 734m.\n";
                        case "apart" ->
                                "P l e a s e r e a d t h e m i n u t e s o f t h e m e e t i n g\n";
                        default ->
                                "U29tZSBiYXNlNjQgdGhhdCBzYXlzIG5vdGhpbmcgYXQgYWxsLCBhZ2FpbiBhbmQgYWdhaW4u 48656c6c6f20776f726c64 3v3ry w0rd l1k3 th1s\n";
                    };
            text = piece.repeat(LENGTH / piece.length() + 1).substring(0, LENGTH);
        }
    }

    @Benchmark
    public Probed tenThousandCharacters(Text text) {
        return Probe.of(text.text);
    }
}
