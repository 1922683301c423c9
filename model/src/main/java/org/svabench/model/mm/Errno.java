package org.svabench.model.mm;

/** Negative error numbers as the kernel returns them (Linux asm-generic/errno). 0 is success. */
public final class Errno {
  /** No address-space id is left for this mm. */
  public static final int ESRCH = -3;

  /** Out of memory. */
  public static final int ENOMEM = -12;

  /** The slot is taken, or the mm's page tables cannot be used for DMA. */
  public static final int EBUSY = -16;

  /** The unit cannot serve SVA, or there is no such thing. */
  public static final int ENODEV = -19;

  /** Incompatible: another class, a PASID the group cannot use, ATS missing. */
  public static final int EINVAL = -22;

  /** No PASID is left for this device. */
  public static final int ENOSPC = -28;

  /** The mm's PASID is too large for this device. */
  public static final int EOVERFLOW = -75;

  /** The driver does not do this. */
  public static final int EOPNOTSUPP = -95;

  private Errno() {}

  /**
   * The name of an error.
   *
   * @param errno 0 or one of the constants here
   * @return {@code "0"}, or the name with a leading minus such as {@code "-EBUSY"}
   */
  public static String name(int errno) {
    return switch (errno) {
      case 0 -> "0";
      case ESRCH -> "-ESRCH";
      case ENOMEM -> "-ENOMEM";
      case EBUSY -> "-EBUSY";
      case ENODEV -> "-ENODEV";
      case EINVAL -> "-EINVAL";
      case ENOSPC -> "-ENOSPC";
      case EOVERFLOW -> "-EOVERFLOW";
      case EOPNOTSUPP -> "-EOPNOTSUPP";
      default -> "-E" + -errno;
    };
  }
}
