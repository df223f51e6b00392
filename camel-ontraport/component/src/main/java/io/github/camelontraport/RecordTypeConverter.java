package io.github.camelontraport;

import io.github.camelontraport.value.mapper.BeanMapper;
import java.lang.reflect.Array;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.support.TypeConverterSupport;

/** Converts typed records to beans of the application, and lists of them to arrays, so that convertBodyTo works. */
final class RecordTypeConverter extends TypeConverterSupport {

    @Override
    public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
        try {
            return type.isArray() && value instanceof List<?> records && !records.isEmpty()
                    ? type.cast(array(type.getComponentType(), records))
                    : BeanMapper.bean(value, type).orElse(null);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(value, type, e);
        }
    }

    private static Object array(Class<?> type, List<?> records) {
        Object beans = Array.newInstance(type, records.size());
        for (int i = 0; i < records.size(); i++) {
            Object bean = BeanMapper.bean(records.get(i), type).orElse(null);
            if (bean == null) {
                return null;
            }
            Array.set(beans, i, bean);
        }
        return beans;
    }
}
