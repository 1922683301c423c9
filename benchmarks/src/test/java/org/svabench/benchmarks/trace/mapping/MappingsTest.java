package org.svabench.benchmarks.trace.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MappingsTest {
  private static final long PAGE = 4096;

  /** One page at a time, as simply as can be. */
  private static final class Page {
    boolean known;
    boolean mapped;
    int rights;
    int file;
    long offset;
  }

  @Test
  void agreesWithAModelThatLooksAtEveryPage() {
    for (int seed = 0; seed < 300; seed++) {
      agrees(seed, 64, 64, 100);
    }
  }

  @Test
  void agreesWithItWhereThereAreHundredsOfRangesToo() {
    for (int seed = 0; seed < 4; seed++) {
      agrees(seed, 2000, 4, 2500);
      agrees(seed, 2000, 400, 500);
    }
  }

  /** Changes and asks of ranges of up to so many pages in an address space of so many. */
  private static void agrees(int seed, int pageCount, int longest, int steps) {
    Random random = new Random(seed);
    Mappings mappings = new Mappings();
    Page[] pages = new Page[pageCount];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = new Page();
    }
    for (int step = 0; step < steps; step++) {
      int from = random.nextInt(pageCount);
      int to = from + 1 + random.nextInt(Math.min(longest, pageCount - from));
      change(mappings, pages, random, from, to);
      Mappings copy = mappings;
      if (step % 100 == 99) {
        copy = new Mappings();
        copy.copy(mappings);
        assertEquals(mappings.size(), copy.size());
      }
      check(copy, pages, random, longest, "seed " + seed + " step " + step);
    }
  }

  private static void change(Mappings mappings, Page[] pages, Random random, int from, int to) {
    int rights = random.nextInt(8);
    int kind = random.nextInt(3);
    int file = random.nextInt(3);
    long offset = random.nextInt(4) * PAGE;
    switch (kind) {
      case 0 -> mappings.map(from * PAGE, to * PAGE, rights, file != 0, false, file, offset);
      case 1 -> mappings.unmap(from * PAGE, to * PAGE);
      default -> mappings.protect(from * PAGE, to * PAGE, rights);
    }
    for (int i = from; i < to; i++) {
      Page page = pages[i];
      if (kind == 0) {
        page.file = file;
        page.offset = offset + (i - from) * PAGE;
      } else if (kind == 1 || !page.mapped) {
        page.file = 0;
      }
      page.known = true;
      page.mapped = kind != 1;
      page.rights = kind == 1 ? 0 : rights;
    }
  }

  private static void check(
      Mappings mappings, Page[] pages, Random random, int longest, String where) {
    int from = random.nextInt(pages.length);
    int to = from + 1 + random.nextInt(Math.min(longest, pages.length - from));
    int rights = random.nextInt(8);
    int first = -1;
    int last = -1;
    int firstLosing = -1;
    int lastLosing = -1;
    for (int i = from; i < to; i++) {
      Page page = pages[i];
      if (!page.known || page.mapped) {
        first = first < 0 ? i : first;
        last = i;
      }
      if (!page.known || !page.mapped || (page.rights & ~rights) != 0) {
        firstLosing = firstLosing < 0 ? i : firstLosing;
        lastLosing = i;
      }
    }
    Overlap overlap = mappings.overlap(from * PAGE, to * PAGE);
    assertRange(overlap, first, last, where);
    assertRange(mappings.losing(from * PAGE, to * PAGE, rights), firstLosing, lastLosing, where);
    List<Long> viewed = new ArrayList<>();
    mappings.views(
        1,
        PAGE,
        40 * PAGE,
        (start, end) -> {
          for (long at = start; at < end; at += PAGE) {
            viewed.add(at);
          }
        });
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < pages.length; i++) {
      Page page = pages[i];
      boolean inside = page.offset >= PAGE && page.offset < 40 * PAGE;
      if (page.mapped && page.file == 1 && inside) {
        expected.add(i * PAGE);
      }
    }
    assertEquals(expected, viewed, where);
  }

  private static void assertRange(Overlap overlap, int first, int last, String where) {
    assertEquals(first >= 0, overlap.any(), where);
    if (first >= 0) {
      assertEquals(first * PAGE, overlap.start(), where);
      assertEquals((last + 1) * PAGE, overlap.end(), where);
    }
  }

  @Test
  void neighboursOfOneKindAreOneRange() {
    Mappings mappings = new Mappings();
    for (int i = 0; i < 1000; i++) {
      mappings.map(i * PAGE, (i + 1) * PAGE, 3, true, false, 7, i * PAGE);
    }
    assertEquals(1, mappings.size());
    mappings.protect(10 * PAGE, 11 * PAGE, 1);
    assertEquals(3, mappings.size());
    mappings.protect(10 * PAGE, 11 * PAGE, 3);
    assertEquals(1, mappings.size());
  }

  @Test
  void rangesMergeInWhateverOrderTheyBecomeAlike() {
    for (int seed = 0; seed < 5; seed++) {
      Mappings mappings = new Mappings();
      List<Integer> pages = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        pages.add(i);
      }
      Collections.shuffle(pages, new Random(seed));
      for (int i : pages) {
        mappings.map(i * PAGE, (i + 1) * PAGE, 1 + i % 2, true, false, 7, i * PAGE);
      }
      assertEquals(1000, mappings.size(), "seed " + seed);
      Collections.shuffle(pages, new Random(seed + 1));
      for (int i : pages) {
        mappings.protect(i * PAGE, (i + 1) * PAGE, 3);
      }
      assertEquals(1, mappings.size(), "seed " + seed);
    }
  }

  @Test
  void aRangeOverThousandsOfOthersReplacesThemAll() {
    Mappings mappings = new Mappings();
    for (int i = 0; i < 5000; i++) {
      mappings.map(2 * i * PAGE, (2 * i + 1) * PAGE, 3, false, false, 0, 0);
    }
    assertEquals(5000, mappings.size());
    mappings.map(2 * PAGE, 9_000 * PAGE, 1, false, false, 0, 0);
    assertEquals(502, mappings.size());
    mappings.unmap(0, 10_000 * PAGE);
    assertEquals(1, mappings.size());
    assertFalse(mappings.overlap(0, 10_000 * PAGE).any());
  }

  @Test
  void moreRangesThanTheLimitAreForgottenAtOnce() {
    Mappings mappings = new Mappings();
    for (long i = 0; i <= Mappings.LIMIT; i++) {
      mappings.map(2 * i * PAGE, (2 * i + 1) * PAGE, 3, false, false, 0, 0);
    }
    assertEquals(1, mappings.forgotten());
    assertTrue(mappings.overlap(0, PAGE).unknown());
  }
}
