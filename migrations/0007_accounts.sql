alter table person add kept_by uuid references body;
comment on column person.kept_by is 'The body that keeps the account: while its person holds no post, only administrators who reach this body act on it.';
update person set kept_by = (
  select post.body_id from holding join post on post.id = holding.post_id where holding.person_id = person.id order by upper(holding.valid) desc, holding.id desc limit 1
);
