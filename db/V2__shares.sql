-- A program and one run of it, for everybody who knows the id. run: the run that it was made of.
create table share (
  id varchar(10) primary key,
  run varchar(64) not null unique,
  shared_at timestamp with time zone not null,
  seen_on date not null,
  bytes integer not null
);
create index share_seen on share (seen_on, shared_at);

-- Apart, so that counting shares does not read them. content: JSON, packed by gzip.
create table share_content (
  share varchar(10) primary key references share (id) on delete cascade,
  content bytea not null
);
