package dev.cattlegrid.effect.world;

import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Texts to the ends that they name; `…` stands for what is not known.
class EndpointsTest {
    @TestFactory
    Stream<DynamicTest> endsOfTexts() {
        return Cases.of("world/endpoints.txt", EndpointsTest::answer);
    }

    private static List<String> answer(String input) {
        int open = input.indexOf('…');
        Value value =
                open < 0
                        ? Value.exact(input)
                        : new Value.Partial(
                                input.substring(0, open), input.substring(open + 1), "?");
        return Endpoints.of(value).stream().map(EndpointsTest::line).toList();
    }

    private static String line(Endpoint end) {
        return "%s %s://%s:%d"
                .formatted(
                        end.scope().name().toLowerCase(Locale.ROOT),
                        end.scheme(),
                        end.host(),
                        end.port());
    }
}
