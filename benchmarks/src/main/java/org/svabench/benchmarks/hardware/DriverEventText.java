package org.svabench.benchmarks.hardware;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.model.queue.Command;
import org.svabench.model.vtd.VtdDecoder;

/**
 * The text of the events (drivers/iommu/intel/trace.h, v6.6 to v7.x). What it cannot read is null.
 */
final class DriverEventText {
  private static final String TAG_TYPE = " type (iotlb|devtlb) did (\\d{1,5}) ";
  private static final Pattern SUBMIT =
      Pattern.compile(
          "qi_submit: (\\w+) (\\S+): 0x([0-9a-f]{1,16}) 0x([0-9a-f]{1,16}) 0x[0-9a-f]+"
              + " 0x[0-9a-f]+\\s*");
  private static final Pattern TAG =
      Pattern.compile(
          "cache_tag_(assign|unassign|flush_all): ([^\\s/]+)/(\\S+)"
              + TAG_TYPE
              + "pasid (\\d{1,7}) ref (\\d{1,9})\\s*");
  private static final Pattern RANGE =
      Pattern.compile(
          "cache_tag_flush_range(?:_np)?: (\\S+) (\\S+)\\[(\\d{1,7})\\]"
              + TAG_TYPE
              + "\\[0x([0-9a-f]{1,16})-0x([0-9a-f]{1,16})\\] addr 0x([0-9a-f]{1,16})"
              + "(?: pages 0x[0-9a-f]+)? mask 0x([0-9a-f]{1,2})\\s*");
  private static final Pattern OF_NO_MM =
      Pattern.compile("qi_submit: (cc_inv|iec_inv|inv_wait|page_grp_resp) .*|.* type nesting_.*");

  private final VtdDecoder decoder = new VtdDecoder();
  private final Command command = new Command();
  private boolean aside;

  /** Reads an event; null where it is none of the forms, or {@link #aside}. */
  DriverEvent event(long line, int tid, String text) {
    aside = OF_NO_MM.matcher(text).matches();
    if (aside) {
      return null;
    }
    Matcher submit = SUBMIT.matcher(text);
    if (submit.matches()) {
      decoder.decode(number(submit.group(3)), number(submit.group(4)), command);
      return new DriverEvent.Submitted(
          line, tid, SentCommand.of(submit.group(2), command, command.pasid));
    }
    Matcher tag = TAG.matcher(text);
    if (tag.matches()) {
      Tag named = tag(tag.group(2), tag.group(3), tag.group(4), tag.group(6));
      return switch (tag.group(1)) {
        case "assign" -> new DriverEvent.Assigned(line, tid, named, Long.parseLong(tag.group(7)));
        case "unassign" -> new DriverEvent.Unassigned(line, tid, named);
        default -> new DriverEvent.Flushed(line, tid, named, 0, -1L, 0, -1);
      };
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      long last = number(range.group(7));
      return new DriverEvent.Flushed(
          line,
          tid,
          tag(range.group(1), range.group(2), range.group(4), range.group(3)),
          number(range.group(6)),
          last == -1L ? last : last + 1,
          number(range.group(8)),
          last == -1L && number(range.group(6)) == 0 ? -1 : (int) number(range.group(9)));
    }
    return null;
  }

  /** Whether the last event has no part in notifications of an mm. */
  boolean aside() {
    return aside;
  }

  private static Tag tag(String iommu, String device, String type, String pasid) {
    return new Tag(iommu, device, type.equals("devtlb"), Integer.parseInt(pasid));
  }

  private static long number(String digits) {
    return Long.parseUnsignedLong(digits, 16);
  }
}
