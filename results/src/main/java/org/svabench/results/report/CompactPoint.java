package org.svabench.results.report;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.svabench.results.report.Chart.Point;

/**
 * A point as an array, {@code [x, y, low, high, text, warning]} without the nulls at its end: a
 * large run has tens of thousands of them in one page.
 */
final class CompactPoint extends TypeAdapter<Point> {
  private static final double MOST_EXACT = 1e15;

  @Override
  public void write(JsonWriter out, Point point) throws IOException {
    Object[] fields = {
      point.x(), point.y(), point.low(), point.high(), point.text(), point.warning()
    };
    int last = fields.length;
    while (fields[last - 1] == null) {
      last--;
    }
    out.beginArray();
    for (int i = 0; i < last; i++) {
      field(out, fields[i]);
    }
    out.endArray();
  }

  private static void field(JsonWriter out, Object field) throws IOException {
    if (field instanceof Double) {
      double value = (Double) field;
      if (value == Math.rint(value) && Math.abs(value) < MOST_EXACT) {
        out.value((long) value);
      } else {
        out.value(value);
      }
    } else if (field == null) {
      out.nullValue();
    } else {
      out.value((String) field);
    }
  }

  /** Pages are written, not read. */
  @Override
  public Point read(JsonReader in) {
    throw new UnsupportedOperationException();
  }
}
