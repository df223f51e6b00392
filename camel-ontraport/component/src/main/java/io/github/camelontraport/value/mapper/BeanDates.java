package io.github.camelontraport.value.mapper;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.function.Function;

/** Reads the dates and times of records into properties of all classes for them, in the zone of the record. */
final class BeanDates extends SimpleModule {

    /** The attribute of a reading that holds its {@link ZoneId}. */
    static final Object ZONE = BeanDates.class;

    private static final long serialVersionUID = 1L;

    BeanDates() {
        super("dates of Ontraport records");
        read(LocalDate.class, ZonedDateTime::toLocalDate);
        read(LocalDateTime.class, ZonedDateTime::toLocalDateTime);
        read(Instant.class, ZonedDateTime::toInstant);
        read(OffsetDateTime.class, ZonedDateTime::toOffsetDateTime);
        read(ZonedDateTime.class, time -> time);
        read(Date.class, time -> Date.from(time.toInstant()));
        read(java.sql.Date.class, time -> java.sql.Date.valueOf(time.toLocalDate()));
        read(Timestamp.class, time -> Timestamp.from(time.toInstant()));
        read(Calendar.class, GregorianCalendar::from);
        read(GregorianCalendar.class, GregorianCalendar::from);
    }

    private <T> void read(Class<T> type, Function<ZonedDateTime, T> made) {
        addDeserializer(type, new Reader<>(type, made));
    }

    private static final class Reader<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<ZonedDateTime, T> made;

        Reader(Class<T> type, Function<ZonedDateTime, T> made) {
            super(type);
            this.made = made;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString("");
            if (text.isBlank()) {
                return null;
            }
            try {
                return made.apply(time(text, (ZoneId) context.getAttribute(ZONE)));
            } catch (DateTimeException e) {
                return handledType()
                        .cast(context.handleWeirdStringValue(handledType(), text, "neither a date nor a time"));
            }
        }

        @SuppressWarnings("unchecked")
        @Override
        public Class<T> handledType() {
            return (Class<T>) super.handledType();
        }

        private static ZonedDateTime time(String text, ZoneId zone) {
            boolean isDay = text.indexOf('T') < 0;
            return isDay
                    ? LocalDate.parse(text).atStartOfDay(zone)
                    : Instant.parse(text).atZone(zone);
        }
    }
}
