package io.github.camelontraport;

import io.github.camelontraport.value.mapper.BeanMapper;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.support.TypeConverterSupport;

/** Converts typed records to beans of the application, and lists of them to arrays, so that convertBodyTo works. */
final class RecordTypeConverter extends TypeConverterSupport {

    @Override
    public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
        try {
            return type.isArray() && BeanMapper.isBean(type.getComponentType()) && value instanceof List<?> records
                    ? type.cast(array(type.getComponentType(), records))
                    : BeanMapper.bean(value, type).orElse(null);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(value, type, e);
        }
    }

    /** Whatever the list holds: Camel remembers for good that a list is not converted to such an array. */
    private static <T> Object array(Class<T> type, List<?> records) {
        List<Optional<T>> beans = BeanMapper.beans(records, type);
        Object array = Array.newInstance(type, beans.size());
        for (int i = 0; i < beans.size(); i++) {
            Array.set(array, i, beans.get(i).orElse(null));
        }
        return array;
    }
}
