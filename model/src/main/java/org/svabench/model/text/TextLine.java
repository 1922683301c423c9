package org.svabench.model.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One statement of a text: a keyword, then words, then {@code key=value} settings. What stands
 * between double quotes is one word or one value. A {@code #} that starts a word makes the rest of
 * the line a comment.
 *
 * <p>Every setting must be taken by one of the {@code take} methods; {@link #close()} complains
 * about the others, so that a misspelt key is never silently a default.
 */
public final class TextLine {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<comment>#.*)|(?:(?<key>[^\\s\"=#]+)=)?\"(?<quoted>[^\"]*)\"(?!\\S)"
              + "|(?<bare>[^\\s\"#][^\\s\"]*)(?!\\S))");

  private final int number;
  private final List<String> words = new ArrayList<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<String> known = new ArrayList<>();

  private TextLine(int number) {
    this.number = number;
  }

  /**
   * Splits a text into its statements; lines that hold nothing are left out.
   *
   * @param lines the lines of the text, in order
   * @return the statements, in order
   * @throws MalformedText where a setting stands twice or has no key
   */
  public static List<TextLine> statements(List<String> lines) {
    List<TextLine> statements = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = new TextLine(i + 1);
      line.split(lines.get(i));
      if (!line.words.isEmpty()) {
        statements.add(line);
      } else if (!line.settings.isEmpty()) {
        throw line.wrong("a line starts with a keyword, not with a setting");
      }
    }
    return statements;
  }

  private void split(String text) {
    Matcher token = TOKEN.matcher(text);
    int end = 0;
    while (token.find(end)) {
      if (token.start() != end) {
        throw wrong("a quoted text starts and ends with \", with blanks around it");
      }
      end = token.end();
      String word = token.group("bare");
      int equals = word == null ? -1 : word.indexOf('=');
      if (token.group("comment") != null) {
        return;
      } else if (word == null) {
        add(token.group("key"), token.group("quoted"));
      } else if (equals == 0) {
        throw wrong("a setting is key=value, without blanks around '='");
      } else if (equals > 0) {
        add(word.substring(0, equals), word.substring(equals + 1));
      } else {
        add(null, word);
      }
    }
    if (!text.substring(end).isBlank()) {
      throw wrong("a quoted text starts and ends with \", with blanks around it");
    }
  }

  private void add(String key, String value) {
    if (key == null) {
      words.add(value);
    } else if (settings.put(key, value) != null) {
      throw wrong(key + " is given twice");
    }
  }

  /**
   * Where the statement stands.
   *
   * @return line number, from 1
   */
  public int number() {
    return number;
  }

  /**
   * The first word.
   *
   * @return the keyword
   */
  public String keyword() {
    return words.get(0);
  }

  /**
   * The words between the keyword and the settings.
   *
   * @return a list, possibly empty
   */
  public List<String> words() {
    return List.copyOf(words.subList(1, words.size()));
  }

  /**
   * The one word behind the keyword.
   *
   * @param meaning what it stands for, such as {@code NAME}
   * @return the word
   * @throws MalformedText where there is none, or more than one
   */
  public String word(String meaning) {
    if (words.size() != 2) {
      throw wrong(
          words.size() < 2
              ? keyword() + " needs a " + meaning + " behind it"
              : keyword() + " takes one " + meaning + ", then key=value: " + words.get(2));
    }
    return words.get(1);
  }

  /**
   * Takes a setting.
   *
   * @param key its key
   * @param otherwise what is meant where it is absent; null where it must not be
   * @return the value
   * @throws MalformedText where it is absent and must not be, or empty
   */
  public String take(String key, String otherwise) {
    known.add(key);
    String value = settings.remove(key);
    if (value == null && otherwise == null) {
      throw wrong(keyword() + " needs " + key + "=...");
    }
    if (value != null && value.isEmpty()) {
      throw wrong(key + " needs a value");
    }
    return value == null ? otherwise : value;
  }

  /**
   * Takes a switch.
   *
   * @param key its key
   * @param otherwise what is meant where it is absent
   * @return true for {@code yes}, false for {@code no}
   * @throws MalformedText for any other value
   */
  public boolean takeSwitch(String key, boolean otherwise) {
    return yes(key, take(key, otherwise ? "yes" : "no"));
  }

  /**
   * Reads a switch.
   *
   * @param meaning what is switched
   * @param value its value
   * @return true for {@code yes}, false for {@code no}
   * @throws MalformedText for any other value
   */
  public boolean yes(String meaning, String value) {
    if (!value.equals("yes") && !value.equals("no")) {
      throw wrong(meaning + " must be yes or no: " + value);
    }
    return value.equals("yes");
  }

  /**
   * Takes a whole number, decimal or 0x hexadecimal.
   *
   * @param key its key
   * @param least smallest allowed
   * @param most largest allowed
   * @param otherwise what is meant where it is absent
   * @return the number
   * @throws MalformedText where it is no number or out of range
   */
  public long takeNumber(String key, long least, long most, long otherwise) {
    if (!has(key)) {
      known.add(key);
      return otherwise;
    }
    String value = take(key, null);
    try {
      long number =
          value.toLowerCase(Locale.ROOT).startsWith("0x")
              ? Long.parseLong(value.substring(2), 16)
              : Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, as for a number out of range.
    }
    throw wrong(key + " must be a whole number " + least + ".." + most + ": " + value);
  }

  /**
   * Whether a setting is there and not yet taken.
   *
   * @param key its key
   * @return true when it is
   */
  public boolean has(String key) {
    return settings.containsKey(key);
  }

  /**
   * Ends the reading of this statement.
   *
   * @throws MalformedText where a setting was not taken
   */
  public void close() {
    if (!settings.isEmpty()) {
      String key = settings.keySet().iterator().next();
      throw wrong(
          known.isEmpty()
              ? keyword() + " takes no settings: " + key
              : keyword() + " knows no " + key + "; it knows " + String.join(", ", known));
    }
  }

  /**
   * A fault at this statement, to be thrown.
   *
   * @param message what is wrong and what would be right
   * @return the exception
   */
  public MalformedText wrong(String message) {
    return new MalformedText(number, message);
  }
}
