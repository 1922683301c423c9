package org.svabench.model.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svabench.model.text.MalformedText;

class TopologyTextTest {
  private static final String EXAMPLE =
      """
      # a machine
      family vtd
      trapped yes          # of a hypervisor
      iommu dmar0
      iommu dmar1 class=1 caching=yes svm=no ril=yes
      device 0000:6a:01.0 iommu=dmar0 sid=0x6a08 pri=yes quirk=yes max_pasids=16
      device nic iommu=dmar1 ats=no count=2 rid=shared
      device last iommu=dmar0 rid=shared

      group port nic1 nic0
      """;

  @Test
  void theStatementsSayWhatTheMachineIs() {
    Topology machine = parse(EXAMPLE);
    assertEquals("mine.topo", machine.name());
    assertEquals(Family.VTD, machine.family());
    assertTrue(machine.trapped());
    Iommu usual = machine.iommu(0);
    assertEquals("dmar0", usual.name());
    assertEquals(0, usual.compatibilityClass());
    assertFalse(usual.caching());
    assertTrue(usual.svmCapable());
    assertFalse(usual.rangeInvalidation());
    Iommu other = machine.iommu(1);
    assertEquals(1, other.compatibilityClass());
    assertTrue(other.caching());
    assertFalse(other.svmCapable());
    assertTrue(other.rangeInvalidation());
    Device first = machine.device(0);
    assertEquals("0000:6a:01.0", first.name());
    assertEquals(0x6a08, first.sourceId());
    assertTrue(first.ats());
    assertTrue(first.pri());
    assertTrue(first.extraDeviceTlbFlush());
    assertEquals(16, first.maxPasids());
    Device nic = machine.device(1);
    assertEquals("nic0", nic.name());
    assertEquals(other, nic.iommu());
    assertFalse(nic.ats());
    assertFalse(nic.pri());
    assertFalse(nic.extraDeviceTlbFlush());
    assertEquals(Topology.PASID_SPACE, nic.maxPasids());
    assertEquals(4, machine.deviceCount());
  }

  @Test
  void aGroupIsWalkedInTheOrderItIsWrittenAndNumberedByItsFirstDevice() {
    Topology machine = parse(EXAMPLE);
    assertEquals(3, machine.groupCount());
    assertEquals(
        List.of("nic1", "nic0"), machine.group(1).devices().stream().map(Device::name).toList());
    assertEquals(machine.group(2), machine.device(3).group());
  }

  @Test
  void ridDomainsAreSharedByNameOnly() {
    Topology machine = parse(EXAMPLE);
    assertEquals(machine.device(1).ridDomain(), machine.device(3).ridDomain());
    assertNotEquals(machine.device(0).ridDomain(), machine.device(3).ridDomain());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                              | 2 | the text ends without an iommu line
          iommu a                                         | 1 | 'family vtd', 'family smmu' or 'family amd' goes before the first iommu
          family arm                                      | 1 | family must be vtd, smmu or amd: arm
          family                                          | 1 | family needs a family name (vtd, smmu or amd) behind it
          family vtd smmu                                 | 1 | family takes one family name (vtd, smmu or amd), then key=value: smmu
          family vtd;iommu a                              | 3 | the text ends without a device line
          family vtd;iommu a;family amd                   | 3 | family goes before the first iommu
          family vtd;iommu a;trapped yes                  | 3 | trapped goes before the first iommu
          trapped 1                                       | 1 | trapped must be yes or no: 1
          family vtd;iommu a;iommu a                      | 3 | iommu a is there already
          family vtd;iommu a clas=1                       | 2 | iommu knows no clas; it knows class, caching, svm, ril
          family vtd;iommu a class=-1                     | 2 | class must be a whole number 0..1023: -1
          family vtd;iommu a class=1 class=1              | 2 | class is given twice
          family vtd;iommu a class = 1                    | 2 | a setting is key=value, without blanks around '='
          family vtd;iommu a caching=1                    | 2 | caching must be yes or no: 1
          family vtd;device d                             | 2 | device needs iommu=...
          family vtd;device d iommu=a                     | 2 | no iommu line before this one names a; put 'iommu a' first
          family vtd;iommu a;device d iommu=b             | 3 | no iommu line before this one names b; there are [a]
          family vtd;iommu a;device d iommu=              | 3 | iommu needs a value
          family vtd;iommu a;device d iommu=a;device d iommu=a | 4 | device d is there already
          family vtd;iommu a;device d iommu=a count=0     | 3 | count must be a whole number 1..65536: 0
          family vtd;iommu a;device d iommu=a count=65536;device e iommu=a | 4 | at most 65536 devices are possible: mine.topo
          family vtd;iommu a;device d iommu=a count=2 sid=1 | 3 | sid belongs to one device: leave out count or sid
          family vtd;iommu a;device d iommu=a sid=0x10000 | 3 | sid must be a whole number 0..65535: 0x10000
          family vtd;iommu a;device d iommu=a sid=-1      | 3 | sid must be a whole number 0..65535: -1
          family vtd;iommu a;device d iommu=a max_pasids=many | 3 | max_pasids must be a whole number 0..1048576: many
          family vtd;iommu a;device d iommu=a;group g     | 4 | group needs a name and the devices in it, in the order of its walk
          family vtd;iommu a;device d iommu=a;group g e   | 4 | no device line before this one names e
          family vtd;iommu a;device d iommu=a;group g d d | 4 | device d is in a group already
          family vtd;iommu a;device d iommu=a;group g d x=1 | 4 | group takes no settings: x
          machine m                                       | 1 | a line starts with family, trapped, iommu, device or group: machine
          class=1                                         | 1 | a line starts with a keyword, not with a setting
          """)
  void aMistakeIsReportedWithItsLineAndWhatWouldBeRight(String text, int line, String message) {
    MalformedText fault =
        assertThrows(MalformedText.class, () -> parse(text.replace(';', '\n') + "\n"));
    assertEquals(message, fault.getMessage());
    assertEquals(line, fault.line());
  }

  @Test
  void noMutationOfATextDoesWorseThanBeingMalformed() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(EXAMPLE);
      for (int cuts = 1 + random.nextInt(4); cuts > 0; cuts--) {
        mutate(text, random);
      }
      try {
        parse(text.toString());
      } catch (MalformedText expected) {
        refused++;
      } catch (RuntimeException worse) {
        throw new AssertionError("seed " + seed + ", round " + round + ":\n" + text, worse);
      }
    }
    assertTrue(refused > 10_000, "most mutations are refused: " + refused);
  }

  private static void mutate(StringBuilder text, Random random) {
    String alphabet = "abcdirx0123456789=:#- \n\t\u00e9";
    int at = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
      case 1 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
      case 2 -> text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(12)));
      default -> text.insert(at, EXAMPLE, 0, random.nextInt(EXAMPLE.length()));
    }
  }

  private static Topology parse(String text) {
    return TopologyText.parse("mine.topo", text.lines().toList());
  }
}
