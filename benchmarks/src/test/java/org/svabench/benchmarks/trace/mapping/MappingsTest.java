package org.svabench.benchmarks.trace.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MappingsTest {
  private static final int PAGES = 64;
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
      Random random = new Random(seed);
      Mappings mappings = new Mappings();
      Page[] pages = new Page[PAGES];
      for (int i = 0; i < PAGES; i++) {
        pages[i] = new Page();
      }
      for (int step = 0; step < 100; step++) {
        int from = random.nextInt(PAGES);
        int to = from + 1 + random.nextInt(PAGES - from);
        change(mappings, pages, random, from, to);
        check(mappings, pages, random, "seed " + seed + " step " + step);
      }
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

  private static void check(Mappings mappings, Page[] pages, Random random, String where) {
    int from = random.nextInt(PAGES);
    int to = from + 1 + random.nextInt(PAGES - from);
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
    Mappings.Overlap overlap = mappings.overlap(from * PAGE, to * PAGE);
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
    for (int i = 0; i < PAGES; i++) {
      Page page = pages[i];
      boolean inside = page.offset >= PAGE && page.offset < 40 * PAGE;
      if (page.mapped && page.file == 1 && inside) {
        expected.add(i * PAGE);
      }
    }
    assertEquals(expected, viewed, where);
  }

  private static void assertRange(Mappings.Overlap overlap, int first, int last, String where) {
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
  void moreRangesThanTheLimitAreForgottenAtOnce() {
    Mappings mappings = new Mappings();
    for (long i = 0; i <= Mappings.LIMIT; i++) {
      mappings.map(2 * i * PAGE, (2 * i + 1) * PAGE, 3, false, false, 0, 0);
    }
    assertEquals(1, mappings.forgotten());
    assertTrue(mappings.overlap(0, PAGE).unknown());
  }
}
