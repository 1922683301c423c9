package org.svabench.model.cost;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The prices of one kind of hardware, each with its source. Immutable. */
public final class CostPreset {
  private final String name;
  private final String description;
  private final List<CostRow> rows;
  private final Map<CostTerm, Price> prices = new EnumMap<>(CostTerm.class);

  /**
   * Collects rows. Where {@link CostTerm#IOTLB} is priced and {@link CostTerm#DEVICE_TLB} is not, a
   * row is added that takes the one for the other and says so.
   *
   * @param name what a user selects it by
   * @param description one line
   * @param rows the figures
   * @throws IllegalArgumentException where a term is priced twice, or a command would cost less
   *     than nothing because it saves more than it costs
   */
  public CostPreset(String name, String description, List<CostRow> rows) {
    this.name = name;
    this.description = description;
    List<CostRow> complete = new ArrayList<>(rows);
    for (CostRow row : rows) {
      if (row.term() != CostTerm.NOTE && prices.put(row.term(), row.price()) != null) {
        throw new IllegalArgumentException(row.term().label() + " is priced twice");
      }
    }
    Price iotlb = prices.get(CostTerm.IOTLB);
    if (iotlb != null && prices.putIfAbsent(CostTerm.DEVICE_TLB, iotlb) == null) {
      complete.add(
          CostRow.of(CostTerm.DEVICE_TLB, "devtlb submit+wait", iotlb, "A", "no figure: as iotlb"));
    }
    this.rows = List.copyOf(complete);
    requireSavingsBelowCosts();
  }

  private void requireSavingsBelowCosts() {
    Price saving = price(CostTerm.SAVING);
    for (CostTerm command : List.of(CostTerm.IOTLB, CostTerm.DEVICE_TLB)) {
      for (CostLevel level : CostLevel.values()) {
        long cost = price(command).at(level);
        if (saving.at(level) > cost) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "saving must not be above %s: %d > %d ns (%s)",
                  command.label(),
                  saving.at(level),
                  cost,
                  level));
        }
      }
    }
  }

  /**
   * What a user selects it by.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * What it models.
   *
   * @return one line
   */
  public String description() {
    return description;
  }

  /**
   * All figures, the informative ones too.
   *
   * @return an immutable list
   */
  public List<CostRow> rows() {
    return rows;
  }

  /**
   * Whether a term has a price of its own here.
   *
   * @param term the term
   * @return false where {@link #price} is zero for want of a figure
   */
  public boolean prices(CostTerm term) {
    return prices.containsKey(term);
  }

  /**
   * The price of a term.
   *
   * @param term the term
   * @return its price, zero where the preset has none
   */
  public Price price(CostTerm term) {
    return prices.getOrDefault(term, Price.ZERO);
  }

  /**
   * Whether anything is priced, so that modelled time means something.
   *
   * @return false for {@code none}, and for presets of informative figures only
   */
  public boolean pricesAnything() {
    return !prices.isEmpty();
  }

  @Override
  public String toString() {
    return name;
  }
}
