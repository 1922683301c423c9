package org.svabench.model;

import java.util.Set;
import org.svabench.model.mm.FlushRule;
import org.svabench.model.queue.CommandDecoder;
import org.svabench.model.sva.CoreRules;
import org.svabench.model.topology.Family;

/**
 * A named point of the grid: how domains are shared, and how a notification fans out.
 *
 * @param name how users write it
 * @param family the command set it speaks
 * @param core how domains and handles are shared
 * @param fanOut how a notification fans out
 * @param flushRule what its kernels' TLB flush hands to notifiers; the model's notifications take
 *     ranges as they come, so who turns page-table changes into notifications applies it
 * @param decoder reads its commands back
 * @param eraQuirks the defects that kernels of this era had
 * @param summary what it is, in a few words
 * @param source where the facts come from
 */
public record Design(
    String name,
    Family family,
    CoreRules core,
    FanOut fanOut,
    FlushRule flushRule,
    CommandDecoder decoder,
    Set<Quirk> eraQuirks,
    String summary,
    String source) {

  /**
   * A design whose notifications are handed the exact range, as on x86 from v6.15 on.
   *
   * @param name how users write it
   * @param family the command set it speaks
   * @param core how domains and handles are shared
   * @param fanOut how a notification fans out
   * @param decoder reads its commands back
   * @param eraQuirks the defects that kernels of this era had
   * @param summary what it is, in a few words
   * @param source where the facts come from
   */
  public Design(
      String name,
      Family family,
      CoreRules core,
      FanOut fanOut,
      CommandDecoder decoder,
      Set<Quirk> eraQuirks,
      String summary,
      String source) {
    this(name, family, core, fanOut, FlushRule.X86_EXACT, decoder, eraQuirks, summary, source);
  }

  /**
   * The same fan-out under another core.
   *
   * @param newName how users write it
   * @param newCore how domains and handles are shared
   * @param newSummary what it is
   * @return a new design
   */
  public Design withCore(String newName, CoreRules newCore, String newSummary) {
    return new Design(
        newName, family, newCore, fanOut, flushRule, decoder, eraQuirks, newSummary, source);
  }

  @Override
  public String toString() {
    return name;
  }
}
