package org.svabench.model.sva;

import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Notifier;

/**
 * An SVA domain: the page tables of an mm as devices of one compatible set use them. Drivers extend
 * it with what they keep per domain; where a driver's domain is the notifier, it is registered with
 * the mm. Changed under the lock of the bonds.
 */
public abstract class SvaDomain extends Notifier {
  Mm mm;
  int users;
  SvaDomain nextDomain;

  /** For the drivers. */
  protected SvaDomain() {}

  /**
   * The mm whose page tables this is.
   *
   * @return never null while in use
   */
  public final Mm mm() {
    return mm;
  }

  /**
   * How often the domain is used: bind calls up to v6.6, attached bonds later.
   *
   * @return 1 or above while in use
   */
  public final int users() {
    return users;
  }

  /**
   * The next domain of the mm, older than this one.
   *
   * @return null at the end
   */
  public final SvaDomain nextDomain() {
    return nextDomain;
  }
}
