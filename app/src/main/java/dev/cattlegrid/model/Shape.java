package dev.cattlegrid.model;

import java.util.List;
import java.util.Map;

/// The shape of an answer: a JSON object with one list of objects.
///
/// @param list the list's name
/// @param texts members that are texts; those with words behind them are one of these
/// @param numbers members that are whole numbers
public record Shape(String list, Map<String, List<String>> texts, List<String> numbers) {}
