-- What a learner expected of a demo before its run, one for each demo. Demos are named by their
-- address, chapter/lesson/name: content lives in files, not here.
-- expected, came: as a page says them; came and correct stay empty until a run has decided.
create table prediction (
  learner bigint not null references learner (id) on delete cascade,
  demo varchar(200) not null,
  expected varchar(400) not null,
  came varchar(400),
  correct boolean,
  made_at timestamp with time zone not null,
  primary key (learner, demo),
  check ((came is null) = (correct is null))
);
