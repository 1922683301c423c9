package org.svabench.benchmarks.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A file below a print stream, which does not say why it could not be written. */
final class FaultKept extends FilterOutputStream {
  private IOException fault;

  FaultKept(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException e) {
      throw kept(e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw kept(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } catch (IOException e) {
      throw kept(e);
    }
  }

  private IOException kept(IOException e) {
    fault = fault == null ? e : fault;
    return e;
  }

  /** The first thing that went wrong; null where all was written. */
  IOException fault() {
    return fault;
  }
}
