package io.github.camelontraport.examples.mirror;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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

    /** Removes rows whose contact is gone. What is newer than the last record was created meanwhile. */
    void keepOnly(Iterator<Map<?, ?>> contacts) {
        List<Long> known = new ArrayList<>(jdbc.queryForList("select id from contacts", Long.class));
        long last = 0;
        while (contacts.hasNext()) {
            last = Long.parseLong(contacts.next().get("id").toString());
            known.remove((Object) last);
        }
        long newest = last;
        known.stream().filter(id -> id <= newest).forEach(this::delete);
    }
}
