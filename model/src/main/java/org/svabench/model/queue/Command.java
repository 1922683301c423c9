package org.svabench.model.queue;

/** One decoded command; a reused value object that a {@link CommandDecoder} fills. */
public final class Command {
  /** What it does. */
  public CommandKind kind;

  /** PASID, or the ASID that stands for it; -1 where it has none. */
  public int pasid;

  /** Requester id of the device told; -1 where none is. */
  public int sourceId;

  /** Domain id; -1 where it has none. */
  public int domainId;

  /** First byte of the block. */
  public long base;

  /** Pages of the block, 4 KiB each; 0 where the command is not about a block. */
  public long pages;

  /** log2 of the pages where the block is an aligned power of two; -1 where it is not. */
  public int order;

  /** Creates an empty value. */
  public Command() {}

  /**
   * Fills the value.
   *
   * @param newKind what it does
   * @param newDomainId domain id or -1
   * @param newPasid PASID or -1
   * @param newSourceId requester id or -1
   */
  public void set(CommandKind newKind, int newDomainId, int newPasid, int newSourceId) {
    kind = newKind;
    domainId = newDomainId;
    pasid = newPasid;
    sourceId = newSourceId;
    base = 0;
    pages = 0;
    order = -1;
  }

  /**
   * Adds the block.
   *
   * @param newBase first byte
   * @param newOrder log2 of its pages
   */
  public void block(long newBase, int newOrder) {
    base = newBase;
    order = newOrder;
    pages = 1L << newOrder;
  }

  /**
   * Adds a block of any number of pages.
   *
   * @param newBase first byte
   * @param newPages 1 or above
   */
  public void range(long newBase, long newPages) {
    base = newBase;
    pages = newPages;
    final boolean aligned = (newPages & newPages - 1) == 0 && (newBase >>> 12 & newPages - 1) == 0;
    order = aligned ? Long.numberOfTrailingZeros(newPages) : -1;
  }
}
