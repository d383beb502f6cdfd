alter table directive_reference
  drop constraint directive_reference_relation_check,
  add constraint directive_reference_relation_check check (relation in ('ground', 'implements', 'amends', 'replaces', 'mentions')),
  add column worded text not null default '',
  add column issuer_name text not null default '',
  add column issuer_id uuid references body;
comment on table directive_reference is 'The documents that a directive rests on, implements, amends, replaces or mentions, as it names them. Which of the register one is, is looked up by number, day and issuer when it is asked for, since the other may come later.';
comment on column directive_reference.worded is 'A ground as the document words it: not every ground is a document with a number.';
comment on column directive_reference.issuer_name is 'Who issued it, as the document names them; empty where it does not.';
comment on column directive_reference.issuer_id is 'The body of the registry that issuer_name was matched to.';
comment on column directive_reference.target_id is 'The directive of the register, where somebody said which one it is.';
create index directive_reference_number on directive_reference (fold(number));
create index directive_reference_target on directive_reference (target_id) where target_id is not null;
create index directive_number on directive (fold(number));
