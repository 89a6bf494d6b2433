package dev.cattlegrid.model;

import java.util.Arrays;
import java.util.Optional;

/// Whose models can be asked, by the words that are spoken over the wire.
public enum Provider {
    ANTHROPIC("anthropic", "https://api.anthropic.com/v1"),
    OPENAI("openai", "https://api.openai.com/v1"),
    /// OpenAI's newer words.
    OPENAI_RESPONSES("openai-responses", "https://api.openai.com/v1"),
    /// Whoever speaks OpenAI's older words: vLLM, LM Studio, llama.cpp, OpenRouter, Azure.
    COMPATIBLE("openai-compatible", ""),
    GEMINI("gemini", "https://generativelanguage.googleapis.com/v1beta"),
    OLLAMA("ollama", "http://127.0.0.1:11434");

    private final String text;
    private final String base;

    Provider(String text, String base) {
        this.text = text;
        this.base = base;
    }

    /// As settings name it.
    public String text() {
        return text;
    }

    /// Where it is reached; empty where only the settings can say.
    public String base() {
        return base;
    }

    /// Whether it asks nobody for a key.
    boolean isOpen() {
        return this == OLLAMA || this == COMPATIBLE;
    }

    public static Optional<Provider> named(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }
}
