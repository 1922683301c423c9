package org.svabench.benchmarks.verify;

/** What a history tells of. */
enum Event {
  /** Bind is called: device. */
  BIND,
  /** Bind has returned: device, error. */
  BOUND,
  /** Unbind is called: device. */
  UNBIND,
  /** Unbind has returned: device. */
  UNBOUND,
  /** The mm's exit begins. */
  EXIT,
  /** The mm's exit has returned. */
  EXITED,
  /** Pages are about to change and to be notified: first page, end page, version. */
  CHANGE,
  /** The notification has returned: first page, end page, version. */
  NOTIFIED,
  /** The process is about to fork. */
  FORK,
  /** A PASID table entry was written: device, PASID. */
  ENTRY_WRITTEN,
  /** A PASID table entry was cleared: device, PASID. */
  ENTRY_CLEARED,
  /** A command takes effect: IOMMU; kind, PASID or device; base; pages. */
  COMMAND,
  /** A page table was walked and the result cached by an IOTLB: device, page, version. */
  IOTLB_FILLED,
  /** A device TLB was filled through its IOTLB: device, page, version. */
  DEVICE_TLB_FILLED
}
