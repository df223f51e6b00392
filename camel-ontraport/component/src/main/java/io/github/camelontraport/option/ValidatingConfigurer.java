package io.github.camelontraport.option;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** Sets options by their names, after checking the form of their values. */
public record ValidatingConfigurer(PropertyConfigurer options, PropertyConfigurerGetter known)
        implements PropertyConfigurer, PropertyConfigurerGetter {

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        return options.configure(context, target, name, OptionParser.parse(known, name, value), ignoreCase);
    }

    @Override
    public Class<?> getOptionType(String name, boolean ignoreCase) {
        return known.getOptionType(name, ignoreCase);
    }

    @Override
    public Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
        return known.getCollectionValueType(target, name, ignoreCase);
    }

    @Override
    public Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return known.getOptionValue(target, name, ignoreCase);
    }

    @Override
    public String[] getAutowiredNames() {
        return known.getAutowiredNames();
    }
}
