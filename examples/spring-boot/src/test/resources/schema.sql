create table if not exists contacts (id bigint primary key, name varchar(200), email varchar(200));
