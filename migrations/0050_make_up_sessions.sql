-- A session for those who were away before: who was present comes to those of the sessions before, and nobody is invited twice.
alter table study_session add is_make_up boolean not null default false;
comment on column study_session.is_make_up is 'Held for those absent from a session before (học bổ sung): its present count, its invited were counted there.';
