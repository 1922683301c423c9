package org.svabench.model.topology;

/** A machine known by name, possibly in several sizes. */
public final class TopologyPreset {
  /** Builds a machine of a size. */
  interface Shape {
    Topology build(String name, int[] size);
  }

  private final String name;
  private final PresetSize size;
  private final String description;
  private final String source;
  private final Shape shape;

  TopologyPreset(String name, PresetSize size, String description, String source, Shape shape) {
    this.name = name;
    this.size = size;
    this.description = description;
    this.source = source;
    this.shape = shape;
  }

  /**
   * The name without a size.
   *
   * @return such as {@code guest-1viommu}
   */
  public String name() {
    return name;
  }

  /**
   * How a user writes it.
   *
   * @return the name, and where there are sizes how one is given, such as {@code guest-1viommu[:n]}
   */
  public String syntax() {
    return name + size.syntax();
  }

  /**
   * What it models, and what in it is assumed.
   *
   * @return one line
   */
  public String description() {
    return description;
  }

  /**
   * Where its figures come from.
   *
   * @return one line
   */
  public String source() {
    return source;
  }

  /**
   * Builds the machine. Its name is the preset's, with the size where one was given.
   *
   * @param sizeText what stands behind the colon of the name; null for the usual size
   * @return the topology
   * @throws IllegalArgumentException where there is no such size; the message says which there are
   */
  public Topology topology(String sizeText) {
    return shape.build(sizeText == null ? name : name + ":" + sizeText, size.parse(name, sizeText));
  }

  @Override
  public String toString() {
    return syntax();
  }
}
