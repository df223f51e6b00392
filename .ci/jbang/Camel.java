import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

/** The command {@code camel}: Camel JBang has no main method of its own. */
public class Camel {

    public static void main(String[] arguments) {
        CamelJBangMain.run(arguments);
    }
}
