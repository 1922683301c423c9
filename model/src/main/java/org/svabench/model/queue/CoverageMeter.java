package org.svabench.model.queue;

import java.util.Arrays;

/**
 * Hardware that measures what notifications cover: the pages that each IOMMU's IOTLB is told to
 * drop. The same page told twice to one IOMMU counts once; whole-PASID commands are counted apart,
 * because they cover no particular page.
 *
 * <p>For one thread at a time. Allocates when a notification needs more blocks than any before.
 */
public final class CoverageMeter extends Hardware {
  private final CommandDecoder decoder;
  private final Command command = new Command();
  private final long[][] firstPages;
  private final long[][] endPages;
  private final int[] blocks;
  private long wholeCommands;
  private long deviceTlbCommands;
  private long iotlbCommands;

  /**
   * Creates a meter that has measured nothing.
   *
   * @param iommus number of IOMMUs
   * @param decoder reads the family's commands
   */
  public CoverageMeter(int iommus, CommandDecoder decoder) {
    this.decoder = decoder;
    this.firstPages = new long[iommus][8];
    this.endPages = new long[iommus][8];
    this.blocks = new int[iommus];
  }

  @Override
  public long execute(int iommu, long[] words, int count, boolean waits) {
    for (int i = 0; i < count; i++) {
      decoder.decode(words[2 * i], words[2 * i + 1], command);
      switch (command.kind) {
        case IOTLB_BLOCK, IOTLB_BLOCK_OF_ALL_PASIDS -> {
          iotlbCommands++;
          addBlock(iommu, command.base >>> 12, command.pages);
        }
        case IOTLB_WHOLE, IOTLB_WHOLE_OF_ALL_PASIDS -> {
          iotlbCommands++;
          wholeCommands++;
        }
        case DEVICE_TLB, DEVICE_TLB_OF_ALL_PASIDS -> deviceTlbCommands++;
        default -> {}
      }
    }
    return 0;
  }

  private void addBlock(int iommu, long firstPage, long pages) {
    final int at = blocks[iommu];
    // Blocks mostly continue or repeat the one before: page by page, or device by device.
    if (at > 0 && firstPages[iommu][at - 1] <= firstPage && firstPage <= endPages[iommu][at - 1]) {
      endPages[iommu][at - 1] = Math.max(endPages[iommu][at - 1], firstPage + pages);
      return;
    }
    if (at == firstPages[iommu].length) {
      firstPages[iommu] = Arrays.copyOf(firstPages[iommu], 2 * at);
      endPages[iommu] = Arrays.copyOf(endPages[iommu], 2 * at);
    }
    firstPages[iommu][at] = firstPage;
    endPages[iommu][at] = firstPage + pages;
    blocks[iommu] = at + 1;
  }

  /**
   * Pages covered since the last {@link #reset}: the union of the blocks of each IOMMU, summed over
   * IOMMUs. Saturates at {@link Long#MAX_VALUE}.
   *
   * @return 4 KiB pages
   */
  public long coveredPages() {
    long covered = 0;
    for (int iommu = 0; iommu < blocks.length; iommu++) {
      covered += union(firstPages[iommu], endPages[iommu], blocks[iommu]);
      if (covered < 0) {
        return Long.MAX_VALUE;
      }
    }
    return covered;
  }

  private static long union(long[] first, long[] end, int count) {
    sortByFirst(first, end, count);
    long covered = 0;
    long reached = 0;
    for (int i = 0; i < count; i++) {
      final long from = Math.max(first[i], reached);
      if (end[i] > from) {
        covered += end[i] - from;
        reached = end[i];
      }
    }
    return covered;
  }

  /** Insertion sort: blocks come in few runs that are sorted already. */
  private static void sortByFirst(long[] first, long[] end, int count) {
    for (int i = 1; i < count; i++) {
      final long keyFirst = first[i];
      final long keyEnd = end[i];
      int at = i - 1;
      while (at >= 0 && first[at] > keyFirst) {
        first[at + 1] = first[at];
        end[at + 1] = end[at];
        at--;
      }
      first[at + 1] = keyFirst;
      end[at + 1] = keyEnd;
    }
  }

  /**
   * Whole-PASID IOTLB commands since the last {@link #reset}.
   *
   * @return 0 or above
   */
  public long wholeCommands() {
    return wholeCommands;
  }

  /**
   * IOTLB commands since the last {@link #reset}, whole ones included.
   *
   * @return 0 or above
   */
  public long iotlbCommands() {
    return iotlbCommands;
  }

  /**
   * Device-TLB commands since the last {@link #reset}.
   *
   * @return 0 or above
   */
  public long deviceTlbCommands() {
    return deviceTlbCommands;
  }

  /** Starts again at nothing. */
  public void reset() {
    Arrays.fill(blocks, 0);
    wholeCommands = 0;
    deviceTlbCommands = 0;
    iotlbCommands = 0;
  }
}
