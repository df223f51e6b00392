package io.github.camelontraport.examples.mirror;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class ContactTable {

    private final JdbcTemplate jdbc;

    ContactTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void save(Map<?, ?> contact) {
        jdbc.update(
                "merge into contacts (id, name, email) values (?, ?, ?)",
                contact.get("id"),
                contact.get("firstname"),
                contact.get("email"));
    }

    void delete(long id) {
        jdbc.update("delete from contacts where id = ?", id);
    }

    Set<Long> ids() {
        return new HashSet<>(jdbc.queryForList("select id from contacts", Long.class));
    }

    /** Removes those of the rows whose contact is gone. */
    void keepOnly(Set<Long> rows, Iterator<Map<?, ?>> contacts) {
        while (contacts.hasNext()) {
            rows.remove(Long.valueOf(contacts.next().get("id").toString()));
        }
        rows.forEach(this::delete);
    }
}
