package org.svabench.results.input;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;

/** Finds what a file left out of a record: a reader of JSON leaves null there, and says nothing. */
final class MissingField {
  private MissingField() {}

  /** The first component, at any depth, that is null and may not be; null where there is none. */
  static String in(Record value) {
    return in("", value);
  }

  private static String in(String path, Record value) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      String name = path + (path.isEmpty() ? "" : ".") + component.getName();
      Object field = field(component.getAccessor(), value);
      if (field == null) {
        if (!component.isAnnotationPresent(MayBeNull.class)) {
          return name;
        }
      } else {
        String missing = inside(name, field);
        if (missing != null) {
          return missing;
        }
      }
    }
    return null;
  }

  private static String inside(String path, Object value) {
    if (value instanceof Record record) {
      return in(path, record);
    }
    if (value instanceof Map<?, ?> map) {
      String missing = elements(path + " key ", map.keySet());
      return missing == null ? elements(path, map.values()) : missing;
    }
    return value instanceof Collection<?> list ? elements(path, list) : null;
  }

  private static String elements(String path, Collection<?> values) {
    int index = 0;
    for (Object each : values) {
      String name = path + "[" + index++ + "]";
      String missing = each == null ? name : inside(name, each);
      if (missing != null) {
        return missing;
      }
    }
    return null;
  }

  private static Object field(Method accessor, Record value) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
